package understand

import (
	"os"
	"strings"
	"testing"

	"nonmerci/knowledge/words"
)

// The model in the repository was learnt from the words beside it. That learning again gives the same bytes takes minutes: make verify.
func TestModelIsFresh(t *testing.T) {
	want, err := words.Sum(os.DirFS("../words"))
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile("model.sum")
	if err != nil {
		t.Fatal(err)
	}
	if strings.TrimSpace(string(got)) != want {
		t.Fatal("the words have changed since the model was learnt: run go generate ./knowledge/understand")
	}
}
