package search

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"
)

type expQ struct {
	Q, ID, Split, OOS string
}

func expRead[T any](p string) (out []T) {
	f, _ := os.Open(p)
	s := bufio.NewScanner(f)
	s.Buffer(nil, 1<<20)
	for s.Scan() {
		var d T
		json.Unmarshal(s.Bytes(), &d)
		out = append(out, d)
	}
	return
}

type expRow struct {
	s           float64
	ok, in, dev bool
}

func aoa(p []expRow) float64 {
	best, thr := -1.0, 0.0
	var ss []float64
	for _, r := range p {
		if r.dev {
			ss = append(ss, r.s)
		}
	}
	slices.Sort(ss)
	for i := 0; i < len(ss); i += 3 {
		t := ss[i]
		c := 0.0
		for _, r := range p {
			if r.dev && (r.s >= t && r.ok || r.s < t && !r.in) {
				c++
			}
		}
		if c > best {
			best, thr = c, t
		}
	}
	c, n := 0.0, 0.0
	for _, r := range p {
		if !r.dev {
			n++
			if r.s >= thr && r.ok || r.s < thr && !r.in {
				c++
			}
		}
	}
	return 100 * c / n
}

func TestExp(t *testing.T) {
	sets := strings.Fields(os.Getenv("SETS"))
	if len(sets) == 0 {
		t.Skip()
	}
	for _, set := range sets {
		dir, variant, _ := strings.Cut(set, ":")
		q := "queries"
		if variant != "" {
			q += "_" + variant
		}
		root := "/work/shared/eval/" + dir
		docs := expRead[Doc](root + "/kb" + os.Getenv("K") + ".jsonl")
		t0 := time.Now()
		opt := Options{}
		if os.Getenv("STAGE") != "" {
			opt.ExactEntries = -1
		}
		if os.Getenv("NOCLASS") != "" {
			opt.ClassifierEntries = -1
		}
		x := Build(docs, opt)
		b := time.Since(t0)
		qs := expRead[expQ](root + "/" + q + ".jsonl")
		var hit, n [2]float64
		var rows, rows2 []expRow
		t0 = time.Now()
		for _, q := range qs {
			h := x.Search(q.Q, 3)
			if len(h) == 0 {
				h = []Hit{{Score: -10}}
			}
			i := 0
			if q.Split == "test" {
				i = 1
			}
			ok := q.ID == h[0].ID
			if q.ID != "" {
				n[i]++
				if ok {
					hit[i]++
				}
			}
			rows = append(rows, expRow{h[0].Score, ok, q.ID != "", i == 0})
			rows2 = append(rows2, expRow{h[0].Confidence, ok, q.ID != "", i == 0})
		}
		fmt.Printf("%-18s dev %.1f test %.1f all %.1f  AoA(test) %.1f p: %.1f build %v  %v/q\n", set, 100*hit[0]/n[0], 100*hit[1]/n[1], 100*(hit[0]+hit[1])/(n[0]+n[1]), aoa(rows), aoa(rows2), b.Round(time.Millisecond), time.Since(t0)/time.Duration(len(qs)))
	}
}
