package search

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"slices"
	"strings"
	"testing"
	"time"
)

type expQ struct {
	Q, ID, Split, OOS string
}

func expDocs(p string) (out []Doc) {
	f, _ := os.Open(p)
	s := bufio.NewScanner(f)
	s.Buffer(nil, 1<<20)
	for s.Scan() {
		var d Doc
		json.Unmarshal(s.Bytes(), &d)
		out = append(out, d)
	}
	return
}
func expQs(p string) (out []expQ) {
	f, _ := os.Open(p)
	s := bufio.NewScanner(f)
	s.Buffer(nil, 1<<20)
	for s.Scan() {
		var d expQ
		json.Unmarshal(s.Bytes(), &d)
		out = append(out, d)
	}
	return
}

func aoa(p []struct {
	s           float64
	ok, in, dev bool
}) float64 {
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
		docs := expDocs(root + "/kb.jsonl")
		t0 := time.Now()
		x := newExact(newBase(docs), docs, Options{}.withDefaults())
		b := time.Since(t0)
		qs := expQs(root + "/" + q + ".jsonl")
		var hit, n [2]float64
		var rows []struct {
			s           float64
			ok, in, dev bool
		}
		t0 = time.Now()
		for _, q := range qs {
			s := x.measure(x.read(q.Q, true))
			best, at := math.Inf(-1), 0
			for e := range x.ids {
				m := float32(0)
				for w := x.first[e]; w < x.first[e+1]; w++ {
					m = max(m, s.wording[w])
				}
				sc := 3.1*float64(m) + 3.1*float64(s.centroid[e]) + 1.5*float64(s.bm25[e]/s.bound)
				if s.class != nil {
					sc += 0.9 * math.Log(float64(s.class[e])+1e-9)
				}
				if sc > best {
					best, at = sc, e
				}
			}
			i := 0
			if q.Split == "test" {
				i = 1
			}
			ok := q.ID == x.ids[at]
			if q.ID != "" {
				n[i]++
				if ok {
					hit[i]++
				}
			}
			rows = append(rows, struct {
				s           float64
				ok, in, dev bool
			}{best, ok, q.ID != "", i == 0})
		}
		fmt.Printf("%-18s dev %.1f test %.1f all %.1f  AoA(test) %.1f  feats %d build %v  %v/q\n", set, 100*hit[0]/n[0], 100*hit[1]/n[1], 100*(hit[0]+hit[1])/(n[0]+n[1]), aoa(rows), len(x.features), b.Round(time.Millisecond), time.Since(t0)/time.Duration(len(qs)))
	}
}
