package telegram

import (
	"errors"
	"math"
	"strings"
	"testing"
	"time"

	"nonmerci/adapters/internal/seal"
	"nonmerci/bot"
	"nonmerci/bot/desk"
	"nonmerci/internal/telegramtest"
)

var linkSeal = seal.New("1:secret", "test")

// TestLinksSayWhatTheyLeadTo, within Telegram's limits, for the longest ids and acts.
func TestLinksSayWhatTheyLeadTo(t *testing.T) {
	at := time.Date(2036, 3, 4, 5, 6, 0, 0, time.UTC)
	for _, l := range []deepLink{
		{kind: linkBound, spot: spot{chat: -1_009_999_999_999, thread: 9_999_999}, until: at, act: desk.NewAct("resend", "abcdefghij")},
		{kind: linkBound, spot: spot{}, until: at, act: desk.NewAct("b-home")},
		{kind: linkOnce, spot: spot{chat: -1_009_999_999_999, thread: 9_999_999}, until: at.Add(7 * time.Second), nonce: "a1b2c3", act: desk.NewAct("resume", "abcdefghij")},
		{kind: linkGuide, spot: spot{chat: -1_009_999_999_999}, page: "s-abcdefgh"},
		{kind: linkGuide, spot: spot{chat: -5}, page: strings.Repeat("k", 24)},
		{kind: linkGuide, spot: spot{chat: -5}, page: "r-0-z"},
	} {
		owner := uint64(1)<<52 - 1
		if l.kind != linkBound {
			owner = 0
		}
		p := l.payload(linkSeal, owner)
		if p == "" || len(p) > maxPayload || strings.Trim(p, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-") != "" || payloadForm.MatchString(p) {
			t.Errorf("%+v is written as %q", l, p)
			continue
		}
		got, err := openLink(linkSeal, p, owner)
		if err != nil || got.kind != l.kind || got.spot != l.spot || !got.until.Equal(l.until) || got.nonce != l.nonce || got.act.String() != l.act.String() || got.page != l.page {
			t.Errorf("%+v came back as %+v, %v", l, got, err)
		}
		if _, err := openLink(linkSeal, p, 7); owner != 0 && !errors.Is(err, errLinkOwner) {
			t.Errorf("another person: %v", err)
		}
	}
	if p := (deepLink{kind: linkBound, until: at, act: desk.NewAct("list", strings.Repeat("x", 35))}).payload(linkSeal, math.MaxUint32); p != "" {
		t.Errorf("too long, and all the same %q", p)
	}
}

// FuzzLinks: nothing that is not sealed is followed, and nothing panics.
func FuzzLinks(f *testing.F) {
	for _, l := range []deepLink{{kind: linkGuide, page: "own"}, {kind: linkBound, act: desk.NewAct("home")}, {kind: linkOnce, nonce: "x", act: desk.NewAct("home")}} {
		f.Add(l.payload(linkSeal, 0), "m5-0-0-home")
	}
	f.Add("_", "")
	f.Fuzz(func(t *testing.T, payload, words string) {
		if l, err := openLink(seal.New("2:other", "test"), payload, 1); err == nil {
			t.Errorf("%q leads to %+v", payload, l)
		}
		if words != "" {
			_, _ = parseLink(words)
		}
		if tp, ok := parseTap(words); ok && tp.kind == tapAct && actData(tp.act) != words {
			t.Errorf("%q is read as %+v", words, tp)
		}
	})
}

func TestOthersAndOldLinks(t *testing.T) {
	atDesk(t, setting{}, func(r *deskRig) {
		c, people := r.community("Ana", "Bob")
		ana, bob := people[0], people[1]
		link := r.link(r.answer(ana.Command(c, "kb", "")))
		wants(t, r.says(bob, "/start "+link), "pour quelqu’un d’autre")
		wants(t, r.says(bob, "/start "+link[:len(link)-1]+"x"), "n’est plus valable")
		wants(t, r.says(bob, "/start _x"), "n’est plus valable")
		wants(t, r.says(ana, "/start "+link), "Vos fiches")
		wants(t, r.says(ana, "/start "+link), "Vos fiches") // one that is bound may be followed again
		time.Sleep(2 * time.Hour)
		wants(t, r.says(ana, "/start "+link), "n’est plus valable")
		if m := r.answer(ana.StartGroup(c, link)); strings.Contains(m.Text, "fiches") {
			t.Errorf("a link was followed in a group: %q", m.Text)
		}
	})
}

// TestTgAnonAdmin: an anonymous administrator gets a link that works once, for an administrator; a channel and a member get none.
func TestTgAnonAdminAtTheDesk(t *testing.T) {
	atDesk(t, setting{}, func(r *deskRig) {
		c, people := r.community("Ana", "Bob", "Cléo")
		ana, bob, cleo := people[0], people[1], people[2]
		c.Promote(cleo, telegramtest.AllRights(), true)
		m := r.answer(cleo.Command(c, "kb", ""))
		wants(t, m, "une seule fois")
		link := r.link(m)
		wants(t, r.says(bob, "/start "+link), "pour quelqu’un d’autre") // and it is not used up by that
		m = r.says(cleo, "/start "+link)
		wants(t, m, "Vos fiches")
		wants(t, r.says(ana, "/start "+link), "n’est plus valable")

		m = r.taps(cleo, m, "Nouvelle fiche")
		r.fill(cleo, m, "Au fond du couloir.")
		events, err := r.store.Events(r.t.Context(), mustCommunity(r, c), 0, 1)
		if err != nil || len(events) != 1 || string(events[0].By) != string(placeActor(c)) {
			t.Errorf("written by %+v, %v", events, err)
		}

		channel := r.NewChat(telegramtest.Channel, "Chaîne", ana)
		time.Sleep(time.Minute)
		wants(t, r.answer(ana.Write(c, telegramtest.Post{Text: "/kb@test_bot", As: channel})), "en votre nom")
		refused := r.answer(bob.Command(c, "kb", ""))
		wants(t, refused, "réservé aux administrateurs", "/suggest")
		if len(refused.Buttons()) > 0 {
			t.Error("a member gets a link")
		}
		r.silence(bob.Command(c, "kb", "")) // once a minute

		link = r.link(r.answer(cleo.Command(c, "kb", "")))
		time.Sleep(11 * time.Minute)
		wants(t, r.says(cleo, "/start "+link), "n’est plus valable")
		link = r.link(r.answer(cleo.Command(c, "kb", "")))
		if err := r.end(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(2 * time.Second)
		r.start()
		wants(t, r.says(cleo, "/start "+link), "n’est plus valable") // who followed it is not known any more
	})
}

func TestForgedPressesAtTheDesk(t *testing.T) {
	atDesk(t, setting{}, func(r *deskRig) {
		c, people := r.community("Ana", "Bob")
		ana, bob := people[0], people[1]
		m := r.arrives(ana, c, "kb", "")
		data := labelled(t, m, "Réglages").Data
		bobs := r.answer(bob.Ask("bonjour"))
		for name, press := range map[string]*telegramtest.Press{
			"forged": ana.Forge(m, data[:len(data)-1]+"x"), "altered": ana.Forge(m, strings.Replace(data, "settings", "stats", 1)), "nothing": ana.Forge(m, "a"),
		} {
			if a := r.pressed(press); a.Text != bot.WordsIn("fr").TooOld || !a.Alert {
				t.Errorf("%s: %+v", name, a)
			}
		}
		if a := r.pressed(bob.Forge(bobs, data)); a.Text != bot.WordsIn("fr").NotYours || !a.Alert {
			t.Errorf("another's: %+v", a)
		}
		if a := r.pressed(ana.Forge(r.answer(ana.Ask("bonjour")), data)); a.Text != bot.WordsIn("fr").TooOld { // a keyboard that says not what it is about
			t.Errorf("on another message: %+v", a)
		}
		if now, _ := ana.Private().Message(m.ID); now.Text != m.Text {
			t.Error("a refused press changed the screen")
		}
		wants(t, r.taps(ana, m, "Réglages"), "Réglages", "Langue")
		if r.Counts().Unanswered != 0 {
			t.Error("a press was not answered")
		}
	})
}
