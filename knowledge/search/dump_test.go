package search

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

func TestDump(t *testing.T) {
	out, _ := os.Create("/tmp/dump" + os.Getenv("NOCLASS") + ".csv")
	defer out.Close()
	if os.Getenv("DUMP") == "" {
		t.Skip()
	}
	for _, set := range strings.Fields("cdtn clinc150 banking77-oos") {
		for _, k := range []string{"", "_k10", "_k1"} {
			if k == "_k1" && os.Getenv("NOCLASS") == "" {
				continue
			}
			opt := Options{}
			if os.Getenv("NOCLASS") != "" {
				opt.ClassifierEntries = -1
			}
			x := Build(expRead[Doc]("/work/shared/eval/"+set+"/kb"+k+".jsonl"), opt)
			for _, n := range []string{"", "_typo", "_sms"} {
				for _, q := range expRead[expQ]("/work/shared/eval/" + set + "/queries" + n + ".jsonl") {
					h := x.Search(q.Q, 3)
					if len(h) == 0 {
						h = []Hit{{}}
					}
					b := func(x bool) int {
						if x {
							return 1
						}
						return 0
					}
					fmt.Fprintf(out, "%s%s%s,%d,%d,%d", set, k, n, b(q.Split == "dev"), b(q.ID != ""), b(q.ID != "" && q.ID == h[0].ID))
					for _, s := range h[0].Signals() {
						fmt.Fprintf(out, ",%g", s)
					}
					for i := 1; i < 3; i++ {
						m := 0.0
						if i < len(h) {
							m = h[i].Score
						}
						fmt.Fprintf(out, ",%g", m)
					}
					fmt.Fprintln(out)
				}
			}
		}
	}
}
