package load

import (
	"slices"
	"time"
)

// spans are times between two moments of questions, in order.
type spans []time.Duration

// between collects what span says of each question; it leaves out what is not above zero.
func between(asks []ask, span func(ask) time.Duration) spans {
	var out spans
	for _, a := range asks {
		if d := span(a); d > 0 {
			out = append(out, d)
		}
	}
	slices.Sort(out)
	return out
}

// fromDelivery is from the writing of a question to the program, to the arrival of its answer's request.
func fromDelivery(a ask) time.Duration {
	if a.delivered.IsZero() || a.answered.IsZero() {
		return 0
	}
	return a.answered.Sub(a.delivered)
}

// fromAsking is what the person waits.
func fromAsking(a ask) time.Duration {
	if a.answered.IsZero() {
		return 0
	}
	return a.answered.Sub(a.asked)
}

// at returns a percentile in milliseconds; 0 when there is nothing.
func (s spans) at(percent float64) float64 {
	if len(s) == 0 {
		return 0
	}
	i := min(int(percent/100*float64(len(s))), len(s)-1)
	return s[i].Seconds() * 1000
}

// losses reports what the server has counted: questions without an answer, and answers twice.
func (r *report) losses(st *stage, platform string, from time.Time) {
	asks := st.ledger.all(platform, from)
	lost, doubled, cut := 0, 0, 0
	for _, a := range asks {
		o := a.outcome()
		switch {
		case o.answers == 0 && a.cut:
			cut++
		case o.answers == 0:
			lost++
		}
		doubled += o.doubles
	}
	r.tell(platform+": questions", float64(len(asks)), none)
	r.zero(platform+": lost", lost)
	r.zero(platform+": doubled", doubled)
	if cut > 0 {
		r.tell(platform+": cut off by kill -9 (read, not yet answered; Discord brings them to no bot again)", float64(cut), none)
	}
}

// disorder is how many questions were answered before an earlier one of the same conversation.
func disorder(asks []ask) int {
	last, n := map[string]time.Time{}, 0
	for _, a := range asks {
		if a.answered.IsZero() {
			continue
		}
		if a.answered.Before(last[a.chat]) {
			n++
		}
		last[a.chat] = a.answered
	}
	return n
}

// wellBehaved reports refusals for speed and whatever else the servers took note of.
func (r *report) wellBehaved(st *stage) {
	r.zero(discord+": 429", st.discord.RateLimited())
	r.zero(telegram+": 429", st.telegram.Flood().Refused)
	problems := st.problems()
	r.zero("faults noted by the servers", len(problems), problems[:min(len(problems), 5)]...)
}
