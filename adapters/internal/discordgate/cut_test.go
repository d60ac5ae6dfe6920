package discordgate

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"
)

func TestReadPacket(t *testing.T) {
	for _, c := range [][2]string{
		{`{"t":"X","s":5,"op":0,"d":{"a":"}\"{"}}`, `0 5 X {"a":"}\"{"}`},
		{" { \"op\" : 11 , \"d\" : null, \"s\" : null, \"t\":null}\n", `11 0  null`},
		{`{"op":0,"new":[{"op":1},"]"],"d":[],"t":"\u0058"}`, `0 0 X []`},
		{`{"op":1,"op":2}`, `2 0  `},
		{`{"d":{"op":1}}`, ""},
		{`{"op":0`, ""},
		{`{"op":0}}`, ""},
		{`{"op":0,}`, ""},
		{`{"op":1.5}`, ""},
		{`{"op":0,"s":"1"}`, ""},
		{`{"op":0,"t":1}`, ""},
		{`{"op":0,"d":"x}`, ""},
		{`[{"op":0}]`, ""},
		{`{}`, ""},
	} {
		in, want := c[0], c[1]
		p, ok := readPacket([]byte(in))
		got := ""
		if ok {
			got = strings.Join([]string{string(rune('0' + p.op%10)), string(rune('0' + p.sequence)), string(p.kind), string(p.data)}, " ")
			if p.op > 9 {
				got = "1" + got
			}
		}
		if got != want {
			t.Errorf("%s is read as %q, not %q", in, got, want)
		}
	}
}

// FuzzReadPacket: of whatever is JSON, the same parts are found as by encoding/json.
func FuzzReadPacket(f *testing.F) {
	for _, s := range []string{hello, `{"op":0,"s":1,"t":"READY","d":{"a":[1,{"b":"]}"}]}}`, `{"op":1,"d":null}`, `{"a":{},"op":7}`, `{"op":0,"d":"\\\""}`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		p, ok := readPacket(data)
		var want map[string]json.RawMessage
		if json.Unmarshal(data, &want) != nil || bytes.Contains(data, []byte(`\u`)) {
			return // names that are escaped are not looked for
		}
		var op int
		var sequence *int64
		var kind *string
		valid := want != nil && json.Unmarshal(want["op"], &op) == nil && string(want["op"]) != "null" &&
			(want["s"] == nil || json.Unmarshal(want["s"], &sequence) == nil) && (want["t"] == nil || json.Unmarshal(want["t"], &kind) == nil)
		if slices.ContainsFunc([]json.RawMessage{want["op"], want["s"]}, func(n json.RawMessage) bool { return bytes.ContainsAny(n, ".eE") }) {
			return // 1e0 is a whole number to one and not to the other
		}
		if strings.Count(string(data), `"op"`)+strings.Count(string(data), `"s"`)+strings.Count(string(data), `"t"`) > len(want) && ok != valid {
			return // a name twice, one of them with a value that cannot be
		}
		if ok != valid {
			t.Fatalf("%s: %v, want %v", data, ok, valid)
		}
		if !ok {
			return
		}
		if p.op != op || string(p.data) != string(want["d"]) || sequence != nil && p.sequence != *sequence || kind != nil && string(p.kind) != strings.ToValidUTF8(*kind, "") && !strings.ContainsRune(*kind, '\uFFFD') {
			t.Errorf("%s: %+v", data, p)
		}
	})
}

func BenchmarkReadPacket(b *testing.B) {
	message := []byte(`{"t":"GUILD_CREATE","s":7,"op":0,"d":{"members":[` + strings.Repeat(`{"user":{"id":"1443500000000000000","username":"lea"},"roles":["1","2"]},`, 5000) + `{}]}}`)
	b.SetBytes(int64(len(message)))
	b.ReportAllocs()
	for b.Loop() {
		if _, ok := readPacket(message); !ok {
			b.Fatal("not read")
		}
	}
}
