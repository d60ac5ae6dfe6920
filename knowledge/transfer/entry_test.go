package transfer_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"
	"testing"

	"nonmerci/knowledge"
	"nonmerci/knowledge/transfer"
)

func TestOneEntryAsJSONDescribesItsSources(t *testing.T) {
	b := sample()
	var out bytes.Buffer
	if err := transfer.WriteEntryJSON(&out, b, b.Entries["alpha/opt-out"]); err != nil {
		t.Fatal(err)
	}
	var got struct {
		ID      knowledge.ID
		Also    []string
		Text    map[string]struct{ Title string }
		Sources map[string][]struct{ ID, URL string }
	}
	if err := json.Unmarshal(out.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	if got.ID != "alpha/opt-out" || len(got.Also) != 2 || len(got.Text) != 2 || strings.Contains(out.String(), `\u00`) {
		t.Errorf("got %s", out.String())
	}
	if src := got.Sources["fr"]; len(src) != 2 || src[0].ID != "S10" || src[1].URL != "https://e.org/a,b;c" {
		t.Errorf("sources, most important first: %+v", src)
	}
	r, w := io.Pipe()
	broken := errors.New("broken")
	_ = r.CloseWithError(broken)
	if err := transfer.WriteEntryJSON(w, b, b.Entries["alpha/data"]); !errors.Is(err, broken) {
		t.Error(err)
	}
}
