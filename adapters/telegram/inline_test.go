package telegram

import (
	"slices"
	"strings"
	"testing"
	"time"

	"nonmerci/bot"
	"nonmerci/internal/telegramtest"
)

func TestInlineMode(t *testing.T) {
	bubble(t, genuine(t), func(r *rig) {
		p, other := r.started("Zoé"), r.NewPerson(telegramtest.User{FirstName: "Joe", LanguageCode: "en"})
		for query, want := range map[string]string{
			"": "", "linkedin": "LinkedIn", "comment désactiver l’IA de LinkedIn ?": "LinkedIn", "zzzz": "", strings.Repeat("x", 256): "",
			"@everyone <b>": "",
		} {
			a, err := p.TypeInline(query, "private", "").Wait(r.soon(10 * time.Second))
			if err != nil {
				t.Fatalf("%q: %v\n%s", query, err, r.log)
			}
			if !a.Personal || a.CacheTime < time.Second || a.CacheTime > 10*time.Second || len(a.Results) > 10 || a.Button == nil {
				t.Errorf("%q: %+v", query, a)
			}
			if query == "" && len(a.Results) == 0 {
				t.Error("nothing typed offers nothing")
			}
			for i, res := range a.Results {
				if i == 0 && want != "" && !strings.Contains(res.Title+res.Message.Text, want) {
					t.Errorf("%q: first %q", query, res.Title)
				}
				if res.Title == "" || res.Description == "" || res.Message.Text == "" || len(res.ID) > 64 {
					t.Errorf("%q: %+v", query, res)
				}
				if strings.Contains(res.Description, ".…") || strings.Contains(res.Description, " …") {
					t.Errorf("%q ends in %q", query, res.Description)
				}
				for _, b := range res.Message.Buttons() {
					if b.URL == "" {
						t.Errorf("%q has the button %q", res.ID, b.Text)
					}
				}
			}
		}
		a, err := other.TypeInline("linkedin", "private", "").Wait(r.soon(10 * time.Second))
		if err != nil || len(a.Results) == 0 || strings.Contains(a.Results[0].Message.Text, "Vérifié") {
			t.Errorf("%v: an English reader gets %+v", err, a.Results[0])
		}
	})
}

// TestFailure12InlineAnswersArePersonal: what one person was offered is shown to nobody else, and not for long.
func TestFailure12InlineAnswersArePersonal(t *testing.T) {
	bubble(t, genuine(t), func(r *rig) {
		p, other := r.started("Zoé"), r.started("Léo")
		first := p.TypeInline("linkedin", "group", "")
		if _, err := first.Wait(r.soon(10 * time.Second)); err != nil {
			t.Fatal(err)
		}
		if again := other.TypeInline("linkedin", "group", ""); again.Cached() {
			t.Error("another person was given a remembered answer")
		}
		time.Sleep(11 * time.Second)
		if again := p.TypeInline("linkedin", "group", ""); again.Cached() {
			t.Error("an answer is remembered for longer than ten seconds")
		}
	})
}

func TestInlineInDistress(t *testing.T) {
	bubble(t, genuine(t), func(r *rig) {
		p := r.started("Zoé")
		a, err := p.TypeInline("j’ai envie d’en finir", "private", "").Wait(r.soon(10 * time.Second))
		if err != nil || len(a.Results) != 1 || !strings.Contains(a.Results[0].Message.Text, "3114") || len(a.Results[0].Message.Buttons()) != 0 {
			t.Errorf("%v %+v", err, a.Results)
		}
	})
}

// TestInlineMessagesAreEditedByTheirOwnID: a press on a message sent through the bot.
func TestInlineMessagesAreEditedByTheirOwnID(t *testing.T) {
	bubble(t, genuine(t), func(r *rig) {
		p, other := r.started("Zoé"), r.started("Léo")
		c := r.NewChat(telegramtest.Group, "Sans nous", p, other)
		typed := p.TypeInline("linkedin", "group", "")
		a, err := typed.Wait(r.soon(10 * time.Second))
		if err != nil {
			t.Fatal(err)
		}
		i := slices.IndexFunc(a.Results, func(res telegramtest.InlineResult) bool { return len(res.Message.Buttons()) > 0 })
		m, err := typed.Choose(a.Results[i].ID, c)
		if err != nil || m.Keyboard == nil {
			t.Fatalf("%v %+v", err, m)
		}
		data := r.a.seal.Seal(bot.Press{Kind: bot.PressDevice, Lang: "fr", Device: "ios", Subject: "linkedin", Intent: "opt-out"}.String(), 0)
		press := other.Forge(m, data)
		r.pressed(press)
		time.Sleep(time.Minute)
		if now, _ := c.Message(m.ID); !strings.Contains(now.Text, "· iPhone") {
			t.Errorf("%q\n%s", now.Text, r.log)
		}
	})
}
