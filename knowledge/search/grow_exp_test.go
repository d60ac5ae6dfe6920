package search_test

import (
	"fmt"
	"os"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
	"unsafe"

	"nonmerci/knowledge/search"
	"nonmerci/knowledge/search/evaluate"
)

func cpu() time.Duration {
	var ts syscall.Timespec
	syscall.Syscall(syscall.SYS_CLOCK_GETTIME, 3, uintptr(unsafe.Pointer(&ts)), 0)
	return time.Duration(ts.Nano())
}

func TestGrowExp(t *testing.T) {
	if os.Getenv("GROW") == "" {
		t.Skip()
	}
	runtime.LockOSThread()
	data, _ := os.ReadFile("words/fr.txt")
	words := strings.Fields(string(data))
	for _, ns := range strings.Fields(os.Getenv("GROW")) {
		n, _ := strconv.Atoi(ns)
		for _, noise := range []string{"", "_typo"} {
			set, _ := evaluate.Load("/work/shared/eval/cdtn", "", noise)
			docs := evaluate.Grow(set.Docs, n, words)
			var before, after runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&before)
			t0 := time.Now()
			x := search.Build(docs, search.Options{})
			build := time.Since(t0)
			runtime.GC()
			runtime.ReadMemStats(&after)
			var lat []time.Duration
			hit, hit3, in := 0, 0, 0
			for _, q := range set.Questions[:600] {
				x.Search(q.Text, 3)
			}
			for _, q := range set.Questions[:600] {
				t0 := cpu()
				h := x.Search(q.Text, 3)
				lat = append(lat, cpu()-t0)
				if q.ID != nil {
					in++
					for i, r := range h {
						if r.ID == *q.ID {
							hit3++
							if i == 0 {
								hit++
							}
						}
					}
				}
			}
			slices.Sort(lat)
			fmt.Printf("%d%s build %v heap %d MB p50 %v p99 %v max %v top1 %.1f top3 %.1f\n", n, noise, build.Round(time.Millisecond), (after.HeapAlloc-before.HeapAlloc)>>20, lat[len(lat)/2], lat[len(lat)*99/100], lat[len(lat)-1], 100*float64(hit)/float64(in), 100*float64(hit3)/float64(in))
			runtime.KeepAlive(x)
		}
	}
}
