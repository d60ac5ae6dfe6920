package telegram

import (
	"context"
	"fmt"
	"net/http"
	"time"

	tg "github.com/go-telegram/bot"

	"nonmerci/adapters/internal/delay"
)

// find looks for a letter that may have arrived though its answer did not. It asks, for the numbers that its message may have, to give
// the message the buttons that it should have: of ours Telegram says that it is not modified, and of any other message that it is not
// there or cannot be edited, so the question changes nothing. Messages that are accounted for are passed over. It says no when it
// cannot tell; the error is ctx's.
func (s *sender) find(ctx context.Context, l letter) (id int, found bool, err error) {
	end, looked := s.numbers.end(l.at, l.after), 0
	for id := l.after + 1; id <= end && looked < mostLooked; id++ {
		if s.numbers.has(l.at, id) { // perhaps only since the search began: others look too
			continue
		}
		looked++
		is, err := s.isThere(ctx, l, id)
		if err != nil {
			return 0, false, err
		}
		if is {
			s.numbers.note(l.at, id)
			return id, true, nil
		}
	}
	return 0, false, nil
}

// isThere asks about one id until the server answers, at most for as long as a message is tried.
func (s *sender) isThere(ctx context.Context, l letter, id int) (bool, error) {
	p := &tg.EditMessageReplyMarkupParams{ChatID: l.at.chat, MessageID: id}
	if l.buttons != nil {
		p.ReplyMarkup = l.buttons
	}
	began := time.Now()
	for failures := 0; ; {
		permit, err := s.limiter.acquire(ctx, l.at)
		if err != nil {
			return false, err
		}
		err = s.client.editMarkup(ctx, p)
		if err == nil || refusedFor(err, notModified) {
			permit.done(nil)
			return true, nil
		}
		permit.refund(err)
		switch {
		case ctx.Err() != nil:
			return false, fmt.Errorf("look for an answer: %w", ctx.Err())
		case code(err) == http.StatusTooManyRequests:
			s.slowed(l.at.chat, asAPI(err))
		case code(err) != 0 && code(err) < http.StatusInternalServerError, time.Since(began) > patience:
			return false, nil
		default:
			if err := delay.For(ctx, min(firstPause<<failures, maxPause)); err != nil {
				return false, err
			}
			failures = min(failures+1, 10) // whose pause is maxPause
		}
	}
}
