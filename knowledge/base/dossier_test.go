package base_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/goccy/go-yaml"

	"nonmerci/knowledge"
	"nonmerci/knowledge/check"
	"nonmerci/knowledge/files"
	"nonmerci/knowledge/taxonomy"
)

// folder is where the facts lie that the base was written from, beside the repository; a clone alone does without.
func folder(t *testing.T) string {
	t.Helper()
	root, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(root, "go.mod")); err == nil {
			break
		}
		if filepath.Dir(root) == root {
			t.Fatal("no go.mod above the test")
		}
		root = filepath.Dir(root)
	}
	dir := filepath.Join(root, "..", "shared", "dossier")
	if _, err := os.Stat(dir); err != nil {
		t.Skipf("SKIPPED: the facts are not here (%s): the base is not compared with them", dir)
	}
	return dir
}

// markdown is what the files of the base give, read once for all tests: none of them changes it.
var markdown = sync.OnceValues(func() (*knowledge.Base, files.Problems) {
	b, problems, err := files.Read(os.DirFS("."))
	if err != nil {
		panic(err) // they are embedded
	}
	return b, problems
})

// read returns the base, without the file of a subject that has a problem: TestBaseHasNoProblem says which.
func read() *knowledge.Base {
	b, _ := markdown()
	return b
}

// An exception is something that the base says and the facts do not, with the reason why it may.
type exception struct {
	Subject string `yaml:"subject"`
	Text    string `yaml:"text"` // the address, date or label
	Reason  string `yaml:"reason"`
	used    bool
}

func exceptions(t *testing.T) []exception {
	t.Helper()
	data, err := os.ReadFile("testdata/exceptions.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var all []exception
	if err := yaml.UnmarshalWithOptions(data, &all, yaml.Strict()); err != nil {
		t.Fatal(err)
	}
	for _, e := range all {
		if e.Subject == "" || e.Text == "" || len(e.Reason) < 10 {
			t.Errorf("testdata/exceptions.yaml: %+v lacks a subject, a text or a reason", e)
		}
	}
	return all
}

// Every address, date and label of an entry occurs in the facts it was written from.
func TestBaseSaysOnlyWhatTheFactsSay(t *testing.T) {
	dir, b, excused := folder(t), read(), exceptions(t)
	for _, slug := range b.Slugs() {
		facts := factsOf(t, dir, slug)
		for _, c := range claims(b, slug) {
			if c.in(facts) {
				continue
			}
			i := slices.IndexFunc(excused, func(e exception) bool { return e.Subject == slug && fold(e.Text) == fold(c.text) })
			if i < 0 {
				t.Errorf("%s: %s %q is not in the facts: correct it, remove it, or list it in testdata/exceptions.yaml with the reason", c.where, c.kind, c.text)
				continue
			}
			excused[i].used = true
		}
	}
	for _, e := range excused {
		if !e.used {
			t.Errorf("testdata/exceptions.yaml: %s %q is not needed: remove it", e.Subject, e.Text)
		}
	}
}

// factsRead are the facts by subject. The tests, which do not run beside each other, ask for the same ones.
var factsRead = map[string]facts{}

// factsOf returns the facts about a subject: its file, or all of them for general questions.
func factsOf(t *testing.T, dir, slug string) facts {
	t.Helper()
	if f, ok := factsRead[slug]; ok {
		return f
	}
	pattern := []string{filepath.Join(dir, "services", slug+".md")}
	if slug == taxonomy.Rights {
		pattern = []string{filepath.Join(dir, "rights", "*.md"), filepath.Join(dir, "services", "*.md")}
	}
	var all strings.Builder
	for _, p := range pattern {
		names, err := filepath.Glob(p)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			all.Write(data)
			all.WriteByte('\n')
		}
	}
	factsRead[slug] = newFacts(all.String())
	return factsRead[slug]
}

// No entry is stamped as verified that rests on memory alone, by its own account or by that of the facts.
func TestVerifiedRestsOnAPageThatWasRead(t *testing.T) {
	dir, b := folder(t), read()
	for _, slug := range b.Slugs() {
		facts := factsOf(t, dir, slug)
		for _, e := range b.Of(slug) {
			for _, lang := range files.Languages {
				found := 0
				for _, s := range b.Sources(e, lang) {
					remembered := s.URL != "" && facts.remembered(s.URL)
					if s.Basis == knowledge.Found && remembered {
						t.Errorf("%s: source %s (%s) is said to be found, the facts recall it from memory", files.Path(lang, slug), s.ID, s.URL)
					}
					if s.Basis == knowledge.Found && !remembered {
						found++
					}
				}
				if !e.Verified.IsZero() && found == 0 {
					at := e.Text[lang].Position
					t.Errorf("%s:%d: %s is stamped as verified and rests on memory alone: leave verified out", at.File, at.Line, e.ID)
				}
			}
		}
	}
}

// Both languages carry the same steps, labels, links and sources, and nothing else is wrong.
func TestBaseIsSound(t *testing.T) {
	for _, f := range check.Check(read(), check.Options{}) {
		if f.Severity == check.Error {
			t.Error(f)
		}
	}
}

// Every service of the facts has entries that say whether it trains, and how to refuse; every general question is answered.
func TestBaseCoversTheFacts(t *testing.T) {
	dir, b := folder(t), read()
	names, err := filepath.Glob(filepath.Join(dir, "services", "*.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		slug := strings.TrimSuffix(filepath.Base(name), ".md")
		if strings.HasPrefix(slug, "INDEX") {
			continue
		}
		for _, intent := range []string{"status", "opt-out"} {
			if b.Find(slug, intent) == nil {
				t.Errorf("no entry answers %s/%s", slug, intent)
			}
		}
	}
	for _, intent := range taxonomy.General {
		if b.Find(taxonomy.Rights, intent) == nil {
			t.Errorf("no entry answers %s/%s", taxonomy.Rights, intent)
		}
	}
}

// place is a line of a file of the base.
func place(t knowledge.Text) string { return fmt.Sprintf("%s:%d", t.Position.File, t.Position.Line) }
