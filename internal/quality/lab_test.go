package quality

import (
	"fmt"
	"os"
	"regexp"
	"sort"
	"testing"

	"nonmerci/bot"
	"nonmerci/knowledge"
	"nonmerci/knowledge/understand"
	"nonmerci/knowledge/words"
)

func got(v bot.Verdict) Got {
	g := Got{Kind: string(v.Kind), Subject: v.Subject, Intents: []string{v.Intent}}
	for _, c := range v.Choices {
		g.Offered = append(g.Offered, Pair{c.Subject, c.Intent})
	}
	return g
}

func TestLab(t *testing.T) {
	dir := os.Getenv("LAB_WORDS")
	if dir == "" {
		t.Skip("lab")
	}
	lex, qs, err := words.Load(os.DirFS(dir))
	if err != nil {
		t.Fatal(err)
	}
	learn, kept := words.HoldOut(qs)
	if h := os.Getenv("LAB_HOLD"); h != "" {
		learn, kept = nil, nil
		re := regexp.MustCompile(h)
		for _, q := range qs {
			if re.MatchString(q.Lang + "/" + q.Author) {
				kept = append(kept, q)
			} else {
				learn = append(learn, q)
			}
		}
	}
	if os.Getenv("LAB_RANDOM") != "" {
		learn, kept = nil, nil
		for i, q := range qs {
			if i%8 == 3 {
				kept = append(kept, q)
			} else {
				learn = append(learn, q)
			}
		}
	}
	m := understand.Train(lex, learn, understand.TrainOptions{})
	b := bot.New(bot.Options{Model: m, Base: knowledge.NewBase()})
	var items []Item
	for _, q := range kept {
		items = append(items, FromWords(q))
	}
	report(b, "held-out", items, os.Getenv("LAB_SHOW") == "held")
	f, _ := os.Open("/work/shared/eval/questions-dev.jsonl")
	dev, err := ReadItems(f)
	if err != nil {
		t.Fatal(err)
	}
	curve(m, "held", items)
	curve(m, "dev", dev)
	report(b, "dev", dev, os.Getenv("LAB_SHOW") == "dev")
}

func curve(m *understand.Model, name string, items []Item) {
	for _, th := range []float32{0.3, 0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8} {
		b := bot.New(bot.Options{Model: m, Base: knowledge.NewBase(), Thresholds: bot.Thresholds{Ours: th, FollowUp: th, Hello: 0.5, Distress: 0.4}})
		n := map[string]map[Outcome]int{}
		for _, it := range items {
			o := Judge(it, got(b.Understand(it.Q, it.Context, "")))
			ks := []string{"all", it.Kind}
			if it.Kind == "abstain" && it.Hard() {
				ks = append(ks, "hard")
			}
			for _, k := range ks {
				if n[k] == nil {
					n[k] = map[Outcome]int{}
				}
				n[k][o]++
				n[k]["n"]++
			}
		}
		pc := func(k string, o Outcome) float64 { return 100 * float64(n[k][o]) / float64(max(1, n[k]["n"])) }
		fmt.Printf("%s th=%.2f all %.1f answer %.1f follow %.1f clarify %.1f abstain %.1f false %.1f hardfalse %.1f small %.1f\n", name, th, pc("all", Right), pc("answer", Right), pc("followup", Right), pc("clarify", Right), pc("abstain", Right), pc("abstain", False), pc("hard", False), pc("smalltalk", Right))
	}
}

func report(b *bot.Bot, name string, items []Item, show bool) {
	n := map[string]map[Outcome]int{}
	for _, it := range items {
		lang := it.Lang
		if lang == "mixed" || true {
			lang = ""
		}
		v := b.Understand(it.Q, it.Context, lang)
		o := Judge(it, got(v))
		for _, k := range []string{"all", it.Kind, "lang " + it.Lang} {
			if n[k] == nil {
				n[k] = map[Outcome]int{}
			}
			n[k][o]++
		}
		if show && o != Right {
			fmt.Printf("%-8s %-9s %q %v want %s %v %s | got %s %s/%s %s p=%.2f no=%.2f\n", o, it.Kind, it.Q, it.Context, it.Subject, it.Intents, it.Note, v.Kind, v.Subject, v.Intent, v.Class, v.Confidence, 1-v.Reading.Ours)
		}
	}
	var ks []string
	for k := range n {
		ks = append(ks, k)
	}
	sort.Strings(ks)
	for _, k := range ks {
		tot := 0
		for _, c := range n[k] {
			tot += c
		}
		fmt.Printf("%-9s %-12s n=%4d right=%.1f tap=%.1f wrong=%.1f needless=%.1f false=%.1f\n", name, k, tot, 100*float64(n[k][Right])/float64(tot), 100*float64(n[k][OneTap])/float64(tot), 100*float64(n[k][Wrong])/float64(tot), 100*float64(n[k][Needless])/float64(tot), 100*float64(n[k][False])/float64(tot))
	}
}
