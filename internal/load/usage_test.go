package load

import (
	"os"
	"testing"
	"time"
)

func TestUsageOfThisProcess(t *testing.T) {
	if _, err := os.Stat("/proc/self/stat"); err != nil {
		t.Skip("there is no /proc here")
	}
	before, err := usageOf(os.Getpid())
	if err != nil {
		t.Fatal(err)
	}
	after := before
	for began := time.Now(); after.cpu < before.cpu+5*clockTick; {
		if time.Since(began) > 3*time.Minute {
			t.Fatal("working takes no time of the processor")
		}
		if after, err = usageOf(os.Getpid()); err != nil {
			t.Fatal(err)
		}
	}
	if after.rss < 1 || after.peak < after.rss || share(before, after, time.Second) < 5 {
		t.Errorf("%+v after %+v", after, before)
	}
	if _, err := usageOf(1 << 30); err == nil {
		t.Error("a process that is not there has a use")
	}
}
