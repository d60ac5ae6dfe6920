package telegram

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"regexp"
	"strconv"

	"nonmerci/adapters/internal/delay"
)

// failed decides what to do about a failure to receive, and waits. Its error ends Run.
func (p *poller) failed(ctx context.Context, offset int64, err error) error {
	if lost, ok := errors.AsType[*lostError](err); ok && errors.Is(err, errUnreadable) && lost.Status == http.StatusOK {
		if p.passOver(offset, lost.body) {
			return nil
		}
	}
	if code(err) == http.StatusTooManyRequests {
		p.metrics.Limited.With("updates").Inc()
	}
	why := p.explain(ctx, err)
	p.health.set(why)
	if fatal := p.back.refused(err); fatal != nil {
		return fatal
	}
	if p.up {
		p.up = false
		p.metrics.Reconnects.Inc()
	}
	p.opts.Log.Warn("no updates from Telegram", "err", why.Error())
	_ = delay.For(ctx, p.back.next(err)) // ctx is looked at by poll
	return nil
}

// explain adds to a conflict what it comes from and what to do.
func (p *poller) explain(ctx context.Context, err error) error {
	if code(err) != http.StatusConflict {
		return err
	}
	if !webhookActive(err) {
		return fmt.Errorf("another program receives the updates of this bot: stop it, or give one of them another token (%w)", err)
	}
	if p.opts.DropWebhook {
		if _, _, err := typed(ctx, "deleteWebhook", p.client.lib.DeleteWebhook, nil); err == nil {
			return errors.New("a webhook was set; it is deleted now")
		}
	}
	return fmt.Errorf("a webhook is set for this bot: set NONMERCI_TELEGRAM_WEBHOOK_URL to use it, or delete it with the method deleteWebhook (%w)", err)
}

var idForm = regexp.MustCompile(`"update_id"\s*:\s*([0-9]{1,18})`)

// passOver gets past an answer that is no JSON: first the updates are asked for one by one, then the one that cannot be read is counted
// and confirmed. It returns false when nobody can tell which one that is.
func (p *poller) passOver(offset int64, body []byte) bool {
	if p.limit > 1 {
		p.limit = 1
		return true
	}
	id := offset // ids follow each other: if it has none to read, it is most likely the next
	if m := idForm.FindSubmatch(body); m != nil {
		id, _ = strconv.ParseInt(string(m[1]), 10, 64)
	}
	if id < 1 {
		return false
	}
	p.unreadable(len(body))
	p.window.begin(id)
	p.window.finish(id, nil)
	return true
}
