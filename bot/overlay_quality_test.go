package bot

import (
	"slices"
	"strings"
	"testing"

	"nonmerci/knowledge"
)

// A wanted question is one of testdata/overlay; Entry is the own entry that answers it, "" for one that none should answer.
type wanted struct{ Q, Entry string }

// TestOwnEntriesAreFoundAndStealNothing: the limits of prefer were chosen on the odd lines of each file; the even ones are told apart here.
func TestOwnEntriesAreFoundAndStealNothing(t *testing.T) {
	if testing.Short() {
		t.Skip("it measures")
	}
	k := newKit(t, shared(t), Options{})
	k.typical(k.join(here), "entries")
	k.typical(k.join(elsewhere), "entries-art")
	type rate struct{ all, right, wrong, asked int }
	for _, c := range []struct {
		file      string
		inArt     bool
		least     float64 // share of right answers, in each half
		mostWrong int     // in each half
	}{{"own", false, 0.85, 1}, {"shared", false, 0, 0}, {"shared", true, 0, 1}, {"neither", false, 0, 1}, {"neither", true, 0, 1}} {
		var halves [2]rate
		place := here
		if c.inArt {
			place = elsewhere
		}
		for i, q := range lines[wanted](t, c.file) {
			r := k.say(place, q.Q)
			h := &halves[i%2]
			h.all++
			switch own := strings.HasPrefix(r.Entry, "local/"); {
			case own && q.Entry != "" && r.Entry == "local/"+q.Entry:
				h.right++
			case own:
				h.wrong++
				t.Logf("%s: %q gets %s", c.file, q.Q, r.Entry)
			case r.Kind == Clarify && slices.ContainsFunc(r.Choices, func(c Choice) bool { return c.Subject == "local" }):
				h.asked++
				t.Logf("%s: %q asks back: %v", c.file, q.Q, r.Choices)
			case q.Entry != "":
				t.Logf("%s: %q is %s %s", c.file, q.Q, r.Kind, r.Entry)
			}
		}
		t.Logf("%s, art %v: %+v where the limits were chosen, %+v elsewhere", c.file, c.inArt, halves[0], halves[1])
		for _, h := range halves {
			if float64(h.right) < c.least*float64(h.all) || h.wrong > c.mostWrong {
				t.Errorf("%s: %+v", c.file, h)
			}
		}
	}
}

// TestSharedAnswersAreTheSameBesideOwnEntries: beside fifty own entries, what the shared base has something to say to gets the same.
func TestSharedAnswersAreTheSameBesideOwnEntries(t *testing.T) {
	if testing.Short() {
		t.Skip("it measures")
	}
	k := newKit(t, shared(t), Options{})
	k.typical(k.join(here), "entries")
	k.typical(k.join(elsewhere), "entries-art")
	for _, q := range lines[wanted](t, "shared") {
		alone := k.bot.Ask(q.Q, nil, "", false)
		for _, p := range []knowledge.Place{here, elsewhere} {
			if beside := k.say(p, q.Q); alone.Kind != Unknown && alone.Text != beside.Text {
				t.Errorf("%v: %q: %s %s, alone %s %s", p, q.Q, beside.Kind, beside.Entry, alone.Kind, alone.Entry)
			}
		}
	}
}
