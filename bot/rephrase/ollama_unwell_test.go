package rephrase

import (
	"bytes"
	"context"
	"net"
	"slices"
	"sync"
	"testing"
	"time"

	"nonmerci/internal/ollamatest"
	"nonmerci/internal/tinymodel"
)

func TestARealOllamaWithTooSmallAContext(t *testing.T) {
	w := few(t)
	for context, want := range map[string]string{"256": "OLLAMA_CONTEXT_LENGTH", "4096": "OLLAMA_CONTEXT_LENGTH", "8192": ""} {
		s := ollamatest.Start(t, "OLLAMA_CONTEXT_LENGTH="+context)
		s.Create("good", tinymodel.Options{Say: good(w)})
		says(t, ollama(t, s, "good", nil), want)
		s.Kill()
	}
}

// TestARealOllamaThatIsAskedTwentyTimesAtOnce: who finds no place, or comes too late on a busy machine, keeps the answer as it is.
func TestARealOllamaThatIsAskedTwentyTimesAtOnce(t *testing.T) {
	for queue, may := range map[string][]Class{"100": {"", Late, Slow}, "1": {"", Late, Slow, Loading, Open}} {
		s := ollamatest.Start(t, "OLLAMA_CONTEXT_LENGTH=8192", "OLLAMA_NUM_PARALLEL=1", "OLLAMA_MAX_QUEUE="+queue)
		w := few(t)
		s.Create("good", tinymodel.Options{Say: good(w)})
		r := ollama(t, s, "good", func(o *Options) { o.Concurrency = 20 })
		var all sync.WaitGroup
		for n := range 20 {
			all.Go(func() {
				mine := w
				mine.Revision = n
				if _, err := r.Rewrite(t.Context(), mine); !slices.Contains(may, class(t, err)) {
					t.Errorf("queue of %s, %d: %v", queue, n, err)
				}
			})
		}
		all.Wait()
		o := r.Status().Outcomes
		t.Logf("a queue of %s: %v", queue, o)
		if o["words"] == 0 || queue == "1" && o[string(Loading)] == 0 {
			t.Errorf("a queue of %s: %v", queue, o)
		}
		s.Kill()
	}
}

// TestARealOllamaThatLoadsForLongerThanAnybodyWaits: the next one who asks finds words.
func TestARealOllamaThatLoadsForLongerThanAnybodyWaits(t *testing.T) {
	w := few(t)
	s := ollamatest.Start(t, "OLLAMA_CONTEXT_LENGTH=8192")
	s.Create("good", tinymodel.Options{Say: good(w)})
	r := ollama(t, s, "good", func(o *Options) { o.Timeout = 20 * time.Millisecond })
	if _, err := r.Rewrite(t.Context(), w); class(t, err) != Late {
		t.Errorf("at once: %v", err)
	}
	r.work.Wait()
	if _, err := r.Rewrite(t.Context(), w); err != nil {
		t.Errorf("afterwards: %v", err)
	}
}

// TestARealOllamaThatEnds in the middle of an answer: first the program that it runs for a model, which it starts again, then itself.
func TestARealOllamaThatEnds(t *testing.T) {
	w := linkedIn(t)
	s := ollamatest.Start(t, "OLLAMA_CONTEXT_LENGTH=8192")
	s.Create("good", tinymodel.Options{Say: good(w)})
	r := ollama(t, s, "good", nil)
	for _, c := range []struct {
		name  string
		end   func()
		after Class
	}{{"the model's program", s.KillRunner, ""}, {"the server", s.Kill, Unreachable}} {
		dying := ollama(t, s, "good", func(o *Options) { o.Dial = after([]byte(`"content":"["`), c.end) })
		if _, err := dying.Rewrite(t.Context(), w); class(t, err) != Cut {
			t.Errorf("%s ends: %v", c.name, err)
		}
		if _, err := r.Rewrite(t.Context(), w); class(t, err) != c.after {
			t.Errorf("%s has ended: %v", c.name, err)
		}
		w.Revision++
	}
}

// after dials connections of which the first that reads some bytes does something, before it passes them on.
func after(sign []byte, do func()) func(context.Context, string, string) (net.Conn, error) {
	var once sync.Once
	return func(ctx context.Context, network, address string) (net.Conn, error) {
		c, err := (&net.Dialer{}).DialContext(ctx, network, address)
		return &watched{c, sign, func() { once.Do(do) }}, err
	}
}

type watched struct {
	net.Conn
	sign []byte
	do   func()
}

func (w *watched) Read(p []byte) (int, error) {
	n, err := w.Conn.Read(p)
	if bytes.Contains(p[:n], w.sign) {
		w.do()
	}
	return n, err
}
