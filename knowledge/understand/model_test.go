package understand

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"nonmerci/knowledge/linear"
	"nonmerci/knowledge/words"
)

func encode(tb testing.TB, m *Model) []byte {
	tb.Helper()
	var b bytes.Buffer
	if err := m.Encode(&b); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

func decode(tb testing.TB, data []byte) *Model {
	tb.Helper()
	m, err := Decode(data)
	if err != nil {
		tb.Fatal(err)
	}
	return m
}

func TestTrainingIsDeterministic(t *testing.T) {
	passes := map[string]int{}
	again := Train(tinyLexicon(), tinyQuestions(), TrainOptions{Epochs: 12, Progress: func(model string, _ int, loss float64) {
		passes[model]++
		if !(loss >= 0) {
			t.Errorf("%s: loss %v", model, loss)
		}
	}})
	if !bytes.Equal(encode(t, again), encode(t, tiny())) {
		t.Error("the same words give other bytes")
	}
	for _, m := range []string{"language", "subject", "intent", "follow-up"} {
		if passes[m] == 0 {
			t.Errorf("no progress of the %s model: %v", m, passes)
		}
	}
}

func TestEncodeDecodeIsTheIdentity(t *testing.T) {
	data := encode(t, tiny())
	m := decode(t, data)
	if !bytes.Equal(encode(t, m), data) {
		t.Error("encoding what was decoded gives other bytes")
	}
	for _, q := range []string{"cmt jdesactiv l'ia de linkdin", "depuis quand", "météo demain", "pas linkedin, twitter"} {
		for _, c := range []Context{{}, {Subject: "facebook", Class: "opt-out"}} {
			a, b := tiny().Read(q, c, ""), m.Read(q, c, "")
			if a.Subject.Slug != b.Subject.Slug || a.Ours != b.Ours || !slices.Equal(a.Chances, b.Chances) {
				t.Errorf("%q: another reading after Decode", q)
			}
		}
	}
}

func TestTheShippedModelIsSane(t *testing.T) {
	m, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, class := range m.intent.Classes() {
		_, general := General(class)
		if !slices.Contains([]bool{IsNo(class), IsHello(class), IsIntent(class), general, class == Bare, class == Distress}, true) {
			t.Errorf("the class %q is none of ours", class)
		}
	}
	if !slices.Equal(m.intent.Classes(), m.follow.Classes()) {
		t.Error("the two intent models have other classes")
	}
	for _, class := range []string{Bare, Distress, "opt-out", "rights/complaint", "hello/greeting"} {
		if m.intent.Class(class) < 0 {
			t.Errorf("no class %q", class)
		}
	}
	if m.subject.Class(NoSubject) < 0 || m.subject.Class("linkedin") < 0 || len(m.lang.Classes()) != len(Languages) || len(m.side.Classes()) != 2 {
		t.Error("the other models lack a class")
	}
	if len(m.lex.packed.Concepts) > 254 {
		t.Errorf("%d concepts do not fit in a byte", len(m.lex.packed.Concepts))
	}
}

type failing struct{ after int }

func (w *failing) Write(p []byte) (int, error) {
	if w.after -= len(p); w.after < 0 {
		return 0, errors.New("full")
	}
	return len(p), nil
}

func TestEncodeSaysThatItCannotWrite(t *testing.T) {
	size := len(encode(t, tiny()))
	for _, after := range []int{0, 10, 21, size / 2, size - 1} {
		if err := tiny().Encode(&failing{after}); err == nil {
			t.Errorf("nothing is said when %d bytes fit of %d", after, size)
		}
	}
}

func TestDecodeOfDamagedBytes(t *testing.T) {
	good := encode(t, tiny())
	for name, data := range map[string][]byte{
		"nothing": nil, "another file": []byte(strings.Repeat("x", 100)), "magic alone": good[:8], "no lexicon": good[:20],
		"negative size": []byte("nmund001" + "          -5" + strings.Repeat("x", 50)),
		"huge size":     []byte("nmund001" + "999999999999" + strings.Repeat("x", 50)),
		"size in words": []byte("nmund001" + "        many" + strings.Repeat("x", 50)),
	} {
		if _, err := Decode(data); !errors.Is(err, ErrFormat) {
			t.Errorf("%s: error %v", name, err)
		}
	}
	step := max(1, len(good)/97)
	for i := 0; i < len(good); i += step {
		if _, err := Decode(good[:i]); err == nil {
			t.Errorf("%d bytes of %d are a model", i, len(good))
		}
		bad := bytes.Clone(good)
		bad[i] ^= 0x55
		readIfDecoded(bad)
	}
}

// readIfDecoded asks a damaged model a question: it may say anything, and not panic.
func readIfDecoded(data []byte) {
	if m, err := Decode(data); err == nil {
		m.Read("cmt jdesactiv l'ia de linkdin", Context{}, "")
		m.Read("et pour facebook ?", Context{Subject: "linkedin", Class: "opt-out"}, "fr")
	}
}

func FuzzDecode(f *testing.F) {
	small := words.Lexicon{Subjects: map[string]words.Names{"x": {Names: []string{"twitter"}}}}
	good := encode(f, Train(small, []words.Question{
		{Kind: words.Ours, Subject: "x", Text: "twitter", Lang: "fr"}, {Kind: words.No, About: "news", Text: "twitter", Lang: "en"},
	}, TrainOptions{Epochs: 1}))
	f.Add(good)
	f.Add(good[:len(good)/2])
	f.Add([]byte("nmund001          -5xxxxxxxxxxxxxxxxxxx"))
	f.Add([]byte("nmund001           0nmlin001\x00\x00\x00\x00\x00\x00\x00\x00"))
	f.Fuzz(func(_ *testing.T, data []byte) { readIfDecoded(data) })
}

func TestReadTiny(t *testing.T) {
	m := tiny()
	class := func(r *Reading) string { return r.Best(func(string) bool { return true }).Class }
	for _, c := range []struct{ q, subject, class string }{
		{"comment désactiver l'ia de linkedin", "linkedin", "opt-out"},
		{"how do i turn off instagram ai", "instagram", "opt-out"},
		{"depuis quand google photos fait ça", "google-photos", "since"},
		{"pas linkedin, twitter : comment refuser l'ia", "x", "opt-out"},
		{"je veux porter plainte à la cnil", "", "rights/complaint"},
		{"quelle météo à lyon", "", "no/weather"},
		{"changer ma photo de profil facebook", "facebook", "no/other-setting"},
		{"merci beaucoup", "", "hello/thanks"},
		{"j'ai envie de mourir", "", Distress},
		{"instagram", "instagram", Bare},
	} {
		r := m.Read(c.q, Context{}, "")
		if r.Subject.Slug != c.subject || class(r) != c.class {
			t.Errorf("%q: %s, %s; want %s, %s", c.q, r.Subject.Slug, class(r), c.subject, c.class)
		}
	}
	if ours, other := m.Read("comment refuser l'ia de facebook", Context{}, ""), m.Read("quelle météo à lyon", Context{}, ""); ours.Ours <= other.Ours {
		t.Errorf("the gate: %v for a question that is ours, %v for one that is not", ours.Ours, other.Ours)
	}
}

// TestContextChangesWhatAShortQuestionMeans: the same words, after other turns.
func TestContextChangesWhatAShortQuestionMeans(t *testing.T) {
	m := tiny()
	after := Context{Subject: "linkedin", Class: "opt-out", Lang: "fr"}
	r := m.Read("et facebook alors", after, "")
	if !r.Only || r.Subject.Slug != "facebook" {
		t.Errorf("« et facebook alors » asks something of its own: %+v", r.Subject)
	}
	if r = m.Read("depuis quand", after, ""); r.Best(IsIntent).Class != "since" || r.Only {
		t.Errorf("« depuis quand »: %v", r.Chances[:3])
	}
	if got := (Context{Class: "rights/complaint"}).kind(); got != "g" {
		t.Errorf("kind %q", got)
	}
	if !(Context{Device: "web", Lang: "fr"}).Empty() || after.Empty() || (Context{Subject: "x"}).kind() != "s" || (Context{}).kind() != "n" {
		t.Error("Empty or kind")
	}
	if m.Read("linkedin", after, "").Lang != "fr" || m.Read("linkedin", Context{Subject: "x", Lang: "en"}, "").Lang != "en" {
		t.Error("the language spoken so far does not decide")
	}
}

func TestCandidates(t *testing.T) {
	m := func(subject string, flags ...string) Mention {
		return Mention{Subject: subject, Weak: slices.Contains(flags, "weak"), Negated: slices.Contains(flags, "negated")}
	}
	for _, c := range []struct {
		name         string
		mentions     []Mention
		strong, weak []string
	}{
		{"none", nil, nil, nil},
		{"one, twice", []Mention{m("linkedin"), m("linkedin")}, []string{"linkedin"}, nil},
		{"one set aside", []Mention{m("linkedin", "negated"), m("x")}, []string{"x"}, nil},
		{"the only one, set aside", []Mention{m("linkedin", "negated")}, []string{"linkedin"}, nil},
		{"a company beside its service", []Mention{m("meta"), m("instagram")}, []string{"instagram"}, nil},
		{"an assistant beside its host", []Mention{m("meta-ai"), m("whatsapp")}, []string{"whatsapp"}, nil},
		{"two", []Mention{m("x"), m("linkedin")}, []string{"x", "linkedin"}, nil},
		{"weak", []Mention{m("zed", "weak"), m(unlisted)}, nil, []string{"zed"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			strong, weak := candidates(&Analysis{Mentions: c.mentions})
			if !slices.Equal(strong, c.strong) || !slices.Equal(weak, c.weak) {
				t.Errorf("%v, %v; want %v, %v", strong, weak, c.strong, c.weak)
			}
		})
	}
}

// TestRefusals: « je ne veux PAS supprimer » sets the deletion aside; other negations do not.
func TestRefusals(t *testing.T) {
	for q, want := range map[string]bool{
		"je ne veux pas supprimer mon compte linkedin": true,
		"i don't want to delete my account":            true,
		"je veux supprimer mon compte":                 false,
		"pourquoi pas supprimer mon compte":            false,
		"je ne veux pas refuser l'ia":                  false,
		"supprimer":                                    false,
	} {
		if got := tiny().Read(q, Context{}, "").Refuses("delete"); got != want {
			t.Errorf("%q: %v", q, got)
		}
	}
	if tiny().Read("je ne veux pas supprimer mon compte", Context{}, "").Refuses("unheard of") {
		t.Error("a concept that the lexicon lacks is refused")
	}
}

func TestFamilies(t *testing.T) {
	for _, f := range []string{"meta", "google", "microsoft"} {
		if len(Family(f)) < 5 {
			t.Errorf("%s: %v", f, Family(f))
		}
	}
	if Family("linkedin") != nil {
		t.Error("linkedin is no family")
	}
}

func TestClasses(t *testing.T) {
	for class, want := range map[string][3]bool{ // no, hello, intent
		"no/weather": {true, false, false}, "hello/ok": {false, true, false}, "opt-out": {false, false, true}, Bare: {}, Distress: {}, "rights/hoax": {},
	} {
		if got := [3]bool{IsNo(class), IsHello(class), IsIntent(class)}; got != want {
			t.Errorf("%s: %v, want %v", class, got, want)
		}
	}
	for _, c := range []struct {
		q    words.Question
		want []string
	}{
		{words.Question{Kind: words.No, About: "news"}, []string{"no/news"}},
		{words.Question{Kind: words.Hello, About: "ok"}, []string{"hello/ok"}},
		{words.Question{Kind: words.Distress}, []string{Distress}},
		{words.Question{Kind: words.Ours, Subject: "x"}, []string{Bare}},
		{words.Question{Kind: words.Ours, Subject: "x", Intents: []string{"data", "status"}}, []string{"data", "status"}},
		{words.Question{Kind: words.Ours, Subject: words.General, Intents: []string{"hoax"}}, []string{"rights/hoax"}},
	} {
		if got := classesOf(c.q); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.q.Label(), got, c.want)
		}
	}
}

func TestLabelsShareAnExample(t *testing.T) {
	names := []string{"a", "b", "c"}
	for _, c := range []struct {
		classes []string
		want    []linear.Share
	}{
		{[]string{"b"}, []linear.Share{{Class: 1, Part: 1}}},
		{[]string{"c", "a"}, []linear.Share{{Class: 2, Part: 2.0 / 3}, {Class: 0, Part: 1.0 / 3}}},
		{[]string{"unheard of"}, nil},
	} {
		if got := label(c.classes, names); !slices.Equal(got, c.want) {
			t.Errorf("%v: %v, want %v", c.classes, got, c.want)
		}
	}
}

// TestFoldsShareOut: each question is inside one part and outside the others, and an author is in one part whole.
func TestFoldsShareOut(t *testing.T) {
	var qs []words.Question
	for a := range 50 {
		for line := range 20 {
			qs = append(qs, words.Question{Lang: "fr", Author: fmt.Sprint("author-", a), Line: line + 1})
		}
	}
	count, part := make([]int, len(qs)), map[string]int{}
	for k := range folds {
		in, out := foldOf(qs, k)
		if len(in)+len(out) != len(qs) || len(out) == 0 {
			t.Errorf("part %d: %d and %d", k, len(in), len(out))
		}
		for _, i := range out {
			count[i]++
			if before, met := part[qs[i].Author]; met && before != k {
				t.Errorf("%s is in the parts %d and %d", qs[i].Author, before, k)
			}
			part[qs[i].Author] = k
		}
	}
	for i, n := range count {
		if n != 1 {
			t.Fatalf("question %d is in %d parts", i, n)
		}
	}
}

func BenchmarkRead(b *testing.B) {
	m, err := Default()
	if err != nil {
		b.Fatal(err)
	}
	for name, q := range map[string]string{
		"short": "Comment désactiver l’IA de LinkedIn ?",
		"sms":   "cmt jdesactive lia de linkdin stp",
		"story": strings.Repeat("Bonjour, ma nièce m’a dit que LinkedIn se servait de ce que je publie. ", 12) + "Comment refuser ?",
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				m.Read(q, Context{}, "")
			}
		})
	}
}

func BenchmarkDecode(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Decode(embedded); err != nil {
			b.Fatal(err)
		}
	}
}
