package telegram

import (
	"context"
	"net/http"

	"nonmerci/adapters/internal/delay"
	"nonmerci/bot/desk"
)

// maxFile is the largest file that a bot may send.
const maxFile = 49 << 20

// attach sends a file in private; false says that it was cut off. Nobody can look whether a file has arrived, so one whose fate is not known
// is not sent twice: the person is told, and asks again.
func (r *room) attach(ctx context.Context, w *window, j *job, s seat, f desk.File) bool {
	s.pressed = 0
	if len(f.Data) > maxFile {
		return r.say(ctx, w, j, s, with(deskWordsIn(s.lang).FileTooLarge, "name", f.Name))
	}
	id, err := r.sendFile(ctx, s.at, f)
	switch {
	case err == nil:
		j.messages = append(j.messages, s.at.number(id))
		return true
	case ctx.Err() != nil:
		return false
	}
	return r.say(ctx, w, j, s, with(deskWordsIn(s.lang).FileLost, "name", f.Name))
}

func (r *room) sendFile(ctx context.Context, at place, f desk.File) (id int, err error) {
	for try := range 4 {
		permit, bad := r.limiter.acquire(ctx, at)
		if bad != nil {
			return 0, bad
		}
		id, err = r.client.sendDocument(ctx, at.chat, f)
		permit.done(err)
		switch {
		case code(err) == http.StatusTooManyRequests:
			r.sender.slowed(at.chat, asAPI(err))
		case err == nil, uncertain(err), code(err) != 0:
			r.sender.count("sendDocument", err)
			return id, err
		default: // it did not leave
			if bad := delay.For(ctx, firstPause<<try); bad != nil {
				return 0, bad
			}
		}
		r.metrics.Retries.Inc()
	}
	r.sender.count("sendDocument", err)
	return id, err
}
