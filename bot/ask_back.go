package bot

import (
	"strings"

	"nonmerci/knowledge/live"
	"nonmerci/knowledge/understand"
)

// renderClarify asks back, with at most four choices and « something else ».
func (b view) renderClarify(r *Reply, v Verdict, lang string) {
	ph := speak(lang)
	question := ph.whichBoth
	switch v.Reason {
	case ReasonService:
		question = ph.whichOne
	case ReasonFamily:
		question = ph.whichOf
	case ReasonQuestion:
		question = ph.whichAsk
	case ReasonOwn:
		question = ph.ownWhich
	}
	question = ph.fill(question, "service", b.name(v.Subject, lang))
	var t strings.Builder
	if v.Intent != "" {
		t.WriteString("*" + capital(b.echo(v, lang)) + "*\n\n")
	}
	t.WriteString(question)
	r.ask = t.String()
	t.WriteString("\n")
	for _, s := range v.Choices {
		if b.over != nil && b.nothing(s) {
			continue
		}
		c := b.choice(s, lang, v.Reason == ReasonQuestion)
		if v.Reason != ReasonQuestion && v.Reason != ReasonOwn {
			c.Label = b.name(s.Subject, lang)
		}
		r.Choices = append(r.Choices, c)
		t.WriteString("\n" + itoa(len(r.Choices)) + ". " + c.Label)
	}
	if len(v.Choices) > 0 && len(r.Choices) == 0 {
		b.renderUnknown(r, v, lang)
		return
	}
	t.WriteString("\n" + itoa(len(r.Choices)+1) + ". " + ph.other)
	r.Text = t.String()
}

// choice is a slot as a button. What is still missing of it stays empty.
func (b view) choice(s Slot, lang string, intentOnly bool) Choice {
	ph := speak(lang)
	label := b.name(s.Subject, lang)
	if s.Intent != "" {
		label += " · " + ph.intents[s.Intent]
		if intentOnly {
			label = capital(ph.intents[s.Intent])
		}
	}
	c := Choice{Label: label, Subject: s.Subject, Intent: s.Intent}
	if s.Subject == live.Local {
		c.Entry, c.Label = live.Local+"/"+s.Intent, b.ownTitle(s.Intent, lang)
	} else if s.Intent != "" {
		if e := b.find(s.Subject, s.Intent); e != nil {
			c.Entry = string(e.ID)
		}
	}
	return c
}

// unknownText says that we do not know, what we do cover, and the next step.
func (b view) unknownText(v Verdict, lang string) string {
	ph := speak(lang)
	first := ph.notOurs
	switch v.Reason {
	case ReasonEmpty:
		return ph.empty
	case ReasonUnlisted:
		first = ph.fill(ph.unlisted, "name", capital(v.Reading.Unlisted))
	}
	return first + "\n\n" + ph.fill(ph.covers, "count", itoa(b.services))
}

// smalltalkText greets, thanks, presents the bot; it cares for a person in distress, and nothing else then.
func (b view) smalltalkText(v Verdict, lang string) string {
	ph := speak(lang)
	if v.Reason == ReasonDistress {
		return ph.distress
	}
	t := ph.smalltalk(v.Class)
	switch strings.TrimPrefix(v.Class, "hello/") {
	case "help", "greeting", "who":
		t += "\n\n" + ph.fill(ph.covers, "count", itoa(b.services))
	}
	return t
}

// smalltalk is the reply to a sort of small talk.
func (p *phrases) smalltalk(class string) string {
	switch strings.TrimPrefix(class, "hello/") {
	case "who":
		return p.who
	case "help":
		return p.help
	case "thanks":
		return p.thanks
	case "bye":
		return p.bye
	case "ok":
		return p.ok
	case "how-are-you":
		return p.howAreYou
	}
	return p.greet
}

// explain adds the candidates considered, best first, and the reason of the verdict in words.
func (b view) explain(r *Reply, v Verdict) {
	if v.Reading == nil {
		return
	}
	r.Why = b.why(v)
	subject := v.Reading.Subject.Slug
	if subject == "" {
		subject = v.Subject
	}
	for _, c := range v.Reading.Chances {
		if len(r.Candidates) == maxCandidates || c.P < 0.001 && len(r.Candidates) > 0 {
			break
		}
		slug, general := understand.General(c.Class)
		var id, why string
		switch {
		case general:
			id, why = generalSubject+"/"+slug, "the words of a general question"
		case understand.IsIntent(c.Class) && subject != "":
			id = subject + "/" + c.Class
			if e := b.find(subject, c.Class); e != nil {
				id = string(e.ID)
			} else if b.over != nil {
				continue // it may be hidden here
			}
			why = "subject " + subject + ", the words of « " + c.Class + " »"
		default:
			continue
		}
		r.Candidates = append(r.Candidates, Candidate{Entry: id, Score: round(c.P * v.Reading.Ours), Why: why})
	}
}

const maxCandidates = 5

// why tells the reason of a verdict in words, for --explain.
func (b view) why(v Verdict) string {
	rd := v.Reading
	var s strings.Builder
	s.WriteString("read as " + rd.Lang)
	switch {
	case rd.Subject.Slug == "":
		s.WriteString("; no service named")
	case rd.Subject.Guessed:
		s.WriteString("; service guessed from a description: " + rd.Subject.Slug)
	default:
		s.WriteString("; service named: " + rd.Subject.Slug)
	}
	if len(rd.Subject.Others) > 0 {
		s.WriteString(" (also " + strings.Join(rd.Subject.Others, ", ") + ")")
	}
	if rd.Unlisted != "" {
		s.WriteString("; names a service that is not covered: " + rd.Unlisted)
	}
	for i, c := range rd.Chances {
		if i == 3 {
			break
		}
		s.WriteString("; " + c.Class + " " + percent(c.P))
	}
	s.WriteString("; ours " + percent(rd.Ours) + "; so " + string(v.Kind) + " (" + string(v.Reason) + ")")
	if v.Followed {
		s.WriteString(", completed by the turns before")
	}
	return s.String()
}

func percent(p float32) string { return itoa(int(p*100+0.5)) + " %" }
