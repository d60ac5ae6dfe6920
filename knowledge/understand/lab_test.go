package understand

import (
	"fmt"
	"os"
	"testing"
	"time"

	"nonmerci/knowledge/linear"
	"nonmerci/knowledge/words"
)

func TestHidden(t *testing.T) {
	dir := os.Getenv("LAB_WORDS")
	if dir == "" {
		t.Skip("lab")
	}
	lex, qs, err := words.Load(os.DirFS(dir))
	if err != nil {
		t.Fatal(err)
	}
	var learn, kept []words.Question
	for i, q := range qs {
		if i%8 == 3 {
			kept = append(kept, q)
		} else {
			learn = append(learn, q)
		}
	}
	m := &Model{lex: newLexicon(packLexicon(lex, learn))}
	m.lang = trainLanguage(learn, TrainOptions{Progress: func(string, int, float64) {}})
	alone, _ := split(learn)
	set := m.prepare(alone, nil, TrainOptions{Progress: func(string, int, float64) {}})
	kal, _ := split(kept)
	var s scratch
	var feats [][]linear.Feature
	for _, q := range kal {
		a := m.Analyze(q.Text, "")
		a.named = m.resolveSubject(a, &s).Guessed
		feats = append(feats, append([]linear.Feature(nil), a.intentFeatures(&s)...))
	}
	eval := func(name string, prob func(i int, out []float32)) {
		p := make([]float32, len(set.names))
		ok, n, okO, nO, gate := 0, 0, 0, 0, 0
		for i, q := range kal {
			prob(i, p)
			best := 0
			for k := range p {
				if p[k] > p[best] {
					best = k
				}
			}
			cl := classesOf(q)
			hit := false
			for _, c := range cl {
				if c == set.names[best] {
					hit = true
				}
			}
			n++
			if hit {
				ok++
			}
			if q.Kind == words.Ours {
				nO++
				if hit {
					okO++
				}
			}
			var no float32
			for k, c := range set.names {
				if IsNo(c) || IsHello(c) {
					no += p[k]
				}
			}
			if (no > 0.5) == (q.Kind == words.No || q.Kind == words.Hello) {
				gate++
			}
		}
		fmt.Printf("%-24s all %.2f ours %.2f gate %.2f\n", name, 100*float64(ok)/float64(n), 100*float64(okO)/float64(nO), 100*float64(gate)/float64(n))
	}
	t0 := time.Now()
	lin := linear.Train(set.names, set.single, linear.Options{Seed: 1})
	fmt.Println("linear", time.Since(t0))
	eval("linear", func(i int, out []float32) { lin.Probabilities(feats[i], out) })
	for _, cfg := range []struct {
		h, ep int
		lr, d float64
	}{{64, 8, 0.1, 0}, {64, 8, 0.1, 0.3}, {64, 12, 0.05, 0.3}, {128, 10, 0.1, 0.4}} {
		t0 = time.Now()
		hid := linear.TrainHidden(len(set.names), set.single, cfg.h, cfg.ep, cfg.lr, cfg.d, 1)
		fmt.Println(cfg, time.Since(t0))
		eval("hidden", func(i int, out []float32) { hid.Probabilities(feats[i], out) })
		q := make([]float32, len(set.names))
		eval("both", func(i int, out []float32) {
			hid.Probabilities(feats[i], out)
			lin.Probabilities(feats[i], q)
			for k := range q {
				out[k] += q[k]
				out[k] /= 2
			}
		})
	}
}
