package telegram

import (
	"context"
	"errors"
	"net/http"
	"time"

	tg "github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"

	"nonmerci/adapters/internal/delay"
)

// A target is a message to replace.
type target struct {
	at       place
	id       int
	inlineID string // of a message sent through the bot; at and id are not known then
}

// errGone says that a message cannot be replaced, so that a new one is needed.
var errGone = errors.New("the message cannot be replaced")

// edit replaces a message by a page and its buttons. That it has them already is success. It may be repeated freely, so it is whatever
// becomes of the answers. The error is errGone, errInactive, ctx's, or says why the page cannot be shown.
func (s *sender) edit(ctx context.Context, to target, pg page, buttons *models.InlineKeyboardMarkup) error {
	e := edit{sender: s, target: to, page: pg, buttons: buttons, began: time.Now()}
	for {
		again, err := e.once(ctx)
		if !again {
			if !errors.Is(err, errGone) {
				s.count("editMessageText", err)
			}
			return err
		}
		s.metrics.Retries.Inc()
	}
}

// An edit is one under way.
type edit struct {
	*sender
	target
	page     page
	buttons  *models.InlineKeyboardMarkup
	began    time.Time
	plain    bool
	failures int
}

func (e *edit) once(ctx context.Context) (again bool, err error) {
	if e.chats.now(e.at.chat) != e.at.chat {
		return false, errGone // the messages of the old group are not in the new one
	}
	if e.inlineID == "" && !e.chats.mayWrite(e.at.chat) {
		return false, errInactive
	}
	permit, err := e.limiter.acquire(ctx, e.at)
	if err != nil {
		return false, err
	}
	err = e.client.editMessageText(ctx, e.params())
	permit.done(err)
	return e.recover(ctx, err)
}

func (e *edit) params() *tg.EditMessageTextParams {
	p := &tg.EditMessageTextParams{Text: e.page.html, ParseMode: models.ParseModeHTML, LinkPreviewOptions: noPreview()}
	if e.plain {
		p.Text, p.ParseMode = e.page.plain, ""
	}
	if e.buttons != nil {
		p.ReplyMarkup = e.buttons
	}
	if e.inlineID != "" {
		p.InlineMessageID = e.inlineID
	} else {
		p.ChatID, p.MessageID = e.at.chat, e.id
	}
	return p
}

func (e *edit) recover(ctx context.Context, err error) (again bool, _ error) {
	switch {
	case err == nil, refusedFor(err, notModified):
		return false, nil
	case ctx.Err() != nil || errors.Is(err, errStopped) || time.Since(e.began) > patience:
		return false, err
	case refusedFor(err, badMarkup) && !e.plain:
		e.plain = true
		return true, nil
	case code(err) == http.StatusTooManyRequests:
		e.slowed(e.at.chat, asAPI(err))
		return true, nil
	case code(err) == http.StatusForbidden:
		e.chats.close(e.at.chat)
		return false, errors.Join(errInactive, err)
	case code(err) == http.StatusBadRequest && asAPI(err).MigrateTo != 0:
		e.chats.moved(e.at.chat, asAPI(err).MigrateTo)
		return false, errGone
	case refusedFor(err, noMessage), refusedFor(err, notEditable):
		return false, errGone
	case code(err) != 0 && code(err) < http.StatusInternalServerError:
		return false, err
	}
	e.failures++
	if e.failures > 6 {
		return false, err
	}
	return delay.For(ctx, min(firstPause<<(e.failures-1), maxPause)) == nil, err
}
