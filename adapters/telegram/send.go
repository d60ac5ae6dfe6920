package telegram

import (
	"context"
	"log/slog"
	"time"

	tg "github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"

	"nonmerci/adapters/internal/delay"
)

// How long a message is tried. A late answer is better than a doubled one, and a doubled one better than none:
//   - a request that did not leave, or was refused for speed, is sent again until patience ends;
//   - one whose answer is missing (a cut connection, a failing server) may have been delivered. Telegram has no key for that, but says
//     of a message with the same buttons that it is not modified: so we look where the answer would be (found), and send again only
//     when it is not there, at most maxUncertain times.
const (
	patience     = 15 * time.Minute
	maxUncertain = 4
	firstPause   = time.Second
	maxPause     = 30 * time.Second
	soonArrival  = 2 * time.Second  // before an answer is looked for after a cut,
	lateArrival  = 20 * time.Second // and after no word for long
)

// A sender is the one place that messages leave through. It is safe for concurrent use.
type sender struct {
	client  *client
	limiter *limiter
	chats   *chats
	metrics *metrics
	log     *slog.Logger
	numbers *numbers
}

// A letter is one message to send.
type letter struct {
	at      place
	replyTo int // 0: nothing; in a private chat, only when it is not the last message
	after   int // the id that the message must come after, to look for it; 0: it is not looked for
	page    page
	buttons *models.InlineKeyboardMarkup
	lost    bool   // it may have been sent before: look first
	leaves  func() // called just before it leaves, each time; may be nil
}

// send delivers a letter and returns the id of the message. It waits for its turn, for as long as the server says, and through
// failures that pass. The error is errInactive, ctx's, or says why the letter cannot be delivered.
func (s *sender) send(ctx context.Context, l letter) (int, error) {
	t := try{sender: s, letter: l, began: time.Now()}
	defer t.certain()
	if !l.lost {
		t.after = s.numbers.last(l.at, l.after)
	} else if err := delay.For(ctx, soonArrival); err != nil { // it may still be on its way
		return 0, err
	}
	for {
		id, again, err := t.once(ctx)
		if !again {
			s.count("sendMessage", err)
			return id, err
		}
		s.metrics.Retries.Inc()
	}
}

// A try is a letter under way.
type try struct {
	*sender
	letter
	began     time.Time
	plain     bool // HTML was refused
	uncertain int  // answers that were missing
	failures  int
	doubted   bool // it counts among those that may have arrived
}

// once sends once; again says that it is worth another try.
func (t *try) once(ctx context.Context) (id int, again bool, err error) {
	t.move()
	if !t.chats.mayWrite(t.at.chat) {
		return 0, false, errInactive
	}
	if t.lost {
		if id, found, err := t.find(ctx, t.letter); found || err != nil {
			return id, false, err
		}
		t.lost, t.after = false, t.numbers.last(t.at, t.after)
		t.certain()
	}
	permit, err := t.limiter.acquire(ctx, t.at)
	if err != nil {
		return 0, false, err
	}
	if t.leaves != nil {
		t.leaves()
	}
	id, err = t.client.sendMessage(ctx, t.params())
	permit.done(err)
	if err == nil {
		t.numbers.note(t.at, id)
		return id, false, nil
	}
	again, err = t.recover(ctx, err)
	return 0, again, err
}

// move follows a group that became a supergroup: its messages have other numbers there.
func (t *try) move() {
	if to := t.chats.now(t.at.chat); to != t.at.chat {
		t.at.chat, t.at.numbered = to, true
		t.replyTo, t.after, t.lost = 0, 0, false
	}
}

func (t *try) params() *tg.SendMessageParams {
	p := &tg.SendMessageParams{ChatID: t.at.chat, MessageThreadID: t.at.thread, Text: t.page.html, ParseMode: models.ParseModeHTML, LinkPreviewOptions: noPreview()}
	if t.plain {
		p.Text, p.ParseMode = t.page.plain, ""
	}
	if t.replyTo != 0 && !t.numbers.isLast(t.at, t.replyTo) { // a quote of what stands just above says nothing
		p.ReplyParameters = &models.ReplyParameters{MessageID: t.replyTo, AllowSendingWithoutReply: true}
	}
	if t.buttons != nil {
		p.ReplyMarkup = t.buttons
	}
	return p
}

func noPreview() *models.LinkPreviewOptions {
	off := true
	return &models.LinkPreviewOptions{IsDisabled: &off}
}
