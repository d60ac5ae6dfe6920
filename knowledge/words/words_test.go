package words

import (
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

var vocabulary = Vocabulary{
	Subjects: []string{"linkedin", "facebook"}, Intents: []string{"opt-out", "status", "data"}, General: []string{"complaint", "hoax"},
}

func TestParseQuestions(t *testing.T) {
	const file = `# Josette, 71 ans
== linkedin opt-out
  comment refuser linkedin

== facebook status|data
est-ce que mes photos servent
== rights complaint
porter plainte
== no other-setting
changer ma photo
== hello thanks
merci
== distress
je veux mourir
== ? opt-out
comment refuser
== linkedin ?
linkedin
== ? ?
l'ia
== linkedin opt-out
comment refuser facebook >>  et linkedin ?
un >> >> deux >> trois
`
	got, problems := ParseQuestions("fr/josette.txt", []byte(file), vocabulary)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	want := []Question{
		{Text: "comment refuser linkedin", Kind: Ours, Subject: "linkedin", Intents: []string{"opt-out"}, Line: 3},
		{Text: "est-ce que mes photos servent", Kind: Ours, Subject: "facebook", Intents: []string{"status", "data"}, Line: 6},
		{Text: "porter plainte", Kind: Ours, Subject: General, Intents: []string{"complaint"}, Line: 8},
		{Text: "changer ma photo", Kind: No, About: "other-setting", Line: 10},
		{Text: "merci", Kind: Hello, About: "thanks", Line: 12},
		{Text: "je veux mourir", Kind: Distress, Line: 14},
		{Text: "comment refuser", Kind: Ours, Intents: []string{"opt-out"}, Line: 16},
		{Text: "linkedin", Kind: Ours, Subject: "linkedin", Line: 18},
		{Text: "l'ia", Kind: Ours, Line: 20},
		{Text: "et linkedin ?", Context: []string{"comment refuser facebook"}, Kind: Ours, Subject: "linkedin", Intents: []string{"opt-out"}, Line: 22},
		{Text: "trois", Context: []string{"un", "deux"}, Kind: Ours, Subject: "linkedin", Intents: []string{"opt-out"}, Line: 23},
	}
	if len(got) != len(want) {
		t.Fatalf("%d questions, want %d: %+v", len(got), len(want), got)
	}
	for i, q := range got {
		w := want[i]
		if q.Lang != "fr" || q.Author != "josette" || q.File != "fr/josette.txt" {
			t.Errorf("line %d: %s, %s, %s", q.Line, q.Lang, q.Author, q.File)
		}
		if q.Text != w.Text || q.Kind != w.Kind || q.Subject != w.Subject || q.About != w.About || q.Line != w.Line ||
			!slices.Equal(q.Intents, w.Intents) || !slices.Equal(q.Context, w.Context) {
			t.Errorf("got  %+v\nwant %+v", q, w)
		}
	}
}

func TestLabelsAreTheHeadings(t *testing.T) {
	for _, label := range []string{
		"linkedin opt-out", "facebook status|data", "rights complaint", "no weather", "hello ok", "distress", "? opt-out", "linkedin ?", "? ?",
	} {
		qs, problems := ParseQuestions("fr/a.txt", []byte("== "+label+"\nmot"), vocabulary)
		if len(problems) > 0 || len(qs) != 1 || qs[0].Label() != label {
			t.Errorf("%q: %v %+v", label, problems, qs)
		}
	}
}

// TestProblemsSayWhereAndWhatToDo: every problem has file, line and remedy, and the other lines are read all the same.
func TestProblemsSayWhereAndWhatToDo(t *testing.T) {
	const good = "== linkedin opt-out\nbien\n"
	for _, c := range []struct {
		name, file string
		want       string
	}{
		{"not UTF-8", good + "caf\xe9\n", "fr/a.txt:3: this line is not UTF-8; save the file as UTF-8"},
		{"no heading", "orphan\n" + good, "fr/a.txt:1: this question stands under no heading; put it under a line such as: == linkedin opt-out"},
		{"one word", good + "== linkedin\n", "fr/a.txt:3: a heading is two words, such as « == linkedin opt-out »; see docs/words-format.md for the headings"},
		{"three words", good + "== linkedin opt-out fr\n", "fr/a.txt:3: a heading is two words"},
		{"an empty heading", good + "==\n", "fr/a.txt:3: a heading is two words"},
		{"an unknown subject", good + "== linkdin opt-out\n", `fr/a.txt:3: "linkdin" is no known subject; see docs/words-format.md`},
		{"an unknown intent", good + "== linkedin optout\n", `fr/a.txt:3: "optout" is no known intent; see`},
		{"the second of two intents", good + "== linkedin data|optout\n", `fr/a.txt:3: "optout" is no known intent; see`},
		{"an intent of a service for a general question", good + "== rights opt-out\n", `fr/a.txt:3: "opt-out" is no known intent`},
		{"a general question for a service", good + "== linkedin complaint\n", `fr/a.txt:3: "complaint" is no known intent`},
		{"an unknown topic", good + "== no idea\n", `fr/a.txt:3: "idea" is no known topic`},
		{"an unknown greeting", good + "== hello world\n", `fr/a.txt:3: "world" is no known greeting`},
		{"a follow-up without a question", good + "un >>  \n", "fr/a.txt:3: a follow-up needs a question after the last >>; write: first question >> the follow-up"},
		{"a line without end", good + strings.Repeat("a", 1<<20+1), "fr/a.txt:3: a line is longer than 1 MB; split it"},
	} {
		t.Run(c.name, func(t *testing.T) {
			qs, problems := ParseQuestions("fr/a.txt", []byte(c.file), vocabulary)
			if len(problems) != 1 || !strings.HasPrefix(problems[0].Error(), c.want) {
				t.Errorf("got %v, want %s", problems, c.want)
			}
			if len(qs) != 1 || qs[0].Text != "bien" {
				t.Errorf("the good line is lost: %+v", qs)
			}
		})
	}
}

// TestLinesUnderABadHeadingAreProblemsToo, so that none slips under the heading before.
func TestLinesUnderABadHeadingAreProblemsToo(t *testing.T) {
	qs, problems := ParseQuestions("fr/a.txt", []byte("== linkedin opt-out\nun\n== nope nope\ndeux\n"), vocabulary)
	if len(qs) != 1 || len(problems) != 2 || problems[1].Line != 4 {
		t.Errorf("%+v, %v", qs, problems)
	}
}

func TestReadQuestionsInNameOrder(t *testing.T) {
	fsys := fstest.MapFS{
		"fr/b.txt": {Data: []byte("== no news\ndeux")}, "fr/a.txt": {Data: []byte("== no news\nun")}, "en/c.txt": {Data: []byte("== no news\nzero")},
		"fr/readme.md": {Data: []byte("== nope")}, "stray.txt": {Data: []byte("== nope")}, "de/d.txt": {Data: []byte("== nope")},
	}
	qs, problems, err := ReadQuestions(fsys, vocabulary)
	if err != nil {
		t.Fatal(err)
	}
	got := make([]string, len(qs))
	for i, q := range qs {
		got[i] = q.Lang + " " + q.Text
	}
	if want := []string{"en zero", "fr un", "fr deux"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if len(problems) != 1 || problems[0].File != "de/d.txt" {
		t.Errorf("problems %v", problems)
	}
	broken := fstest.MapFS{"fr/a.txt": {Mode: fs.ModeDir}}
	if _, _, err := ReadQuestions(broken, vocabulary); err == nil || !strings.Contains(err.Error(), "read the questions") {
		t.Errorf("a folder that is named like a file: %v", err)
	}
}

// lists are the three files of a lexicon; an entry of with replaces one of them, "" takes it away.
func lists(with map[string]string) fstest.MapFS {
	files := map[string]string{
		"names.yaml": "linkedin:\n  name: LinkedIn\n  owner: microsoft\n  names: [linkedin]\n  misspellings: [lindekin]\n" +
			"x:\n  name: X\n  owner: x\n  names: [twitter]\n  weak: [réseau]\nunlisted: [badoo, fruitz]\n",
		"short.yaml":    "fr:\n  cmt: comment\nprefixes:\n  fr:\n    j: je\n",
		"concepts.yaml": "refuse:\n  fr: [refuser]\n  en: [refuse]\n",
	}
	fsys := fstest.MapFS{"questions/fr/a.txt": {Data: []byte("== linkedin opt-out\nrefuser linkedin\n")}}
	for name, text := range files {
		if t, ok := with[name]; ok {
			text = t
		}
		if text != "" {
			fsys[name] = &fstest.MapFile{Data: []byte(text)}
		}
	}
	for name, text := range with {
		if _, list := files[name]; !list {
			fsys[name] = &fstest.MapFile{Data: []byte(text)}
		}
	}
	return fsys
}

func TestLoad(t *testing.T) {
	lex, qs, err := Load(lists(nil))
	if err != nil {
		t.Fatal(err)
	}
	switch {
	case !slices.Equal(lex.Slugs(), []string{"linkedin", "x"}) || !slices.Equal(lex.Unlisted, []string{"badoo", "fruitz"}):
		t.Errorf("subjects %v, unlisted %v", lex.Slugs(), lex.Unlisted)
	case !slices.Equal(lex.Subjects["linkedin"].Strong(), []string{"linkedin", "lindekin"}) || lex.Subjects["x"].Weak[0] != "réseau":
		t.Errorf("names %+v", lex.Subjects)
	case lex.Short["fr"]["cmt"] != "comment" || lex.Prefixes["fr"]["j"] != "je" || len(lex.Short) != 1:
		t.Errorf("short %v, prefixes %v", lex.Short, lex.Prefixes)
	case lex.Concepts["refuse"]["en"][0] != "refuse":
		t.Errorf("concepts %v", lex.Concepts)
	case len(qs) != 1 || qs[0].Author != "a":
		t.Errorf("questions %+v", qs)
	}
}

func TestLoadRefuses(t *testing.T) {
	for _, c := range []struct {
		name string
		with map[string]string
		want string
	}{
		{"no names", map[string]string{"names.yaml": ""}, "names.yaml"},
		{"no short spellings", map[string]string{"short.yaml": ""}, "short.yaml"},
		{"no concepts", map[string]string{"concepts.yaml": ""}, "concepts.yaml"},
		{"no YAML", map[string]string{"concepts.yaml": "a: [b"}, "concepts.yaml: [1:"},
		{"an unknown key", map[string]string{"names.yaml": "x:\n  nom: X\n"}, `names.yaml: `},
		{"a list of maps", map[string]string{"short.yaml": "fr:\n  cmt: [a]\n"}, "short.yaml: "},
		{
			"a name of two subjects",
			map[string]string{"names.yaml": "linkedin:\n  names: [link]\nx:\n  aliases: [link]\n"},
			`names.yaml: "link" is a name of both linkedin and x; keep it in one, or put it under weak`,
		},
		{"a bad question", map[string]string{"questions/fr/b.txt": "== nope nope\n"}, `1 problems in the questions, the first: fr/b.txt:1: "nope" is no known subject`},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, _, err := Load(lists(c.with)); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %v, want %s", err, c.want)
			}
		})
	}
}

// TestSumTellsWhetherTheWordsChanged: it covers names and bytes of the lists and the questions, and nothing else.
func TestSumTellsWhetherTheWordsChanged(t *testing.T) {
	sum := func(with map[string]string) string {
		s, err := Sum(lists(with))
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	before := sum(nil)
	if len(before) != 64 || sum(map[string]string{"read.go": "package words"}) != before {
		t.Errorf("sum %q, or it changes with the program", before)
	}
	for name, text := range map[string]string{"names.yaml": "x:\n  names: [x]\n", "questions/fr/a.txt": "# rien\n", "questions/fr/b.txt": ""} {
		if sum(map[string]string{name: text}) == before {
			t.Errorf("another %s gives the same sum", name)
		}
	}
	if _, err := Sum(fstest.MapFS{"a.txt": {Mode: fs.ModeDir}, "a.txt/b.txt": {Mode: 0o644}}); err != nil {
		t.Errorf("a folder named like a file: %v", err)
	}
}

// TestHeldOutAuthorsAreAboutOneInTen, and the same ones every time.
func TestHeldOutAuthorsAreAboutOneInTen(t *testing.T) {
	n := 0
	qs := make([]Question, 2000)
	for i := range qs {
		qs[i] = Question{Lang: "fr", Author: strings.Repeat("a", i%7) + string(rune('b'+i%20)) + strings.Repeat("z", i/20)}
		if HeldOut("fr", qs[i].Author) {
			n++
		}
	}
	if n < 120 || n > 280 {
		t.Errorf("%d of 2,000 are held out", n)
	}
	learn, kept := HoldOut(qs)
	if len(learn)+len(kept) != len(qs) || len(kept) != n {
		t.Errorf("%d learnt, %d kept", len(learn), len(kept))
	}
}

func FuzzParseQuestions(f *testing.F) {
	f.Add([]byte("== linkedin opt-out\nun >> deux\n# trois\n"))
	f.Add([]byte("==\n== no\n>>\n\xff\n\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		qs, problems := ParseQuestions("fr/a.txt", data, vocabulary)
		for _, q := range qs {
			if q.Text == "" || q.Line < 1 || q.Kind == "" {
				t.Errorf("%+v", q)
			}
		}
		for _, p := range problems {
			if p.Line < 1 || p.Text == "" || p.Remedy == "" {
				t.Errorf("%+v", p)
			}
		}
	})
}
