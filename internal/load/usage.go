package load

import (
	"context"
	"fmt"
	"os"
	"strconv"
	"strings"
	"sync"
	"time"
)

// usage is what a process has taken so far, by /proc.
type usage struct {
	cpu       time.Duration // in steps of a hundredth of a second
	rss, peak float64       // MB
}

const clockTick = time.Second / 100 // Linux counts so on every machine that Go runs on

func usageOf(pid int) (u usage, err error) {
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return u, fmt.Errorf("read the use of the processor: %w", err)
	}
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return u, fmt.Errorf("read the use of memory: %w", err)
	}
	_, after, _ := strings.Cut(string(stat), ") ") // the name before may hold anything
	field := strings.Fields(after)
	if len(field) < 13 {
		return u, fmt.Errorf("read the use of the processor: %d fields", len(field))
	}
	for _, f := range field[11:13] { // utime, stime
		n, err := strconv.Atoi(f)
		if err != nil {
			return u, fmt.Errorf("read the use of the processor: %w", err)
		}
		u.cpu += time.Duration(n) * clockTick
	}
	u.rss, u.peak = kilobytes(string(status), "VmRSS:"), kilobytes(string(status), "VmHWM:")
	return u, nil
}

// kilobytes reads a line of /proc/PID/status, in MB; 0 when it is not there.
func kilobytes(status, name string) float64 {
	_, after, _ := strings.Cut(status, name)
	field := strings.Fields(after)
	if len(field) == 0 {
		return 0
	}
	n, err := strconv.ParseFloat(field[0], 64)
	if err != nil {
		return 0
	}
	return n / 1024
}

// share is the part of one core that was used between two times, in percent.
func share(before, after usage, took time.Duration) float64 {
	return 100 * (after.cpu - before.cpu).Seconds() / took.Seconds()
}

// A watch notes the highest use of memory while it lasts.
type watch struct {
	stop context.CancelFunc
	wg   sync.WaitGroup
	most float64
}

// watchMemory looks at a process twenty times a second until end is called.
func watchMemory(ctx context.Context, pid int) *watch {
	ctx, cancel := context.WithCancel(ctx)
	w := &watch{stop: cancel}
	w.wg.Go(func() {
		t := time.NewTicker(time.Second / 20)
		defer t.Stop()
		for ctx.Err() == nil {
			if u, err := usageOf(pid); err == nil {
				w.most = max(w.most, u.rss)
			}
			select {
			case <-t.C:
			case <-ctx.Done():
			}
		}
	})
	return w
}

// end returns the highest use, in MB.
func (w *watch) end() float64 {
	w.stop()
	w.wg.Wait()
	return w.most
}
