package load

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"strings"
	"sync"
	"time"
)

// Build builds the program of this tree into a file, by the go command.
func Build(ctx context.Context, file string) error { return build(ctx, file, "nonmerci") }

func build(ctx context.Context, file, pkg string) error {
	out, err := exec.CommandContext(ctx, "go", "build", "-ldflags=-w", "-o", file, pkg).CombinedOutput()
	if err != nil {
		return fmt.Errorf("build the program: %w: %s", err, bytes.TrimSpace(out))
	}
	return nil
}

// A child is the program running « serve » as a process of its own.
type child struct {
	cmd  *exec.Cmd
	addr string // of health and metrics
	log  *keptLog
	done chan struct{} // closed when it has ended
}

// start runs the program with the settings of a stage, changed as said. It ends at the latest with ctx.
func (st *stage) start(ctx context.Context, program string, change map[string]string) (*child, error) {
	return st.startAs(ctx, program, "serve", change)
}

// startAs runs a program that is called with one word.
func (st *stage) startAs(ctx context.Context, program, word string, change map[string]string) (*child, error) {
	c := &child{cmd: exec.CommandContext(ctx, program, word), addr: st.settings["NONMERCI_HTTP_ADDR"], log: &keptLog{}, done: make(chan struct{})}
	c.cmd.Env, c.cmd.Dir, c.cmd.Stdout, c.cmd.Stderr = st.environment(change), st.dir, c.log, c.log
	if err := c.cmd.Start(); err != nil {
		return nil, fmt.Errorf("start the program: %w", err)
	}
	go func() {
		_ = c.cmd.Wait() // how it ended is in ProcessState
		close(c.done)
	}()
	return c, nil
}

// startReady starts the program and waits until it receives on both platforms.
func (st *stage) startReady(ctx context.Context, program string) (*child, error) {
	c, err := st.start(ctx, program, nil)
	if err != nil {
		return nil, err
	}
	if !until(ctx, readyWithin, func() bool { return c.ended() || c.ready() }) || c.ended() {
		c.kill()
		return nil, fmt.Errorf("the program was not ready; its last words: %s", c.log.last())
	}
	return c, nil
}

const readyWithin = 3 * time.Minute // on a machine that is busy, too

func (c *child) pid() int { return c.cmd.Process.Pid }

func (c *child) ended() bool {
	select {
	case <-c.done:
		return true
	default:
		return false
	}
}

// kill ends the program as kill -9 does, and waits until it is gone.
func (c *child) kill() {
	_ = c.cmd.Process.Kill() // it may have ended by itself
	<-c.done
}

// stop asks the program to end and returns its exit code; after a time it is killed, and the code is -1.
func (c *child) stop(within time.Duration) int {
	_ = c.cmd.Process.Signal(os.Interrupt) // as above
	select {
	case <-c.done:
	case <-time.After(within):
		c.kill()
	}
	return c.cmd.ProcessState.ExitCode()
}

func (c *child) ready() bool {
	status, _ := c.get("/readyz")
	return status == http.StatusOK
}

// get asks the program for a path of its health server. Status 0 says that it does not answer, and the text why.
func (c *child) get(path string) (status int, text string) {
	ctx, cancel := context.WithTimeout(context.Background(), 3*time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+c.addr+path, nil)
	if err != nil {
		return 0, err.Error()
	}
	req.Close = true // the next one may be to another process at the same address
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return 0, err.Error()
	}
	body, err := io.ReadAll(resp.Body)
	if err = errors.Join(err, resp.Body.Close()); err != nil {
		return 0, err.Error()
	}
	return resp.StatusCode, string(body)
}

// until asks again and again until ok, within a time; false says that the time or ctx was over first.
func until(ctx context.Context, within time.Duration, ok func() bool) bool {
	ctx, cancel := context.WithTimeout(ctx, within)
	defer cancel()
	t := time.NewTicker(20 * time.Millisecond)
	defer t.Stop()
	for !ok() {
		select {
		case <-t.C:
		case <-ctx.Done():
			return false
		}
	}
	return true
}

// A keptLog is what the program has written, up to a size.
type keptLog struct {
	mu   sync.Mutex
	text bytes.Buffer
}

const maxLog = 4 << 20

func (l *keptLog) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.text.Len() < maxLog {
		l.text.Write(p)
	}
	return len(p), nil
}

func (l *keptLog) lines() []string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return strings.Split(strings.TrimSpace(l.text.String()), "\n")
}

func (l *keptLog) last() string {
	all := l.lines()
	return all[len(all)-1]
}

// with are the lines that hold one of the words.
func (l *keptLog) with(words ...string) []string {
	var out []string
	for _, line := range l.lines() {
		for _, w := range words {
			if strings.Contains(line, w) {
				out = append(out, line)
				break
			}
		}
	}
	return out
}
