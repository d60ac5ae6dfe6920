package words

import (
	"bytes"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"nonmerci/knowledge/taxonomy"
	"nonmerci/knowledge/text"
)

type collection struct {
	lex Lexicon
	qs  []Question
	err error
}

// load reads the words that ship, once.
var load = sync.OnceValue(func() collection {
	lex, qs, err := Load(os.DirFS("."))
	return collection{lex, qs, err}
})

func TestTheCollectionLoadsWithoutAProblem(t *testing.T) {
	const least = 15_000
	c := load()
	if c.err != nil {
		t.Fatal(c.err)
	}
	if len(c.qs) < least {
		t.Errorf("%d questions, want %d", len(c.qs), least)
	}
	count := map[string]int{}
	for _, q := range c.qs {
		count[q.Lang]++
		count[string(q.Kind)]++
		if len(q.Context) > 0 {
			count["follow-up"]++
		}
	}
	for _, part := range []string{"fr", "en", "de", "es", "it", "pt", "nl", "mixed", string(Ours), string(No), string(Hello), string(Distress), "follow-up"} {
		if count[part] == 0 {
			t.Errorf("no question is %s", part)
		}
	}
}

// waiting are the questions of knowledge/waiting, that the next model is to learn from.
func waiting(t *testing.T, lex Lexicon) []Question {
	t.Helper()
	qs, problems, err := ReadQuestions(os.DirFS("../waiting"), Vocabulary{Subjects: lex.Slugs(), Intents: taxonomy.Intents, General: taxonomy.General})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range problems {
		t.Errorf("waiting: %v", p)
	}
	return qs
}

// TestWhatWaitsCanBeTaken: no line of knowledge/waiting is of an author that is learnt from already, or cannot be read.
func TestWhatWaitsCanBeTaken(t *testing.T) {
	c := load()
	if c.err != nil {
		t.Fatal(c.err)
	}
	known := map[string]bool{}
	for _, q := range c.qs {
		known[q.Lang+"/"+q.Author] = true
	}
	for _, q := range waiting(t, c.lex) {
		if a := q.Lang + "/" + q.Author; known[a] {
			t.Fatalf("%s is learnt from already", a)
		}
	}
}

// TestNamesFitTheSearch: understanding looks at six words of a name at most.
func TestNamesFitTheSearch(t *testing.T) {
	c := load()
	if c.err != nil {
		t.Fatal(c.err)
	}
	for _, slug := range c.lex.Slugs() {
		n := c.lex.Subjects[slug]
		if n.Name == "" || len(n.Names) == 0 {
			t.Errorf("%s has no name", slug)
		}
		for _, name := range slices.Concat(n.Strong(), n.Weak) {
			if k := len(text.Words(text.Fold(name))); k == 0 || k > 6 {
				t.Errorf("%s: %q has %d words", slug, name, k)
			}
		}
	}
}

// developmentQuestions lie beside the project, not in it.
const developmentQuestions = "../../../shared/eval/questions-dev.jsonl"

// TestNothingNearTheDevelopmentQuestions: a line that is nearly one of the questions we measure with would make the measure a lie.
func TestNothingNearTheDevelopmentQuestions(t *testing.T) {
	const tooNear = 0.7
	c := load()
	if c.err != nil {
		t.Fatal(c.err)
	}
	near := newNearness(readQuestions(t))
	names := map[string]bool{}
	for _, slug := range c.lex.Slugs() {
		for _, n := range slices.Concat(c.lex.Subjects[slug].Strong(), c.lex.Subjects[slug].Weak) {
			names[folded(n)] = true
		}
	}
	for _, n := range c.lex.Unlisted {
		names[folded(n)] = true
	}
	for _, q := range append(waiting(t, c.lex), c.qs...) {
		line := folded(q.Text)
		if len(line) < 12 || names[line] {
			continue
		}
		if which, j := near.nearest(line); j >= tooNear {
			t.Errorf("questions/%s:%d: %q is too near (%.2f) to the development question %d", q.File, q.Line, q.Text, j, which+1)
		}
	}
}

func TestNearness(t *testing.T) {
	n := newNearness([]string{folded("Comment refuser l’IA de LinkedIn ?"), folded("depuis quand")})
	for _, c := range []struct {
		line  string
		which int
		near  bool
	}{
		{"comment refuser l'ia de linkedin", 0, true},
		{"comment refuser l'ia de linkedin svp", 0, true},
		{"quelle est la météo", 0, false},
		{"depuis quand !!", 1, true},
	} {
		if which, j := n.nearest(folded(c.line)); (j >= 0.7) != c.near || c.near && which != c.which {
			t.Errorf("%q: %d, %.2f", c.line, which, j)
		}
	}
}

func folded(s string) string { return strings.Join(text.Words(text.Fold(s)), " ") }

func readQuestions(t *testing.T) []string {
	t.Helper()
	data, err := os.ReadFile(developmentQuestions)
	if errors.Is(err, fs.ErrNotExist) {
		t.Skipf("%s is not there: nothing to compare with", developmentQuestions)
	}
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for line := range bytes.Lines(data) {
		var item struct {
			Q string `json:"q"`
		}
		if err := json.Unmarshal(line, &item); err != nil {
			t.Fatal(err)
		}
		out = append(out, folded(item.Q))
	}
	if len(out) == 0 {
		t.Fatal("no question")
	}
	return out
}

// nearness finds the nearest of some texts by the Jaccard index of their trigrams, through lists of who has which trigram.
type nearness struct {
	having map[string][]int
	size   []int
	shared []int // scratch, one for each text
}

func newNearness(texts []string) *nearness {
	n := &nearness{having: map[string][]int{}, size: make([]int, len(texts)), shared: make([]int, len(texts))}
	for i, s := range texts {
		grams := trigrams(s)
		n.size[i] = len(grams)
		for _, g := range grams {
			n.having[g] = append(n.having[g], i)
		}
	}
	return n
}

func (n *nearness) nearest(s string) (which int, jaccard float64) {
	clear(n.shared)
	grams := trigrams(s)
	for _, g := range grams {
		for _, i := range n.having[g] {
			n.shared[i]++
		}
	}
	for i, k := range n.shared {
		if j := float64(k) / float64(len(grams)+n.size[i]-k); j > jaccard {
			which, jaccard = i, j
		}
	}
	return which, jaccard
}

// trigrams are the runs of three bytes of a folded text between spaces, each once.
func trigrams(s string) []string {
	s = " " + s + " "
	out := make([]string, 0, len(s))
	for i := range max(len(s)-2, 0) {
		out = append(out, s[i:i+3])
	}
	slices.Sort(out)
	return slices.Compact(out)
}
