package main

import (
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
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
		Setup: func(e *testscript.Env) error {
			e.Setenv("GOGC", "400") // hundreds of short runs, a good part of which would go into collecting what is gone in a moment anyway
			return nil
		},
		Condition: func(cond string) (bool, error) {
			return cond == "root" && os.Geteuid() == 0, nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"exits": exits, "write": write, "lines": lines},
	})
}
