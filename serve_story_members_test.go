package main

import (
	"strconv"
	"testing"
	"time"

	"nonmerci/internal/discordtest"
)

// TestStoryOfWhatMembersSay: a suggestion is decided and the decision told in private; a question that nobody could answer becomes a wording
// that is understood at once; three « out of date » bring an entry before the moderators.
func TestStoryOfWhatMembersSay(t *testing.T) {
	t.Parallel()
	inTown(t, whole, func(v *town) {
		p := v.server("Entraide")
		v.wants(visible(p.uses(p.lea, "suggest")), "ne sont pas ouvertes")
		p.switches("Activer : Propositions", "Activer : Questions")

		f := p.form(p.must(p.lea.Invoke(p.channel, "suggest")))
		v.wants(visible(p.submits(p.lea, f, map[string]any{"text": "Quand le club ouvre-t-il ? Le mardi soir."})), "Merci", "transmise aux modérateurs")
		proposal := p.presses(p.ana, p.uses(p.ana, "kb home"), "Propositions (1)", "1. ")
		v.wants(visible(proposal), "Quand le club ouvre-t-il")
		f = p.opens(p.ana, proposal, "Retenir")
		v.wants(value(f, "title"), "Quand le club ouvre-t-il ?")
		v.wants(visible(p.presses(p.ana, p.submits(p.ana, f, nil), "Publier")), "Publié")
		v.comes(15*time.Second, "the decision", func() bool { return len(p.lea.DM().Messages(p.lea)) == 1 })
		v.wants(p.lea.DM().Messages(p.lea)[0].Text(), "a été retenue", "Quand le club ouvre-t-il")
		v.wants(p.asks(p.lea, "quand le club ouvre-t-il ?").Text(), "Le mardi soir")

		const unheard = "le bidule bleu se goinfre de mon CV, je fais quoi jean.dupont@exemple.fr"
		v.lacks(p.asks(p.lea, unheard).Text(), sharedShort)
		p.asks(p.zoe, unheard)
		time.Sleep(6 * time.Second)
		gaps := p.uses(p.ana, "kb gaps")
		v.wants(visible(gaps), "le bidule bleu se goinfre de mon CV", "demandée 2 fois")
		v.lacks(visible(gaps), "jean.dupont", "exemple.fr")
		gap := p.presses(p.ana, gaps, "1. ")
		found := p.submits(p.ana, p.opens(p.ana, gap, "Une autre fiche"), map[string]any{"q": "linkedin refuser"})
		v.wants(visible(p.presses(p.ana, found, p.numbered(found, linkedInTitle))), "comprise dès maintenant")
		v.wants(p.asks(p.lea, unheard).Text(), sharedShort)
		v.wants(visible(p.uses(p.ana, "kb gaps")), "Aucune question sans réponse")

		for _, name := range []string{"Un", "Deux", "Trois"} {
			u := v.discord.AddUser(name)
			p.guild.AddMember(u)
			a := p.asks(u, "quelles données linkedin utilise")
			p.must(u.Press(a, a.Input("périmé").CustomID))
		}
		time.Sleep(6 * time.Second)
		v.wants(visible(p.uses(p.ana, "kb home")), "dite périmée par trois lecteurs")
		stale := p.uses(p.ana, "kb stale")
		v.wants(visible(stale), "Dites périmées (1)")
		v.wants(visible(p.presses(p.ana, stale, "Dites périmées")), "Quelles données LinkedIn")
	})
}

// numbered is how the label of the button of a list begins whose title begins with words.
func (p *discordPlace) numbered(m discordtest.Message, title string) string {
	p.t.Helper()
	for _, c := range m.Inputs() {
		for n := 1; n < 30; n++ {
			mark := strconv.Itoa(n) + ". "
			if label := plain(c.Label); len(label) > len(mark) && label[:len(mark)] == mark && labelled(label[len(mark):], title) {
				return mark
			}
		}
	}
	p.t.Fatalf("%q is not in:\n%s", title, visible(m))
	return ""
}

// TestStoryOfMessagesThatComeByThemselves: a curator's alert reaches the channels that subscribed, on both platforms, once; the digest comes on
// Monday.
func TestStoryOfMessagesThatComeByThemselves(t *testing.T) {
	t.Parallel()
	inTown(t, small, func(v *town) {
		p, g, quiet := v.server("Entraide"), v.group("Amis"), v.server("Silence")
		carla := v.discord.AddUser("Carla")
		v.halts()
		v.env["NONMERCI_CURATORS"] = "discord:" + carla.ID()
		v.starts()
		p.guild.AddMember(carla, p.role)
		time.Sleep(time.Second)
		p.switches("Alertes dans ce salon")
		g.switches("Alertes dans ce salon")
		p.switches("Activer : Résumé", "Activer : Questions")
		p.asks(p.lea, "comment refuser l’IA de Boursorama ?")

		base := p.presses(carla, p.uses(carla, "kb home"), "Base commune")
		v.wants(visible(base), "change pour toutes les communautés")
		f := p.opens(carla, base, "Signaler un changement")
		ask := p.submits(carla, f, map[string]any{"fr": "LinkedIn a renommé le réglage.", "en": "LinkedIn has renamed the setting."})
		v.wants(visible(ask), "On ne peut pas le reprendre")
		v.wants(visible(p.presses(carla, ask, "Envoyer à tous")), "C’est parti")
		alerts := func() (n int) {
			for _, m := range p.channel.Messages(p.lea) {
				if !m.Ephemeral && contains(m.Text(), "LinkedIn a renommé") {
					n++
				}
			}
			for _, m := range g.group.FromBot() {
				if contains(m.Text, "LinkedIn a renommé") {
					n++
				}
			}
			return n
		}
		v.comes(25*time.Second, "the alert", func() bool { return alerts() == 2 })
		time.Sleep(time.Minute)
		if n := alerts(); n != 2 || len(quiet.channel.Messages(quiet.lea)) != 0 {
			t.Errorf("%d alerts; %d messages where nobody subscribed", n, len(quiet.channel.Messages(quiet.lea)))
		}

		v.halts()
		time.Sleep(time.Until(time.Date(2026, 11, 30, 7, 59, 0, 0, time.UTC)))
		v.starts()
		digests := func() (n int) {
			for _, m := range p.channel.Messages(p.lea) {
				if contains(m.Text(), "NonMerci, cette semaine") {
					n++
				}
			}
			return n
		}
		if digests() != 0 {
			t.Error("the digest came before its time")
		}
		v.comes(3*time.Minute, "the digest", func() bool { return digests() == 1 })
		v.restarts()
		time.Sleep(time.Minute)
		if n := digests(); n != 1 {
			t.Errorf("%d digests", n)
		}
	})
}
