package bot

import (
	"nonmerci/knowledge"
	"nonmerci/knowledge/understand"
)

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
	family := understand.Family(named.Slug)
	slots := others(Verdict{Subject: named.Slug}, v.Reading, b.catalog())
	if family != nil { // a company has no entries: how to refuse each of its services
		slots = services(family, "opt-out")
	}
	offered := map[knowledge.ID]bool{}
	for _, s := range slots {
		c := b.choice(s, lang, family == nil)
		id := knowledge.ID(c.Entry)
		if c.Entry == "" || offered[id] || len(r.Choices) == maxRelated {
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
