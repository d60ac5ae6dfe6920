package playground

import (
	"context"
	"fmt"
	"time"
)

// A card is what a reader sees of one question and its answer.
type card struct {
	Title    string
	Place    string // « private », where nobody needs to be told who writes, unless it is another
	Messages []message
	Form     *form // what covers the messages, nil for nothing
}

// questions are those of the pictures: one of each kind of reply, the long ones in the
// upper row.
var questions = []struct{ title, ask string }{
	{"An answer with its steps", "comment désactiver LinkedIn IA ?"},
	{"An entry that nobody has verified yet", "comment refuser l’IA de Snapchat ?"},
	{"What is impossible, and the second best", "comment refuser l’IA de Reddit ?"},
	{"A family: which service?", "comment refuser l’IA de Google ?"},
	{"Not ours, and what is known instead", "comment changer ma photo sur LinkedIn ?"},
	{"Distress", "j’ai envie d’en finir"},
}

// noon stands in for the time in pictures, so that they are the same tomorrow.
const noon = "12:00"

// cards asks every question in private, and waits until the answers are complete.
func cards(ctx context.Context, act func(context.Context, action) (result, error), see func(as, place string) (screen, error)) ([]card, error) {
	var out []card
	shown := 0
	for _, q := range questions {
		if _, err := act(ctx, action{As: camille, Place: "private", Do: "say", Text: q.ask}); err != nil {
			return nil, fmt.Errorf("ask %q: %w", q.title, err)
		}
		list, err := settled(ctx, see, shown)
		if err != nil {
			return nil, fmt.Errorf("wait for the answer of %q: %w", q.title, err)
		}
		c := card{Title: q.title, Place: "private"}
		for _, m := range list[shown:] {
			m.Time, m.Menu = noon, nil
			c.Messages = append(c.Messages, m)
		}
		shown, out = len(list), append(out, c)
	}
	return out, nil
}

// settled waits until there is an answer after the first n messages and their question, and no more has come for a while.
func settled(ctx context.Context, see func(as, place string) (screen, error), n int) ([]message, error) {
	const still = 1500 * time.Millisecond // longer than the pause between the parts of an answer
	last, since := 0, time.Now()
	for {
		s, err := see(camille, "private")
		if err != nil {
			return nil, err
		}
		if len(s.Messages) != last {
			last, since = len(s.Messages), time.Now()
		}
		if last > n+1 && !s.Messages[last-1].Waiting && time.Since(since) > still {
			return s.Messages, nil
		}
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-time.After(50 * time.Millisecond):
		}
	}
}
