package guard

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// passed keeps what passing found: three tests ask.
var passed []triple

// passing are the faithful candidates of the corpus that pass.
func passing(tb testing.TB) []triple {
	tb.Helper()
	if passed != nil {
		return passed
	}
	var out []triple
	for _, t := range triples(tb, "corpus.jsonl") {
		if t.Pass && Check(t.entry(tb), t.Candidate, t.Lang).Pass {
			out = append(out, t)
		}
	}
	if len(out) < 100 {
		tb.Fatalf("%d candidates to change", len(out))
	}
	passed = out
	return out
}

// mutate changes one of some candidates in one way, and reports when the guard lets it pass; it says whether anything was changed.
func mutate(t *testing.T, all []triple, seed uint64, kind int) bool {
	t.Helper()
	r := rand.New(rand.NewPCG(seed, 7))
	tr := all[r.IntN(len(all))]
	m := mutations[kind%len(mutations)]
	mutant := m.apply(r, tr.Candidate, tr.Lang)
	if mutant == tr.Candidate {
		return false
	}
	if Check(tr.entry(t), mutant, tr.Lang).Pass {
		t.Errorf("%s, %s, seed %d, passes:\n%s", tr.ID, m.name, seed, diff(tr.Candidate, mutant))
	}
	return true
}

// TestRephrasedTextKeepsEveryProtectedSpan: a hundred changes, and many more, none of which passes.
func TestRephrasedTextKeepsEveryProtectedSpan(t *testing.T) {
	all := passing(t)
	changed, wanted := 0, 1_000
	if testing.Short() {
		wanted = 200
	}
	for seed := uint64(0); changed < wanted; seed++ {
		if seed > 4_000 {
			t.Fatalf("only %d candidates were changed", changed)
		}
		if mutate(t, all, seed, int(seed)) {
			changed++
		}
	}
}

// FuzzMutation changes a candidate that passes into one that must not.
func FuzzMutation(f *testing.F) {
	all := passing(f)
	f.Add(uint64(1), uint8(1))
	f.Fuzz(func(t *testing.T, seed uint64, kind uint8) { mutate(t, all, seed, int(kind)) })
}

// diff is the first line in which two texts differ.
func diff(a, b string) string {
	as, bs := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range as {
		if i >= len(bs) || as[i] != bs[i] {
			return "- " + as[i] + "\n+ " + strings.Join(bs[min(i, len(bs)):min(i+1, len(bs))], "")
		}
	}
	return ""
}

// FuzzCheck gives the guard anything: it must come back, and explain what it refuses.
func FuzzCheck(f *testing.F) {
	f.Add("Coupez **X**.", "Désactivez **X**.", "fr")
	f.Add("1. a\n2. b\n\n**", "« ( [x](", "")
	f.Add("# x {#y}\n```\na", "ne n' ne pas plus que", "fr")
	f.Add("[a](b)", "[a](b) {1} \x00", "xx")
	f.Add("31 31 31/12/2026, 2026-11-22 3. mars", "may may 1 000 000,5 %", "en")
	f.Fuzz(func(t *testing.T, src, candidate, lang string) {
		s := NewSource(src, "")
		v := Check(s, candidate, lang)
		if v.Pass != (len(v.Reasons) == 0) || len(v.Reasons) > maxReasons {
			t.Errorf("pass %v, reasons %v", v.Pass, v.Reasons)
		}
		if again := Check(NewSource(src, ""), candidate, lang); again.Pass != v.Pass {
			t.Error("the same texts give another verdict")
		}
		if text, v := Assemble(s, candidate, lang); v.Pass != (len(v.Reasons) == 0) || !v.Pass && text != "" {
			t.Errorf("text %q, reasons %v", text, v.Reasons)
		}
		if v := Opening(s, candidate, lang); v.Pass != (len(v.Reasons) == 0) {
			t.Errorf("opening: pass %v, reasons %v", v.Pass, v.Reasons)
		}
	})
}
