package bot

import (
	"nonmerci/knowledge"
	"nonmerci/knowledge/understand"
)

// maxKnown is how many things that we do know stand beside a reply that we do not know: fewer than what a question back offers, for the
// question may well be about something else.
const maxKnown = 3

// renderKnown says that there is no answer to a question, and what there is about the service that it names: what was nearly
// understood is then one press away. Without such a service it is renderUnknown.
func (b view) renderKnown(r *Reply, v Verdict, lang string) {
	b.renderUnknown(r, v, lang)
	if v.Reason != ReasonNotOurs {
		return
	}
	named := v.Reading.Subject
	if named.Slug == "" || named.Guessed && v.Reading.Ours < maybeOurs {
		return
	}
	offered := map[knowledge.ID]bool{}
	for _, s := range b.answered(named.Slug, v.Reading) {
		c := b.choice(s, lang, understand.Family(named.Slug) == nil)
		id := knowledge.ID(c.Entry)
		if c.Entry == "" || offered[id] || len(r.Choices) == maxKnown {
			continue
		}
		offered[id] = true
		r.Choices = append(r.Choices, c)
	}
	if len(r.Choices) == 0 {
		return
	}
	ph := speak(lang)
	r.ask = ph.notOurs + "\n\n" + ph.fill(ph.known, "service", b.name(named.Slug, lang))
	r.Text = r.ask + "\n"
	for i, c := range r.Choices {
		r.Text += "\n" + itoa(i+1) + ". " + c.Label
	}
}

// answered are the questions about a service that have an answer, the likeliest first, then those most asked; for a company, how to refuse
// each of its services.
func (b view) answered(subject string, r *understand.Reading) []Slot {
	if family := understand.Family(subject); family != nil {
		return services(family, "opt-out")
	}
	var out []Slot
	for _, c := range r.Chances {
		if understand.IsIntent(c.Class) && c.P > 0.1 {
			out = append(out, Slot{subject, c.Class})
		}
	}
	for _, i := range b.catalog().Intents(subject) {
		out = append(out, Slot{subject, i})
	}
	return out
}
