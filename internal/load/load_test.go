package load

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

const wordLists = "../../knowledge/words"

// TestTheProgramUnderLoad runs the short forms on the real program. Figures of speed are logged and not judged: they are those of a
// machine that does other things as well. Nothing may be lost, doubled, out of order or refused for speed on any machine.
func TestTheProgramUnderLoad(t *testing.T) {
	if testing.Short() || underRace {
		t.Skip("the program runs in real time for half a minute")
	}
	if _, err := os.Stat("/proc/self/stat"); err != nil {
		t.Skip("there is no /proc here")
	}
	questions, err := Questions(os.DirFS(wordLists))
	if err != nil {
		t.Fatal(err)
	}
	program := filepath.Join(t.TempDir(), "nonmerci")
	if err := Build(t.Context(), program); err != nil {
		t.Fatal(err)
	}
	// Speed is not judged here, so that one part may run beside the other.
	t.Run("many at once", func(t *testing.T) {
		t.Parallel()
		some, err := Run(t.Context(), Options{Program: program, Questions: questions, Length: 2 * time.Second, Burst: 200, Progress: t.Logf}, "latency", "burst")
		judge(t, some, err)
	})
	t.Run("communities", func(t *testing.T) {
		t.Parallel()
		some, err := Run(t.Context(), Options{Program: program, Questions: questions, Length: 2 * time.Second, Crowd: 500, Progress: t.Logf}, "communities")
		judge(t, some, err)
	})
	t.Run("bots that understand nothing", func(t *testing.T) {
		t.Parallel()
		some, err := Run(t.Context(), Options{Program: program, Questions: questions, Length: 2 * time.Second, Progress: t.Logf}, "floor")
		judge(t, some, err)
	})
	t.Run("faults", func(t *testing.T) {
		t.Parallel()
		// Eight seconds: one kill -9 in the middle.
		some, err := Run(t.Context(), Options{Program: program, Questions: questions, Length: 8 * time.Second, Burst: 200, Progress: t.Logf}, "soak")
		judge(t, some, err)
		i := slices.IndexFunc(some, func(f Figure) bool { return f.Name == "kill -9 and restart" })
		if i < 0 || some[i].Value < 1 {
			t.Error("the program was not killed")
		}
	})
}

// judge fails for figures that are missed and do not depend on the machine, and when what must be measured was not.
func judge(t *testing.T, all []Figure, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range all {
		t.Logf("%s: %s: %s (%s)", f.Scenario, f.Name, f.Measured, f.Limit)
		if !f.OK && !f.Speed {
			t.Errorf("%s: %s: %s, not %s %q", f.Scenario, f.Name, f.Measured, f.Limit, f.Notes)
		}
	}
	for _, p := range []string{discord, telegram} {
		i := slices.IndexFunc(all, func(f Figure) bool { return strings.HasSuffix(f.Name, p+": questions") })
		if i < 0 || all[i].Value == 0 {
			t.Errorf("nothing was asked on %s", p)
		}
	}
}
