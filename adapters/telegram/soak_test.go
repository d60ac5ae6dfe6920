package telegram

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
	"time"

	"nonmerci/internal/telegramtest"
)

// TestSoak: minutes of questions in private chats and groups while everything breaks in turn, the process included. By the server's
// count no answer is lost and none is doubled, and no refusal for speed is of our making.
func TestSoak(t *testing.T) {
	length := 10 * time.Minute
	if testing.Short() {
		length = time.Minute
	}
	s := journaled(t)
	bubble(t, s, func(r *rig) {
		dice := rand.New(rand.NewPCG(1, 2)) //nolint:gosec // the same faults each time
		var people []*telegramtest.Person
		for i := range 20 {
			people = append(people, r.started(fmt.Sprint("P", i)))
		}
		group := r.group(telegramtest.Supergroup, people...)
		began, crashes := time.Now(), 0
		var rule *telegramtest.Rule
		for n := 0; time.Since(began) < length; n++ {
			p := people[dice.IntN(len(people))]
			if n%20 == 0 { // about as many as a group may be answered
				p.Command(group, "ask", fmt.Sprint("question ", n))
			} else {
				p.Ask(fmt.Sprint("question ", n))
			}
			time.Sleep(time.Duration(dice.IntN(400)) * time.Millisecond)
			switch dice.IntN(60) {
			case 0, 1, 2, 3:
				if rule != nil {
					rule.Stop() // they must not pile up
				}
				rule = r.disturb(dice)
			case 4:
				r.net.CutAll()
			case 5:
				all := r.Updates()
				r.Redeliver(all[max(0, len(all)-1-dice.IntN(5))].ID)
			case 6:
				if n%3 == 0 {
					r.crash()
					r.begin()
					crashes++
				}
			}
		}
		time.Sleep(5 * time.Minute)
		t.Logf("%+v, %d crashes", r.Counts(), crashes)
		answers := r.byQuestion()
		for _, q := range r.Sents() {
			m := q.Message()
			_, number, asked := strings.Cut(m.Text, "question ")
			if n := answers["question "+number]; asked && n != 1 {
				t.Errorf("%d answers to %q in %d: %d", n, m.Text, m.Chat.ID, m.ID)
			}
		}
		r.inOrder()
		for chat, n := range r.Flood().PerChat {
			if chat != group.ID() || n > crashes { // what a group was sent in the minute before a crash is not known after it
				t.Errorf("%d was refused %d times for speed", chat, n)
			}
		}
	})
}

// inOrder checks that in each chat what was asked first was answered first.
func (r *rig) inOrder() {
	r.t.Helper()
	for _, c := range r.Chats() {
		last := 0
		for _, m := range c.FromBot() {
			_, number, _ := strings.Cut(m.Text, "question ")
			n, err := strconv.Atoi(number)
			if err != nil {
				continue // a greeting
			}
			if n < last {
				r.t.Errorf("in %d question %d was answered after %d", c.ID(), n, last)
			}
			last = max(last, n)
		}
	}
}

// byQuestion counts the answers by the question that they repeat. In private an answer need not say which message it answers.
func (r *rig) byQuestion() map[string]int {
	out := map[string]int{}
	for _, c := range r.Chats() {
		for _, m := range c.FromBot() {
			out[strings.TrimPrefix(m.Text, "réponse : ")]++
		}
	}
	return out
}

// disturb makes the next calls fail in one of the ways that calls fail.
func (r *rig) disturb(dice *rand.Rand) *telegramtest.Rule {
	faults := []telegramtest.Fault{
		{Cut: true},
		{Cut: true, Accepted: true},
		telegramtest.BadGateway(),
		{Status: 502, Body: "<html>", Accepted: true},
		{Err: &telegramtest.Error{Code: 500, Description: "Internal Server Error"}},
		{Err: telegramtest.TooManyRequests(3)},
		{Delay: 2 * time.Second},
		{Method: "getUpdates", Cut: true, Times: 2},
		{Method: "getUpdates", Status: 502, Times: 2},
		{Method: "getUpdates", Err: telegramtest.TooManyRequests(2)},
	}
	return r.Fail(faults[dice.IntN(len(faults))])
}
