package load

import (
	"bytes"
	"context"
	"math"
	"strings"
	"testing"
	"time"
)

func TestLossesTellsLostAndDoubled(t *testing.T) {
	l, now := newLedger(), time.Now()
	here := &seat{platform: discord, chat: "d1"}
	for key, o := range map[string]outcome{"d1": {answers: 1}, "d2": {}, "d3": {answers: 2, doubles: 1}} {
		l.note(key, here, now, func() outcome { return o })
	}
	r := &report{scenario: "x"}
	r.losses(&stage{ledger: l}, discord, now)
	for name, want := range map[string]float64{"discord: questions": 3, "discord: lost": 1, "discord: doubled": 1} {
		found := false
		for _, f := range r.figures {
			if f.Name == name {
				found = true
				if f.Value != want || f.Limit != "" && f.OK {
					t.Errorf("%+v, want %v and missed", f, want)
				}
			}
		}
		if !found {
			t.Errorf("%s is not reported", name)
		}
	}
	if n := l.cutOff(discord); n != 1 {
		t.Errorf("%d were cut off", n)
	}
	if n := l.unanswered(discord); n != 0 {
		t.Errorf("%d are unanswered besides", n)
	}
}

// TestTheLedgerTakesNotesInAnyOrder: an answer can be seen before the one who asked knows the key.
func TestTheLedgerTakesNotesInAnyOrder(t *testing.T) {
	l, at := newLedger(), time.Now()
	l.answered("t1/2", at.Add(3*time.Millisecond))
	l.answered("t1/2", at.Add(9*time.Millisecond)) // a second answer changes nothing
	l.delivered("t1/2", at.Add(5*time.Millisecond))
	l.delivered("t1/2", at.Add(time.Millisecond)) // delivered twice: the first counts
	l.note("t1/2", &seat{platform: telegram, chat: "t1"}, at, nil)
	if n := l.waiting(telegram); n != 0 {
		t.Errorf("%d wait", n)
	}
	d := between(l.all(telegram, at), fromDelivery)
	if len(d) != 1 || d[0] != 2*time.Millisecond {
		t.Errorf("%v", d)
	}
	l.note("t1/3", &seat{platform: telegram, chat: "t1"}, at, nil)
	if n := l.waiting(telegram); n != 1 {
		t.Errorf("%d wait", n)
	}
}

func TestDisorder(t *testing.T) {
	at := func(chat string, s int) ask {
		return ask{chat: chat, answered: time.Unix(int64(s), 0)}
	}
	for _, c := range []struct {
		asks []ask
		want int
	}{
		{[]ask{at("a", 1), at("a", 2), at("b", 1), at("a", 3)}, 0},
		{[]ask{at("a", 2), at("a", 1)}, 1},
		{[]ask{at("a", 2), {chat: "a"}, at("b", 1), at("a", 3)}, 0}, // one without an answer is lost, not out of order
	} {
		if n := disorder(c.asks); n != c.want {
			t.Errorf("%v: %d, want %d", c.asks, n, c.want)
		}
	}
}

func TestForcedBy(t *testing.T) {
	for _, c := range []struct {
		platform                 string
		messages, chats, deepest int
		want                     float64
	}{
		{discord, 5000, 500, 10, 100}, // the ceiling
		{discord, 10, 1, 10, 5.1},     // the channel
		{telegram, 5000, 500, 10, 5000.0 / 30},
		{telegram, 10, 1, 10, 7 + 1.0/30}, // the chat
	} {
		if got := forcedBy(c.platform, c.messages, c.chats, c.deepest); math.Abs(got-c.want) > 1e-9 {
			t.Errorf("%+v: %v", c, got)
		}
	}
}

func TestQuantile(t *testing.T) {
	before := samples{`x_bucket{platform="discord",le="0.001"}`: 10, `x_bucket{platform="discord",le="0.002"}`: 10, `x_bucket{platform="discord",le="+Inf"}`: 10}
	after := samples{
		`x_bucket{platform="discord",le="0.001"}`: 60, `x_bucket{platform="discord",le="0.002"}`: 110, `x_bucket{platform="discord",le="+Inf"}`: 110,
		`x_bucket{platform="telegram",le="0.001"}`: 1000,
	}
	for q, want := range map[float64]float64{.25: .0005, .5: .001, .75: .0015} {
		if got := quantile(q, "x", discord, before, after); math.Abs(got-want) > 1e-9 {
			t.Errorf("%v: %v, want %v", q, got, want)
		}
	}
	if got := quantile(.5, "x", discord, after, after); !math.IsNaN(got) {
		t.Errorf("of nothing: %v", got)
	}
}

func TestPercentiles(t *testing.T) {
	var s spans
	for i := range 100 {
		s = append(s, time.Duration(i+1)*time.Millisecond)
	}
	if s.at(50) != 51 || s.at(99) != 100 || s.at(100) != 100 || (spans{}).at(50) != 0 {
		t.Errorf("%v %v %v", s.at(50), s.at(99), s.at(100))
	}
}

func TestRunKnowsItsScenarios(t *testing.T) {
	_, err := Run(context.Background(), Options{Questions: []string{"?"}}, "sok")
	if err == nil || !strings.Contains(err.Error(), "soak") {
		t.Errorf("%v", err)
	}
}

func TestPrintSaysWhatIsMissed(t *testing.T) {
	r := &report{scenario: "burst"}
	r.atMost("p50", 2.5, 2, ms)
	r.zero("lost", 0)
	r.tell("questions", 7, none)
	r.check("a full disk", "lives", "exit 1", false, "nonmerci: no space")
	var out bytes.Buffer
	Print(&out, r.figures)
	text := strings.Join(strings.Fields(out.String()), " ")
	for _, want := range []string{"burst p50 ≤ 2.00 ms 2.50 ms NOT", "burst lost 0 0 ok", "burst questions 7", "lives exit 1 NOT", "nonmerci: no space"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in %s", want, text)
		}
	}
	if len(Missed(r.figures)) != 2 {
		t.Errorf("%d are missed", len(Missed(r.figures)))
	}
}
