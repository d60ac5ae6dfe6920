package links

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"
	"time"

	"nonmerci/knowledge"
)

// TestReport writes every kind of result, as text and as JSON.
func TestReport(t *testing.T) {
	at := time.Date(2026, 11, 27, 8, 0, 0, 0, time.UTC)
	url := func(s string) string { return "https://example.com/" + s }
	r := Report{State: State{}}
	add := func(path string, rec Record, kinds string, entries ...knowledge.ID) {
		rec.URL, rec.Checked = url(path), at
		r.Addresses = append(r.Addresses, Address{URL: rec.URL, Kinds: strings.Fields(kinds), Entries: entries})
		if rec.Result != "" {
			r.State[rec.URL] = rec
		}
	}
	const evil = "https://other.example/\u202e\x1b[31m"
	add("well", Record{Result: Well, Status: 200, Print: newPrint([]string{"a"}, at)}, "help", "a/opt-out")
	add("gone", Record{Result: Gone, Status: 410}, "help source", "a/opt-out", "a/data")
	add("dns", Record{Result: DNS, Detail: "the name does not exist"}, "source", "b/data")
	add("setting", Record{Result: Login, Status: 200, Final: url("login"), Hops: []Hop{{url("setting"), 302}}}, "setting", "a/opt-out")
	add("wall", Record{Result: Login, Status: 999, Final: url("authwall"), Hops: []Hop{{url("wall"), 302}}}, "source")
	add("old", Record{Result: Elsewhere, Status: 200, Detail: "another host", Final: evil}, "form", "a/object")
	add("little", Record{Result: Changed, Status: 200, Change: 0.034, Compared: at.AddDate(0, -1, 0)}, "source", "b/data")
	add("much", Record{Result: Changed, Status: 200, Change: 0.8, Compared: at.AddDate(0, -1, 0)}, "source", "b/data")
	add("busy", Record{Result: Refused, Status: 429, NotBefore: at.Add(time.Hour)}, "help", "b/opt-out")
	add("new", Record{}, "help", "b/opt-out")
	var text, lines bytes.Buffer
	if err := r.WriteText(&text); err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile("testdata/report.txt")
	if err != nil {
		t.Fatal(err)
	}
	if text.String() != string(want) {
		t.Errorf("got\n%s\nwant\n%s", text.String(), want)
	}
	if err := r.WriteJSON(&lines); err != nil {
		t.Fatal(err)
	}
	dec := json.NewDecoder(&lines)
	for _, a := range r.Addresses {
		var o map[string]any
		if err := dec.Decode(&o); err != nil {
			t.Fatal(err)
		}
		if o["url"] != a.URL || o["result"] == nil || o["print"] != nil || o["entries"] == nil || len(o["kinds"].([]any)) == 0 {
			t.Errorf("%v", o)
		}
	}
	if dec.More() {
		t.Error("more objects than addresses")
	}
}

// TestEveryResultIsReported keeps one from being left out of the lists.
func TestEveryResultIsReported(t *testing.T) {
	all := []Result{
		Gone, DNS, Elsewhere, Moved, Changed, Login, TLS, Unreachable, Timeout, Failing, Loop, Unexpected, Private, Refused, Robots,
	}
	if len(groups) != len(all) {
		t.Errorf("%d groups of %d results", len(groups), len(all))
	}
	for _, result := range all {
		var out bytes.Buffer
		r := Report{Addresses: []Address{{URL: "x"}}, State: State{"x": {Result: result}}}
		if err := r.WriteText(&out); err != nil || !strings.HasSuffix(out.String(), "1 address: 0 well, 1 "+string(result)+"\n") {
			t.Errorf("%s:\n%s", result, out.String())
		}
	}
}
