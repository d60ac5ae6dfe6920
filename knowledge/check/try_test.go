package check_test

import (
	"testing"
	"fmt"
	"time"
	"nonmerci/knowledge"
	"os"

	"nonmerci/knowledge/check"
	"nonmerci/knowledge/files"
)

func TestTry(t *testing.T) {
	fsys := os.DirFS("../base")
	b, ps, err := files.Read(fsys)
	if err != nil { t.Fatal(err) }
	for _, p := range ps { fmt.Println("P", p) }
	s := time.Now()
	fs := check.Check(b, check.Options{Files: fsys, Today: knowledge.DayOf(time.Now())})
	fmt.Println(len(b.Entries), time.Since(s))
	for _, f := range fs { fmt.Println(f) }
}
