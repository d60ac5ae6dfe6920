package modeltest_test

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"flag"
	"fmt"
	"net/http"
	"os"
	"strings"
	"testing"

	"nonmerci/internal/modeltest"
	"nonmerci/internal/ollamatest"
	"nonmerci/internal/tinymodel"
)

var update = flag.Bool("update", false, "write the golden files anew, from a real server")

// said is what the models of these tests write.
const said = "yes, and more than eight tokens of it"

const (
	who      = `"messages":[{"role":"system","content":"You edit."},{"role":"user","content":"Say: yes"}]`
	complete = "/v1/chat/completions"
)

// asked is what both servers are asked.
var asked = []struct{ name, method, path, body string }{
	{"Models", http.MethodGet, "/v1/models", ""},
	{"Stream", http.MethodPost, complete, `{"model":"test",` + who + `,"max_tokens":100,"temperature":0.2,"stream":true}`},
	{"StreamWithUsage", http.MethodPost, complete, `{"model":"test",` + who + `,"max_tokens":100,"temperature":0.2,"stream":true,"stream_options":{"include_usage":true}}`},
	{"Whole", http.MethodPost, complete, `{"model":"test",` + who + `,"max_tokens":100,"temperature":0.2}`},
	{"Length", http.MethodPost, complete, `{"model":"test",` + who + `,"max_tokens":4,"temperature":0.2,"stream":true,"stream_options":{"include_usage":true}}`},
	{"LengthWhole", http.MethodPost, complete, `{"model":"test",` + who + `,"max_tokens":4,"temperature":0.2}`},
	{"NoSuchModel", http.MethodPost, complete, `{"model":"nope",` + who + `,"max_tokens":100,"stream":true}`},
	{"NameInCapitals", http.MethodPost, complete, `{"model":"TEST",` + who + `,"max_tokens":100}`},
	{"NameWithTag", http.MethodPost, complete, `{"model":"test:latest",` + who + `,"max_tokens":100}`},
	{"FieldTooMany", http.MethodPost, complete, `{"model":"test",` + who + `,"max_tokens":100,"x":{"y":1}}`},
	{"LongerThanItsContext", http.MethodPost, complete, `{"model":"test","messages":[{"role":"user","content":"` + strings.Repeat("long ", 4000) + `"}],"max_tokens":100}`},
	{"NotJSON", http.MethodPost, complete, `{oops`},
	{"NoSuchAddress", http.MethodPost, "/chat/completions", `{"model":"test",` + who + `}`},
}

// TestAFakeOllamaAnswersAsARealOne: status, type and shape of every answer are those that were recorded of a real one, which is asked again where
// NONMERCI_TEST_OLLAMA names its program.
func TestAFakeOllamaAnswersAsARealOne(t *testing.T) {
	const golden = "testdata/ollama.golden"
	recorded, err := os.ReadFile(golden)
	if err != nil && !*update {
		t.Fatal(err)
	}
	t.Run("Real", func(t *testing.T) {
		real := ollamatest.Start(t, "OLLAMA_CONTEXT_LENGTH=256")
		real.Create("test", tinymodel.Options{Say: said})
		got := record(t, real.URL())
		real.Create("long", tinymodel.Options{Say: strings.Repeat(said, 100)})
		got += gone(t, real.URL(), "long", real.KillRunner)
		if *update {
			if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
			recorded = []byte(got)
		}
		if got != string(recorded) {
			t.Errorf("a real one answers otherwise than it was recorded:\n%s", got)
		}
	})
	t.Run("Fake", func(t *testing.T) {
		fake := modeltest.New(modeltest.Options{Kind: modeltest.Ollama, Context: 256, Socket: true})
		defer fake.Close()
		fake.Always(modeltest.Text(said))
		got := record(t, fake.URL())
		fake.Next(modeltest.Gone(said))
		if got += gone(t, fake.URL(), "test", func() {}); got != string(recorded) {
			t.Errorf("the fake answers otherwise than a real one:\n%s", got)
		}
	})
}

// record asks a server everything, and writes down the shape of what it answers.
func record(t *testing.T, url string) string {
	t.Helper()
	var b strings.Builder
	for _, a := range asked {
		b.WriteString("== " + a.name + "\n" + answer(t, a.method, strings.TrimSuffix(url, "/v1")+a.path, a.body, func() {}))
	}
	return b.String()
}

// gone is what a server answers when the program for a model ends in the middle.
func gone(t *testing.T, url, model string, end func()) string {
	t.Helper()
	s := answer(t, http.MethodPost, url+"/chat/completions", `{"model":"`+model+`",`+who+`,"max_tokens":4000,"stream":true}`, end)
	return "== Gone\n" + strings.ReplaceAll(s, `"model":"`+model+`"`, `"model":"…"`)
}

// answer is the shape of an answer; begun is called after its first line.
func answer(t *testing.T, method, url, body string, begun func()) string {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), method, url, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	kind, _, _ := strings.Cut(resp.Header.Get("Content-Type"), ";")
	b, last := fmt.Sprintf("%d %s\n", resp.StatusCode, kind), ""
	lines := bufio.NewScanner(resp.Body)
	for lines.Scan() {
		data, event := strings.CutPrefix(lines.Text(), "data: ")
		line := shape(data)
		if event {
			line = "data: " + line
		}
		if line != last && line != "" { // as many pieces as it likes
			b += line + "\n"
		}
		if last == "" {
			begun()
		}
		last = cmp.Or(line, last)
	}
	if lines.Err() != nil {
		b += "and breaks off\n"
	}
	return b
}

// shape is a JSON value with its keys in order and, but for words that mean something, types in the place of values.
func shape(text string) string {
	var v any
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	if d.Decode(&v) != nil || d.More() {
		return text
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	_ = e.Encode(typed("", v)) // into memory
	return strings.TrimSpace(b.String())
}

func typed(key string, v any) any {
	switch v := v.(type) {
	case map[string]any:
		for k, inner := range v {
			v[k] = typed(k, inner)
		}
		return v
	case []any:
		for i, inner := range v {
			v[i] = typed(key, inner)
		}
		return v
	case json.Number:
		if key == "prompt_tokens" && v.String() == "256" { // cut to the context
			return "the context"
		}
		return "<number>"
	case string:
		switch key {
		case "object", "role", "finish_reason", "type", "model", "owned_by":
			return v
		case "content":
			if v == "" {
				return v
			}
		case "id":
			if strings.HasPrefix(v, "test") {
				return v
			}
		}
		return "<text>"
	}
	return v
}
