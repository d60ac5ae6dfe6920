package main

import (
	"os"
	"runtime/debug"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestMain runs the tests, or the program for a script. Both make much that is gone in a moment: collecting it less often spares a fifth of
// the time of the processor, and takes up to a gigabyte where there are many stories at once.
func TestMain(m *testing.M) {
	debug.SetGCPercent(400)
	debug.SetMemoryLimit(1 << 30)
	testscript.Main(m, map[string]func(){"nonmerci": main, "nonmerci-links": linksNearby})
}

// TestScripts runs testdata/script against the real program. There, « exits 2 nonmerci … » wants that exit code and one line of error,
// « lines 3 » as many lines of output, and « write FILE 2 'text\n' » makes a file.
func TestScripts(t *testing.T) {
	if slower > 1 && testing.Short() {
		t.Skip("each script starts the program anew, which the race detector makes slow: they run without it")
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		Condition: func(cond string) (bool, error) {
			return cond == "root" && os.Geteuid() == 0, nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"exits": exits, "write": write, "lines": lines},
	})
}
