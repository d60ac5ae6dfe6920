package main

import (
	"context"
	"strconv"
	"testing"
	"time"

	"nonmerci/internal/discordtest"
	"nonmerci/knowledge"
	"nonmerci/knowledge/sqlstore"
)

// TestStoryOfARestart: the guides are still followed, buttons of before still work, and a form that was half typed is refused in words that tell
// what to do.
func TestStoryOfARestart(t *testing.T) {
	t.Parallel()
	inTown(t, small, func(v *town) {
		p, g := v.server("Entraide"), v.group("Amis")
		p.uses(p.ana, "guide")
		guide := p.answerOf(g)
		home := p.uses(p.ana, "kb home")
		f := p.opens(p.ana, p.entry(p.ana, "linkedin", linkedInTitle), "Modifier")
		half := v.taps(g.nora, g.arrives(g.nora, ""), "Nouvelle fiche")
		v.says(g.nora, "Où est la salle du club ?")
		refused := p.submits(p.ana, p.form(p.must(p.ana.Invoke(p.channel, "kb new"))), map[string]any{
			"title": "Le wifi du club", "short": "Au bar.", "links": "Le code | javascript:alert(1)",
		})
		onDiscord, onTelegram := p.guide(), guide

		v.halts()
		told := v.private(g.nora)
		v.wants(shown(told), "interrompu", "Où est la salle du club ?", "[Rouvrir le formulaire]")
		time.Sleep(5 * time.Minute)
		v.starts()

		again := v.taps(g.nora, told, "Rouvrir le formulaire")
		v.wants(shown(again), "1 sur 5")
		if a, err := g.nora.Press(half, v.button(half, "Abandonner")).Wait(v.ctx); err != nil || a.Text == "" {
			t.Errorf("a step of before: %+v, %v", a, err)
		}
		v.taps(g.nora, again, "Abandonner")
		v.wants(visible(p.presses(p.ana, refused, "Corriger")), "n’est plus gardé", "redémarré")
		v.wants(visible(p.presses(p.ana, home, "Réglages")), "Langue")
		draft := p.submits(p.ana, f, map[string]any{"short": "Écrit avant, envoyé après, pour le club."})
		v.wants(visible(draft), "Enregistré comme brouillon")
		p.presses(p.ana, draft, "Publier")
		v.comes(5*time.Second, "the guide", func() bool { return p.guide().Edits > onDiscord.Edits })

		v.taps(g.nora, g.edits(g.nora, "linkedin", "Comment empêcher LinkedIn d’entraîner", "Après le redémarrage, au club."), "Publier")
		v.comes(5*time.Second, "the guide of the group", func() bool { now, _ := g.group.Message(onTelegram); return now.EditDate > 0 })
	})
}

// answerOf posts the guide of a group and returns its number.
func (p *discordPlace) answerOf(g *telegramPlace) int {
	p.t.Helper()
	m := g.answer(g.nora.Command(g.group, "guide", ""))
	time.Sleep(settles)
	return m.ID
}

// TestStoryOfARemoval: everything can be taken along before; a month after the bot was removed nothing is left, and one that came back before
// loses nothing.
func TestStoryOfARemoval(t *testing.T) {
	t.Parallel()
	inTown(t, small, func(v *town) {
		p, g := v.server("Entraide"), v.group("Amis")
		add := func(title string) {
			f := p.form(p.must(p.ana.Invoke(p.channel, "kb new")))
			v.wants(visible(p.presses(p.ana, p.submits(p.ana, f, map[string]any{"title": title, "short": "Au fond du couloir."}), "Publier")), "Publié")
		}
		add("Où est la salle du club ?")
		leave := p.presses(p.ana, p.uses(p.ana, "kb home"), "Réglages", "Retirer NonMerci")
		v.wants(visible(leave), "effacé 30 jours plus tard", "[Exporter]")
		if m := p.presses(p.ana, leave, "Exporter", "JSON"); len(m.Files) != 1 {
			t.Errorf("files: %q", m.Files)
		}
		m := v.taps(g.nora, g.arrives(g.nora, ""), "Réglages", "Retirer NonMerci")
		v.wants(shown(m), "effacé 30 jours plus tard", "[Exporter]")

		p.guild.RemoveBot()
		time.Sleep(5 * time.Second)
		v.away(29 * 24 * time.Hour)
		p.guild.InstallBot(discordtest.BotPermissions)
		time.Sleep(5 * time.Second)
		v.wants(p.asks(p.lea, "où est la salle du club ?").Text(), "Au fond du couloir.")
		v.away(2 * 24 * time.Hour)
		v.wants(p.asks(p.lea, "où est la salle du club ?").Text(), "Au fond du couloir.")

		p.guild.RemoveBot()
		time.Sleep(5 * time.Second)
		v.away(31 * 24 * time.Hour)
		place := knowledge.Place{Platform: "discord", Chat: p.guild.ID()}
		v.halts()
		store, err := sqlstore.Open(context.Background(), "sqlite:"+v.env["NONMERCI_STATE_DIR"]+"/nonmerci.db", sqlstore.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if c, err := store.At(v.ctx, place); err == nil {
			t.Errorf("the community is still there: %+v", c)
		}
		if err := store.Close(); err != nil {
			t.Error(err)
		}
		v.starts()
		p.guild.InstallBot(discordtest.BotPermissions)
		time.Sleep(5 * time.Second)
		v.lacks(p.asks(p.lea, "où est la salle du club ?").Text(), "Au fond du couloir.")
	})
}

// away ends the program, lets time pass, and starts it again for long enough that what is done every hour was done once.
func (v *town) away(d time.Duration) {
	v.t.Helper()
	v.halts()
	time.Sleep(d)
	v.starts()
	time.Sleep(10 * time.Second)
}

// TestStoryOfStoppingInTheMiddle: whatever is going on when the program is asked to end, what a moderator was told is true afterwards, and what
// they were not told is either done or as it was.
func TestStoryOfStoppingInTheMiddle(t *testing.T) {
	t.Parallel()
	inTown(t, small, func(v *town) {
		p := v.server("Entraide")
		for i, wait := range []time.Duration{0, time.Millisecond, 50 * time.Millisecond} {
			text := "Le texte numéro " + strconv.Itoa(i) + " du club."
			draft := p.submits(p.ana, p.opens(p.ana, p.entry(p.ana, "linkedin", linkedInTitle), "Modifier"), map[string]any{"short": text})
			v.discord.Fail(discordtest.Fault{Method: "POST", Path: "/interactions/{interaction_id}/{interaction_token}/callback", Delay: 20 * time.Millisecond, Times: 1})
			x := p.press(p.ana, draft, "Publier")
			time.Sleep(wait)
			v.halts()
			told := ""
			for _, m := range x.Messages() {
				told += m.Text()
			}
			v.starts()
			now := visible(p.asks(p.lea, refuseLinkedIn))
			switch {
			case contains(told, "Publié"):
				v.wants(now, text)
			case !contains(now, text):
				v.wants(visible(p.entry(p.ana, "linkedin", linkedInTitle)), "Un brouillon attend")
				p.presses(p.ana, p.presses(p.ana, p.entry(p.ana, "linkedin", linkedInTitle), "Voir le brouillon"), "Publier")
			}
		}
	})
}

// TestStoryOfARemovalWhileAway: the bot is removed from a server while the program is down, which Discord never tells: a month later nothing is
// left all the same.
func TestStoryOfARemovalWhileAway(t *testing.T) {
	t.Parallel()
	inTown(t, small, func(v *town) {
		p, stays := v.server("Entraide"), v.server("Voisins")
		for _, s := range []*discordPlace{p, stays} {
			f := s.form(s.must(s.ana.Invoke(s.channel, "kb new")))
			s.presses(s.ana, s.submits(s.ana, f, map[string]any{"title": "Où est la salle du club ?", "short": "Au fond du couloir."}), "Publier")
		}
		v.halts()
		p.guild.RemoveBot()
		v.starts()
		time.Sleep(2 * time.Minute)
		v.away(31 * 24 * time.Hour)
		p.guild.InstallBot(discordtest.BotPermissions)
		time.Sleep(5 * time.Second)
		v.lacks(p.asks(p.lea, "où est la salle du club ?").Text(), "Au fond du couloir.")
		v.wants(stays.asks(stays.lea, "où est la salle du club ?").Text(), "Au fond du couloir.")
	})
}
