package rephrase

import (
	"context"
	"net"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"nonmerci/internal/modeltest"
)

func TestOnlyWhatIsSafeIsTriedAgainAndOnce(t *testing.T) {
	fine := modeltest.Faithful(friendly)
	for name, c := range map[string]struct {
		replies []modeltest.Reply
		want    Class
		calls   int
		took    time.Duration
	}{
		"Limited":         {[]modeltest.Reply{modeltest.RetryAfter(429, "1"), fine}, "", 2, time.Second},
		"Loading":         {[]modeltest.Reply{modeltest.RetryAfter(503, "2"), fine}, "", 2, 2 * time.Second},
		"Twice":           {[]modeltest.Reply{modeltest.RetryAfter(429, "1"), modeltest.RetryAfter(429, "1"), fine}, Limited, 2, time.Second},
		"TooLate":         {[]modeltest.Reply{modeltest.RetryAfter(429, "3"), fine}, Limited, 1, 0},
		"NoTime":          {[]modeltest.Reply{modeltest.RetryAfter(429, "soon"), fine}, Limited, 1, 0},
		"Negative":        {[]modeltest.Reply{modeltest.RetryAfter(429, "-5"), fine}, Limited, 1, 0},
		"NotANumber":      {[]modeltest.Reply{modeltest.RetryAfter(429, "NaN"), fine}, Limited, 1, 0},
		"LoadingNoTime":   {[]modeltest.Reply{modeltest.Loading(), fine}, Loading, 1, 0},
		"Fault":           {[]modeltest.Reply{modeltest.Status(500, "oops"), fine}, Fault, 1, 0},
		"FaultWithTime":   {[]modeltest.Reply{modeltest.RetryAfter(500, "1"), fine}, Fault, 1, 0},
		"CutInTheMiddle":  {[]modeltest.Reply{modeltest.Unfinished("[1] a", false, true), fine}, Cut, 1, 0},
		"CutAtTheFirst":   {[]modeltest.Reply{func(e *modeltest.Exchange) { e.Abort() }, fine}, Cut, 1, 0},
		"StreamThenLimit": {[]modeltest.Reply{modeltest.NoStream(fine), modeltest.RetryAfter(429, "1"), fine}, Limited, 2, 0},
	} {
		t.Run(name, func(t *testing.T) {
			with(t, modeltest.Options{}, nil, func(t *testing.T, b *bench) {
				b.server.Next(c.replies...)
				begun := time.Now()
				_, err := b.ask(t, linkedIn(t))
				if got := class(t, err); got != c.want || len(b.server.Calls()) != c.calls || time.Since(begun) != c.took {
					t.Errorf("%q after %d calls and %v", got, len(b.server.Calls()), time.Since(begun))
				}
			})
		})
	}
}

func TestADateIsATimeToComeBack(t *testing.T) {
	now := time.Date(2026, 11, 28, 0, 0, 0, 0, time.UTC)
	for value, want := range map[string]time.Duration{
		"3": 3 * time.Second, "1.5": 1500 * time.Millisecond, now.Add(4 * time.Second).Format(http.TimeFormat): 4 * time.Second,
		now.Add(-time.Hour).Format(http.TimeFormat): 0, "1e300": maxRetryAfter, "Inf": maxRetryAfter, "": 0, "soon": 0, "-1": 0,
	} {
		if got := retryAfter(value, now); got != want {
			t.Errorf("%q: %v, want %v", value, got, want)
		}
	}
}

// TestAServerThatAsksForPeaceGetsIt: until the time that it named, nothing is asked.
func TestAServerThatAsksForPeaceGetsIt(t *testing.T) {
	with(t, modeltest.Options{}, nil, func(t *testing.T, b *bench) {
		b.server.Next(modeltest.RetryAfter(http.StatusTooManyRequests, "60"))
		b.server.Always(modeltest.Faithful(friendly))
		w := linkedIn(t)
		if _, err := b.ask(t, w); class(t, err) != Limited {
			t.Errorf("got %v", err)
		}
		time.Sleep(59 * time.Second)
		if _, err := b.ask(t, w); class(t, err) != Pause || !b.Status().Paused {
			t.Errorf("after 59 s: %v", err)
		}
		time.Sleep(2 * time.Second)
		if _, err := b.ask(t, w); err != nil || b.Status().Paused {
			t.Errorf("after 61 s: %v", err)
		}
	})
}

func TestAConnectionThatIsRefusedIsTriedOnceMore(t *testing.T) {
	with(t, modeltest.Options{}, nil, func(t *testing.T, b *bench) {
		b.server.Always(modeltest.Faithful(friendly))
		b.server.Memory().RefuseDials(true)
		time.AfterFunc(20*time.Millisecond, func() { b.server.Memory().RefuseDials(false) })
		if _, err := b.ask(t, linkedIn(t)); err != nil {
			t.Error(err)
		}
		b.server.Memory().RefuseDials(true)
		b.server.Memory().CutAll()
		w := linkedIn(t)
		w.Revision++
		if _, err := b.ask(t, w); class(t, err) != Unreachable {
			t.Errorf("got %v", err)
		}
		b.server.Memory().RefuseDials(false)
		if _, err := b.ask(t, w); err != nil {
			t.Errorf("when it is back: %v", err)
		}
	})
}

// TestAKeyStaysWithItsServer: nothing is sent to where a server redirects.
func TestAKeyStaysWithItsServer(t *testing.T) {
	var dialled []string
	keep := func(o *Options) {
		dial := o.Dial
		o.Dial = func(ctx context.Context, network, address string) (net.Conn, error) {
			dialled = append(dialled, address)
			return dial(ctx, network, address)
		}
	}
	with(t, modeltest.Options{Key: "s3cret"}, keep, func(t *testing.T, b *bench) {
		b.server.Always(modeltest.Redirect("http://elsewhere.test/v1/chat/completions"))
		_, err := b.ask(t, linkedIn(t))
		if class(t, err) != Redirected || !slices.Equal(dialled, []string{"model.test:80"}) {
			t.Errorf("%v, connected to %v", err, dialled)
		}
		if a := b.server.Calls()[0].Authorization; a != "Bearer s3cret" {
			t.Errorf("the key was sent as %q", a)
		}
		if strings.Contains(err.Error(), "s3cret") {
			t.Error("the error shows the key")
		}
	})
}
