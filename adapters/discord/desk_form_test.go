package discord

import (
	"context"
	"strings"
	"testing"
	"testing/synctest"
	"time"
	"unicode/utf8"

	"nonmerci/bot"
	"nonmerci/bot/desk"
	"nonmerci/internal/discordtest"
)

// TestRefusalGivesTheTextBack: what cannot be saved comes back in the form, in words and in a file.
func TestRefusalGivesTheTextBack(t *testing.T) {
	atDesk(t, func(d *deskWorld) {
		f := d.modal(d.ana, "kb new")
		m := d.submits(d.ana, f, map[string]any{
			"title": "Le wifi du club", "short": "Demandez au bureau.", "links": "Le code | javascript:alert(1)",
		})
		d.wants(m, "À corriger", "Rien n’a encore été enregistré")
		if len(m.Files) != 1 || !strings.HasSuffix(m.Files[0], ".txt") {
			t.Errorf("files: %q", m.Files)
		}
		f = d.opens(d.ana, m, "Corriger")
		got := map[string]any{}
		for _, c := range f.Inputs() {
			got[c.CustomID] = c.Value
		}
		if got["title"] != "Le wifi du club" || got["short"] != "Demandez au bureau." || !strings.Contains(got["links"].(string), "javascript") {
			t.Errorf("given back: %v", got)
		}
		m = d.submits(d.ana, f, map[string]any{"links": ""})
		d.wants(m, "Enregistré comme brouillon", "Demandez au bureau.")
		d.wants(d.presses(d.ana, m, "Publier"), "Publié")
		if a := d.reads("le wifi du club"); !strings.Contains(a, "Demandez au bureau.") {
			t.Errorf("%q", a)
		}
		list := must(must(d.lea.Type(d.channel, "ask", "question", "wifi"))(t).WaitChoices(d.ctx))(t)
		if len(list) == 0 || !strings.Contains(list[0].Name, "wifi") {
			t.Fatalf("completions: %+v", list)
		}
		d.wants(d.screenOf(d.ask(list[0].Value.(string))), "Demandez au bureau.")
	}, checked(t))
}

// modal is the form that a command opens.
func (d *deskWorld) modal(u *discordtest.User, command string, options ...discordtest.Given) *discordtest.Modal {
	d.t.Helper()
	return must(must(u.Invoke(d.channel, command, options...))(d.t).WaitModal(d.ctx))(d.t)
}

// TestTwoModeratorsAtOnce: one wins, the other gets both texts.
func TestTwoModeratorsAtOnce(t *testing.T) {
	atDesk(t, func(d *deskWorld) {
		zoe := d.AddUser("Zoe")
		d.guild.AddMember(zoe, d.role)
		first := d.opens(d.ana, d.entry(d.ana), "Modifier")
		second := d.opens(zoe, d.entry(zoe), "Modifier")
		d.wants(d.submits(d.ana, first, map[string]any{"short": "Le texte d’Ana."}), "Enregistré comme brouillon")
		m := d.submits(zoe, second, map[string]any{"short": "Le texte de Zoé."})
		d.wants(m, "Le texte d’Ana.", "Le texte de Zoé.")
		if strings.Contains(plain(m.Text()), "Enregistré comme brouillon") {
			t.Errorf("both won:\n%s", m.Text())
		}
	})
}

// TestPromote: a message becomes an entry, from its menu; the bot needs no intent to read it.
func TestPromote(t *testing.T) {
	atDesk(t, func(d *deskWorld) {
		x := must(d.lea.Say(d.channel, "Le code du wifi est affiché au bar. Écrivez à lea@exemple.fr en cas de souci."))(t)
		m := d.screenOf(must(d.ana.UseOnMessage("Add to the base", x.Question()))(t))
		d.wants(m, "Ouvrir le formulaire")
		f := d.opens(d.ana, m, "Ouvrir le formulaire")
		if title := f.Inputs()[0].Value; title != "Le code du wifi est affiché au bar." {
			t.Errorf("title: %q", title)
		}
		m = d.submits(d.ana, f, nil)
		d.wants(m, "Enregistré comme brouillon")
		if strings.Contains(m.Text(), "lea@exemple.fr") {
			t.Errorf("an address of a person:\n%s", m.Text())
		}
	}, checked(t))
}

// slowDesk takes its time.
type slowDesk struct {
	Desk
	by time.Duration
}

func (s slowDesk) Do(ctx context.Context, c desk.Caller, a desk.Act) (desk.Screen, error) {
	time.Sleep(s.by)
	return s.Desk.Do(ctx, c, a)
}

// TestSlowDesk: what takes long is answered in time all the same; a form that comes too late has a button that opens it.
func TestSlowDesk(t *testing.T) {
	_, _ = loaded()
	_ = realBot()
	synctest.Test(t, func(t *testing.T) {
		w := newWorld(t)
		defer w.finish()
		d := newDeskWorld(t, w)
		real := d.opts.Desk
		slow := &slowDesk{real, 10 * time.Second}
		d.opts.Desk = slow
		w.start()
		w.connected()
		x := must(d.ana.Invoke(d.channel, "kb new"))(t)
		time.Sleep(2 * time.Second)
		if !x.Thinking() || x.Failed() {
			t.Fatal("not deferred")
		}
		m := d.screenOf(x)
		slow.by = 0
		f := d.opens(d.ana, m, "Ouvrir le formulaire")
		slow.by = 10 * time.Second
		m = d.submits(d.ana, f, map[string]any{"title": "Le wifi du club", "short": "Demandez au bureau."})
		d.wants(m, "Enregistré comme brouillon")
		m = d.presses(d.ana, m, "Publier")
		time.Sleep(15 * time.Second)
		for _, now := range d.channel.Messages(d.ana) {
			if now.ID == m.ID {
				d.wants(now, "Publié")
			}
		}
	})
}

// FuzzForms: whatever a form holds, Discord takes it as it is drawn, or it is not drawn.
func FuzzForms(f *testing.F) {
	f.Add("Modifier", "Titre", "un exemple", "du texte", 100, true, "au-dessus")
	f.Add(strings.Repeat("é", 60), "", strings.Repeat("x", 200), strings.Repeat("👩‍👩‍👧", 2000), -1, false, "")
	f.Add("a\nb", "\u202e", "**", "\xff\x00", 1, true, strings.Repeat("@everyone ", 200))
	r := newRoom(&Adapter{}, Options{Token: "x", Desk: slowDesk{}})
	f.Fuzz(func(t *testing.T, title, label, hint, value string, limit int, long bool, above string) {
		form := desk.Form{Title: title, Fields: []desk.Field{{Key: "k", Label: label, Hint: hint, Value: value, Long: long, Limit: limit}}, Submit: desk.NewAct("save", "abcdefgh")}
		m, ok := r.modal(interaction{author: 1 << 63}, form, []bot.Block{sentence(above)})
		if !ok {
			return
		}
		for _, p := range m.Parts {
			if p.Type == componentLabel && (p.Input.Max < utf8.RuneCountInString(p.Input.Value) || p.Input.Max > maxInput || p.Input.Max < 1 || !utf8.ValidString(p.Input.Value)) {
				t.Errorf("%+v", p.Input)
			}
			if count(p.Label) > maxFormLabel || count(p.Description) > maxFormHint || p.Type == componentLabel && p.Label == "" {
				t.Errorf("%+v", p)
			}
		}
		if n := count(m.Title); n < 1 || n > maxFormTitle || count(m.CustomID) > maxCustom {
			t.Errorf("%+v", m)
		}
	})
}

// TestLongScreens: whatever is shown, each message keeps within Discord's limits and nothing is lost.
func TestLongScreens(t *testing.T) {
	for _, n := range []int{0, 10, 1990, 2100, 3500, 9000} {
		for _, word := range []string{"mot ", "**_`[x](y)~ ", "é👩‍👩‍👧 "} {
			for _, embeds := range []bool{true, false} {
				var blocks []bot.Block
				for written := 0; written < n; written += 500 {
					blocks = append(blocks, sentence(strings.Repeat(word, min(500, n-written)/utf8.RuneCountInString(word)+1)))
				}
				total := 0
				for _, b := range screenParts("Un titre", blocks, embeds) {
					total += strings.Count(b.Content, word[:1])
					if count(b.Content) > maxContent {
						t.Errorf("%d characters", count(b.Content))
					}
					for _, e := range b.Embeds {
						total += strings.Count(e.Description, word[:1])
						if count(e.Description) > maxEmbed {
							t.Errorf("an embed of %d characters", count(e.Description))
						}
					}
				}
				if want := n / utf8.RuneCountInString(word); total < want {
					t.Errorf("%d of %d words of %q are left", total, want, word)
				}
			}
		}
	}
}

// TestFiles: what is exported is attached; where files are refused the words come all the same, and say so.
func TestFiles(t *testing.T) {
	atDesk(t, func(d *deskWorld) {
		d.submits(d.ana, d.modal(d.ana, "kb new"), map[string]any{"title": "Le wifi du club", "short": "Demandez au bureau."})
		exports := d.presses(d.ana, d.uses(d.ana, "kb home"), "Exporter")
		m := d.presses(d.ana, exports, "JSON")
		if len(m.Files) == 0 {
			t.Fatalf("no file: %+v", m)
		}
		exports = d.presses(d.ana, d.uses(d.ana, "kb home"), "Exporter")
		d.Fail(discordtest.Fault{Method: "POST", Path: strings.TrimPrefix(toCallback, "POST "), Status: 403, Body: `{"message":"Missing Permissions","code":50013}`, Times: 1})
		m = d.presses(d.ana, exports, "JSON")
		if d.wants(m, "Joindre des fichiers"); len(m.Files) != 0 {
			t.Errorf("files: %q", m.Files)
		}
	}, checked(t))
}
