package bot

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"testing"
	"time"
)

func TestRecoverTurnsAPanicIntoAnError(t *testing.T) {
	var out bytes.Buffer
	h := Wrap(func(_ context.Context, m Message) (Reply, error) { panic("about " + m.Text) }, Recover(slog.New(slog.NewTextHandler(&out, nil))))
	r, err := h(t.Context(), Message{Text: "a secret of mine", From: "reader 42"})
	if !errors.Is(err, ErrPanic) || !r.Silent() {
		t.Errorf("%+v %v", r, err)
	}
	if s := out.String() + err.Error(); strings.Contains(s, "secret") || strings.Contains(s, "reader") || !strings.Contains(s, "middleware_test.go") {
		t.Errorf("the log: %s", s)
	}
}

func TestObserveTellsAllButDistress(t *testing.T) {
	b, _ := sharedBot(t)
	kinds := map[Kind]int{}
	h := Wrap(b.Respond, Observe(func(r Reply, err error, took time.Duration) {
		if err != nil || took < 0 {
			t.Error(err, took)
		}
		kinds[r.Kind]++
	}))
	for _, q := range []string{"désactiver ia linkedin", "j'ai envie d'en finir", "bonjour"} {
		if _, err := h(t.Context(), Message{Text: q}); err != nil {
			t.Fatal(err)
		}
	}
	if kinds[Answer] != 1 || kinds[Smalltalk] != 1 {
		t.Errorf("%v", kinds)
	}
}

func TestWrapKeepsTheOrder(t *testing.T) {
	var order []string
	mark := func(s string) Middleware {
		return func(next Handler) Handler {
			return func(ctx context.Context, m Message) (Reply, error) {
				order = append(order, s)
				return next(ctx, m)
			}
		}
	}
	h := Wrap(func(context.Context, Message) (Reply, error) { return Reply{}, nil }, mark("a"), mark("b"))
	if _, err := h(t.Context(), Message{}); err != nil || strings.Join(order, "") != "ab" {
		t.Error(order, err)
	}
}

// flood sends n messages and returns how many were answered, got the notice, and met silence.
func flood(t *testing.T, h Handler, n int, m Message) (answered, told, silent int) {
	t.Helper()
	for range n {
		r, err := h(t.Context(), m)
		switch {
		case err != nil:
			t.Fatal(err)
		case r.Silent():
			silent++
		case r.Place == Aside:
			told++
		default:
			answered++
		}
	}
	return
}

func TestOnePoliteNoticeAFlood(t *testing.T) {
	c := &clock{t: today}
	echo := func(context.Context, Message) (Reply, error) { return Reply{Text: "ok"}, nil }
	h := Wrap(echo, Within(Limits{Person: Limit{Rate: 1, Burst: 5}}, c.now))
	if a, told, s := flood(t, h, 20, Message{From: "u", Lang: "fr"}); a != 5 || told != 1 || s != 14 {
		t.Errorf("%d answered, %d told, %d silent", a, told, s)
	}
	c.pass(time.Second)
	if a, told, s := flood(t, h, 20, Message{From: "u", Lang: "fr"}); a != 1 || told != 0 || s != 19 {
		t.Errorf("a second later: %d answered, %d told, %d silent", a, told, s)
	}
	c.pass(time.Minute)
	if a, told, _ := flood(t, h, 20, Message{From: "u", Lang: "fr"}); a != 5 || told != 1 {
		t.Errorf("a minute later: %d answered, %d told", a, told)
	}
	if r, _ := h(t.Context(), Message{From: "v"}); r.Text != "ok" {
		t.Errorf("another person: %+v", r)
	}
}

func TestAChatIsLimitedWhoeverSpeaks(t *testing.T) {
	c := &clock{t: today}
	h := Wrap(func(context.Context, Message) (Reply, error) { return Reply{Text: "ok"}, nil }, Within(Limits{Chat: Limit{Rate: 1, Burst: 3}}, c.now))
	answered := 0
	for i := range 10 {
		if r, _ := h(t.Context(), Message{Chat: "c", From: UserID(fmt.Sprint(i))}); r.Text == "ok" {
			answered++
		}
	}
	if answered != 3 {
		t.Errorf("%d answered", answered)
	}
}

// TestManyPeopleDoNotFillMemory.
func TestManyPeopleDoNotFillMemory(t *testing.T) {
	b := newBuckets(Limit{Rate: 1, Burst: 1})
	for i := range maxBuckets + 1000 {
		b.of(fmt.Sprint(i))
	}
	if len(b.byKey) != maxBuckets || b.recent.Len() != maxBuckets {
		t.Errorf("%d", len(b.byKey))
	}
}
