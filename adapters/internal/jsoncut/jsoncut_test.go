package jsoncut

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestMember(t *testing.T) {
	for in, want := range map[string]string{
		`{"id":"5","d":{"a":"}\"{"}}`:      `"5"`,
		"{ \"a\" : [1,2] , \"id\" :\t7\n}": `7`,
		`{"a":{"id":1},"id":{"b":"\\"}}`:   `{"b":"\\"}`,
		`{"id":1,"id":2}`:                  `2`,
		`{"a":{"id":1}}`:                   ``,
		`{"id":1`:                          ``,
		`{"id":1,}`:                        ``,
		`{"id":1}}`:                        ``,
		`{"id":"\"}`:                       ``,
		`["id"]`:                           ``,
		`{"id":}`:                          ``,
		``:                                 ``,
		`{"long":"` + strings.Repeat(`\n é`, 99) + `","id":null}`: `null`,
	} {
		if got := string(Member([]byte(in), `"id"`)); got != want {
			t.Errorf("%s: %q, want %q", in, got, want)
		}
	}
}

func TestText(t *testing.T) {
	for in, want := range map[string]string{`"144"`: "144", `""`: "", `"é"`: "é", `"a\n"`: "-", `"a"b"`: "-", `144`: "-", `"`: "-", `"a`: "-"} {
		got, ok := Text([]byte(in))
		if !ok {
			got = []byte("-")
		}
		if string(got) != want {
			t.Errorf("%s: %q, want %q", in, got, want)
		}
	}
}

// FuzzCut: of whatever is JSON, the same parts are found as by encoding/json.
func FuzzCut(f *testing.F) {
	for _, s := range []string{`{"id":"5","d":{"a":"}\"{"}}`, `[1,"]",{"a":[]}, null ]`, `[]`, `{}`, `"\\"`, `[[],[1]]`, `{"a":1,"a":2}`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var list []json.RawMessage
		if json.Unmarshal(data, &list) == nil && list != nil {
			got, ok := Elements(data)
			if !ok || !slices.EqualFunc(got, list, slices.Equal) {
				t.Errorf("%s: %q, %v", data, got, ok)
			}
		}
		var members map[string]json.RawMessage
		if json.Unmarshal(data, &members) != nil || members == nil {
			return
		}
		names := map[string][]byte{}
		if !Members(data, func(name, value []byte) bool {
			names[string(name)] = value
			return true
		}) {
			t.Fatalf("%s: no members", data)
		}
		for quoted, value := range names {
			if plain, ok := Text([]byte(quoted)); ok && utf8.Valid(plain) && !bytes.Contains(data, []byte(`\u`)) && !slices.Equal(members[string(plain)], value) {
				t.Errorf("%s: %s is %q, want %q", data, quoted, value, members[string(plain)])
			}
			if !slices.Equal(Member(data, quoted), value) {
				t.Errorf("%s: Member finds another %s", data, quoted)
			}
		}
	})
}

// BenchmarkMember cuts an id out of a message as Discord gives it back.
func BenchmarkMember(b *testing.B) {
	message := []byte(`{"type":0,"content":"","embeds":[{"description":"` + strings.Repeat(`Ouvrez « Paramètres », puis « Confidentialité ».\n`, 40) + `"}],"id":"1443500000000000001"}`)
	b.SetBytes(int64(len(message)))
	b.ReportAllocs()
	for b.Loop() {
		if Member(message, `"id"`) == nil {
			b.Fatal("no id")
		}
	}
}
