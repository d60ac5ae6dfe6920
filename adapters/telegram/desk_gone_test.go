package telegram

import (
	"errors"
	"net/http"
	"sync/atomic"
	"testing"
	"time"

	"nonmerci/internal/telegramtest"
)

func (r *deskRig) left(c *telegramtest.Chat) bool {
	r.t.Helper()
	at, err := r.store.At(r.t.Context(), placeIn(c))
	if err != nil {
		r.t.Fatal(err)
	}
	return !at.Left.IsZero()
}

// away ends the program, lets people act, and starts it again when Telegram has forgotten what they did.
func (r *deskRig) away(act func()) {
	r.t.Helper()
	if err := r.end(); err != nil {
		r.t.Fatal(err)
	}
	act()
	time.Sleep(25 * time.Hour)
	r.opts.Metrics = nil
	r.start()
}

// TestRemovedWhileAwayForLong: a group that removed the bot while it was down, longer than Telegram keeps news, is left once the bot is back,
// whatever kind it is and however it did; one that added it again is not, nor are those that never did.
func TestRemovedWhileAwayForLong(t *testing.T) {
	for _, kind := range []telegramtest.ChatKind{telegramtest.Group, telegramtest.Supergroup} {
		t.Run(string(kind), func(t *testing.T) {
			atDesk(t, setting{}, func(r *deskRig) {
				ana := r.started("Ana")
				here, kicked, removed, back := r.group(kind, ana), r.group(kind, ana), r.group(kind, ana), r.group(kind, ana)
				late := r.group(kind, ana)
				time.Sleep(5 * time.Second)
				r.away(func() {
					ana.KickBot(kicked)
					ana.RemoveBot(removed)
					ana.RemoveBot(back)
					ana.RemoveBot(late)
					if err := ana.AddBot(back); err != nil {
						t.Fatal(err)
					}
				})
				time.Sleep(goneFirst + 10*goneEvery)
				if !r.left(kicked) || !r.left(removed) || !r.left(late) || r.left(here) || r.left(back) {
					t.Errorf("left: kicked %t, removed %t and %t, back %t, here %t", r.left(kicked), r.left(removed), r.left(late), r.left(back), r.left(here))
				}
				asked := len(r.Requests("getChatMember"))
				time.Sleep(2 * goneLooks)
				if n := len(r.Requests("getChatMember")); n != asked {
					t.Errorf("%d groups were asked again at once", n-asked)
				}
				r.away(func() {
					if err := ana.AddBot(late); err != nil {
						t.Fatal(err)
					}
				})
				time.Sleep(goneFirst + 10*goneEvery)
				if r.left(late) {
					t.Error("one that the bot came back to while it was away is still left")
				}
			})
		})
	}
}

// TestUncertainIsNotGone: whatever else Telegram says, or does not say, nothing follows from it, and it is asked again.
func TestUncertainIsNotGone(t *testing.T) {
	faults := map[string]telegramtest.Fault{
		"a page": telegramtest.BadGateway(), "500": telegramtest.Refusal(http.StatusInternalServerError, "Internal Server Error"),
		"cut": {Cut: true}, "429": {Err: telegramtest.TooManyRequests(300)}, "401": telegramtest.Refusal(http.StatusUnauthorized, "Unauthorized"),
		"another 400":      telegramtest.Refusal(http.StatusBadRequest, "Bad Request: member list is inaccessible"),
		"another 403":      telegramtest.Refusal(http.StatusForbidden, "Forbidden: something new"),
		"403 of a proxy":   {Status: http.StatusForbidden, Body: "<html>bot was kicked from"},
		"404 in its words": telegramtest.Refusal(http.StatusNotFound, "Not Found: chat not found"),
		"late":             {Delay: time.Minute},
	}
	atDesk(t, setting{}, func(r *deskRig) {
		ana := r.started("Ana")
		c := r.group(telegramtest.Supergroup, ana)
		time.Sleep(5 * time.Second)
		last := r.Fail(telegramtest.Fault{Method: "getChatMember", Times: -1, Cut: true})
		r.away(func() { ana.KickBot(c) })
		for name, f := range faults {
			f.Method, f.Times = "getChatMember", -1
			rule := r.Fail(f)
			last.Stop()
			last = rule
			time.Sleep(goneLooks + goneLooks/4)
			if r.left(c) || rule.Used() < 1 || rule.Used() > 2 {
				t.Errorf("%s: left: %t, after %d questions", name, r.left(c), rule.Used())
			}
		}
		last.Stop()
		time.Sleep(goneLooks + goneLooks/4)
		if !r.left(c) {
			t.Error("it is not left once Telegram says so")
		}
	})
}

// TestUnknownEverywhere: a bot with a token that none of the groups of its database know leaves none of them; once it has met one, « chat not
// found » says that the group is gone.
func TestUnknownEverywhere(t *testing.T) {
	atDesk(t, setting{}, func(r *deskRig) {
		ana := r.started("Ana")
		here, gone := r.group(telegramtest.Supergroup, ana), r.group(telegramtest.Supergroup, ana)
		time.Sleep(5 * time.Second)
		f := telegramtest.Refusal(http.StatusBadRequest, "Bad Request: chat not found")
		f.Method, f.Times = "getChatMember", -1
		rule := r.Fail(f)
		r.away(func() {})
		time.Sleep(goneFirst + goneLooks + 10*goneEvery)
		if r.left(here) || r.left(gone) {
			t.Fatal("groups are left that another token may know")
		}
		r.answer(ana.Command(here, "demander", "comment refuser sur linkedin"))
		time.Sleep(goneLooks + 10*goneEvery)
		if rule.Stop(); r.left(here) || !r.left(gone) {
			t.Errorf("left: %t, the one that is gone: %t", r.left(here), r.left(gone))
		}
	})
}

// TestOnlySilentGroupsAreAsked, a few a minute at most, and by the instance that keeps the guides alone.
func TestOnlySilentGroupsAreAsked(t *testing.T) {
	atDesk(t, setting{idle: true}, func(r *deskRig) {
		var keeps atomic.Bool
		r.opts.Keeps = keeps.Load
		r.start()
		ana := r.started("Ana")
		var all []*telegramtest.Chat
		for range 6 {
			all = append(all, r.group(telegramtest.Supergroup, ana))
		}
		time.Sleep(5 * time.Second)
		asked := func() int { return len(r.Requests("getChatMember")) }
		r.away(func() {})
		r.Forget()
		time.Sleep(2 * goneLooks)
		if n := asked(); n != 0 {
			t.Errorf("%d groups were asked by an instance that does not keep", n)
		}
		keeps.Store(true)
		r.answer(ana.Command(all[0], "demander", "comment refuser sur linkedin"))
		before := time.Now()
		for asked() == 0 && time.Since(before) < 2*goneLooks {
			time.Sleep(time.Second)
		}
		time.Sleep(50 * time.Second)
		if n := asked(); n != 3 {
			t.Errorf("%d were asked in a minute", n)
		}
		time.Sleep(goneLooks / 2)
		if n := asked(); n != 5 {
			t.Errorf("%d were asked, want the five that are silent", n)
		}
		for _, c := range all { // a week later
			r.a.room.signs.note(c.ID(), time.Now().Add(-silentAfter))
		}
		time.Sleep(2 * goneLooks)
		if n := asked(); n != 11 {
			t.Errorf("%d were asked, want all six a week later", n-5)
		}
	})
}

// TestAddedWhileItIsAsked: what Telegram says meanwhile counts; and what another instance was told is found by asking again.
func TestAddedWhileItIsAsked(t *testing.T) {
	atDesk(t, setting{}, func(r *deskRig) {
		ana := r.started("Ana")
		c := r.group(telegramtest.Supergroup, ana)
		time.Sleep(5 * time.Second)
		r.Fail(telegramtest.Fault{Method: "getChatMember", Err: &telegramtest.Error{Code: 403, Description: "Forbidden: bot was kicked from the supergroup chat"}})
		r.away(func() {})
		time.Sleep(goneFirst + goneEvery)
		if r.left(c) {
			t.Error("it is left though the bot is there")
		}
		if !r.a.chats.mayWrite(c.ID()) {
			t.Error("nothing may be written there")
		}
	})
}

// TestSilent: a group is silent when nothing was known of it, or not for a week.
func TestSilent(t *testing.T) {
	var s signs
	now := time.Date(2026, 11, 27, 12, 0, 0, 0, time.UTC)
	if s.note(-1, now); s.silent(-1, now.Add(silentAfter-1)) || !s.silent(-1, now.Add(silentAfter)) || !s.silent(-2, now) {
		t.Error("a week is not a week")
	}
	s.note(-2, now.Add(silentAfter))
	if s.forgetOld(now.Add(silentAfter)); len(s.at) != 1 || s.silent(-2, now.Add(silentAfter)) {
		t.Errorf("%d are known", len(s.at))
	}
	for name, c := range map[string]struct {
		e    event
		want int64
	}{
		"a question": {event{question: &question{at: groupPlace(-5, 0)}}, -5}, "in private": {event{question: &question{at: privatePlace(5)}}, 0},
		"a press": {event{press: &callbackQuery{Message: &message{Chat: chat{ID: -5}}}}, -5}, "of an inline result": {event{press: &callbackQuery{}}, 0},
		"of the bot": {event{member: &memberUpdated{Chat: chat{ID: -5}}}, -5}, "of others": {event{other: &memberUpdated{Chat: chat{ID: -5}}}, -5},
		"blocked": {event{member: &memberUpdated{Chat: chat{ID: 5}}}, 0}, "nothing": {event{}, 0},
	} {
		if got, ok := c.e.group(); ok != (c.want != 0) || ok && got != c.want {
			t.Errorf("%s: %d, %t", name, got, ok)
		}
	}
}

func TestPresence(t *testing.T) {
	for _, c := range []struct {
		m    member
		want presence
	}{
		{member{Status: "member"}, present},
		{member{Status: "administrator"}, present},
		{member{Status: "restricted", IsMember: true}, present},
		{member{Status: "restricted"}, absent},
		{member{Status: "left"}, absent},
		{member{Status: "kicked"}, absent},
		{member{Status: "visitor"}, unclear},
		{member{}, unclear},
	} {
		if got := c.m.presence(); got != c.want {
			t.Errorf("%+v: %d, want %d", c.m, got, c.want)
		}
	}
	for said, want := range map[apiError]presence{
		{Code: 403, Description: "Forbidden: bot was kicked from the group chat"}:           absent,
		{Code: 403, Description: "Forbidden: Bot is not a member of the supergroup chat"}:   absent,
		{Code: 403, Description: "Forbidden: the group chat was deleted"}:                   absent,
		{Code: 400, Description: "Bad Request: chat not found"}:                             missing,
		{Code: 400, Description: "Bad Request: bot was kicked from"}:                        unclear,
		{Code: 403, Description: "Forbidden: user is deactivated"}:                          unclear,
		{Code: 500, Description: "Internal Server Error: chat not found"}:                   unclear,
		{Code: 429, Description: "Too Many Requests: retry after 5", RetryAfter: time.Hour}: unclear,
	} {
		if got := said.presence(); got != want {
			t.Errorf("%d %s: %d, want %d", said.Code, said.Description, got, want)
		}
	}
	if asAPI(errors.New("x")) != nil {
		t.Error("an error of another kind is a refusal")
	}
}
