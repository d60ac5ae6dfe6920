package bot

import (
	"strings"
	"time"

	"nonmerci/knowledge"
	"nonmerci/knowledge/live"
	"nonmerci/knowledge/text"
	"nonmerci/knowledge/understand"
)

// maxQuestion is how much of a question is read, in characters.
const maxQuestion = 2000

// Ask answers one question after earlier turns of the same reader, oldest first. lang is the reader's language, or "" to find out.
// It remembers nothing; explain adds the candidates and the reason in words.
func (b *Bot) Ask(question string, turns []string, lang string, explain bool) Reply {
	v := b.alone()
	var c understand.Context
	for _, t := range turns {
		c = remember(v.judge(t, c, lang), c)
	}
	reply, _ := v.answer(question, c, lang, explain)
	return reply
}

// answer replies to one turn and returns what to remember of it.
func (b view) answer(question string, c understand.Context, lang string, explain bool) (Reply, understand.Context) {
	question = strings.TrimSpace(question)
	short := text.Truncate(question, maxQuestion)
	v, found := b.think(short, c, lang)
	if v.Reading != nil {
		lang = v.Reading.Lang
	}
	r := b.render(v, lang)
	if short != question {
		r.cut(speak(lang).cut)
	}
	if explain {
		b.explain(&r, v)
		explainHits(&r, found)
	}
	return r, remember(v, c)
}

// think decides about a question that is not too long: by the model, and by words that it does not know.
func (b view) think(question string, c understand.Context, lang string) (Verdict, finding) {
	v := b.judge(question, c, lang)
	if b.over == nil && b.added == nil {
		return v, finding{}
	}
	return b.prefer(question, v)
}

// cut says before the reply that only the beginning of the question was read.
func (r *Reply) cut(notice string) {
	r.Text = notice + "\n\n" + r.Text
	switch {
	case r.Card != nil:
		r.Card.Lead = strings.TrimSpace(notice + " " + r.Card.Lead)
	case r.ask != "":
		r.ask = notice + "\n\n" + r.ask
	}
}

// render writes the reply of a verdict.
func (b view) render(v Verdict, lang string) Reply {
	r := Reply{Kind: v.Kind, Subject: v.Subject, Intent: v.Intent, Device: v.Device, Lang: lang, Confidence: round(v.Confidence)}
	switch v.Kind {
	case Answer:
		b.renderAnswer(&r, v, lang)
	case Clarify:
		b.renderClarify(&r, v, lang)
	case Unknown:
		b.renderKnown(&r, v, lang)
	case Smalltalk:
		r.Text, r.distress = b.smalltalkText(v, lang), v.Reason == ReasonDistress
	}
	b.addActions(&r, lang)
	return r
}

func (b view) renderAnswer(r *Reply, v Verdict, lang string) {
	if v.Subject == live.Local {
		b.renderOwn(r, v, lang)
		return
	}
	ph := speak(lang)
	subject := v.Subject
	if v.General {
		subject = generalSubject
	}
	e, lead := b.find(subject, v.Intent), ""
	if e == nil {
		e = b.nearest(subject, v.Intent)
		if e == nil {
			b.renderUnknown(r, v, lang)
			return
		}
		lead = ph.fill(ph.nearest, "intent", ph.intents[v.Intent], "service", b.name(subject, lang))
	}
	entryLang := writtenIn(e, lang)
	other := ph.otherLang
	card := newCard(b.base, e, entryLang, v.Device, b.today())
	if b.over != nil {
		if b.adapt(&card, r, e, lang); r.Community {
			other = WordsIn(lang).CommunityOtherLang
		}
	}
	if entryLang != lang {
		lead, r.origin.notice = strings.TrimSpace(other+" "+lead), other
	}
	card.Lead, card.Echo = lead, b.echo(v, lang)
	for _, i := range append([]string{e.ID.Intent()}, e.Also...) {
		if i != r.Intent && e.Answers(r.Intent) {
			r.Also = append(r.Also, i)
		}
	}
	r.Entry, r.Card, r.Lang, r.Text = string(e.ID), &card, entryLang, card.Markdown()
	r.about, r.Revision = Slot{e.ID.Subject(), r.Intent}, e.Revision
	r.origin.entry, r.origin.lang, r.origin.community = e, lang, b.community
	if !e.Verified.IsZero() {
		r.Verified = e.Verified.String()
	}
	for _, s := range card.Sources {
		r.Sources = append(r.Sources, SourceRef{Title: s.Publisher + ", " + s.Title, URL: s.URL, Date: string(s.Date)})
	}
	offered := map[knowledge.ID]bool{}
	for _, o := range v.Choices {
		if near := b.find(o.Subject, o.Intent); near != nil && near != e && !offered[near.ID] {
			offered[near.ID] = true
			r.Choices = append(r.Choices, b.choice(o, lang, o.Subject == subject))
		}
	}
}

// writtenIn is the language to give an entry in: the reader's, else the one that its speakers most often read, else any it has.
func writtenIn(e *knowledge.Entry, lang string) string {
	for _, l := range []string{lang, nearLanguage(lang), "fr", "en"} {
		if _, ok := e.Text[l]; ok {
			return l
		}
	}
	for _, l := range understand.Languages {
		if _, ok := e.Text[l]; ok {
			return l
		}
	}
	return lang
}

// renderUnknown says that there is nothing to answer with.
func (b view) renderUnknown(r *Reply, v Verdict, lang string) {
	r.Kind, r.Subject, r.Intent, r.ask = Unknown, "", "", ""
	r.Text = b.unknownText(v, lang)
}

const generalSubject = "rights"

// find returns the published entry for an intent of a subject, or nil.
func (b view) find(subject, intent string) *knowledge.Entry {
	if b.over != nil && b.over.Adapts(subject) {
		return b.findHere(subject, intent)
	}
	return b.catalogue.entries[Slot{subject, intent}]
}

// nearest is the entry to fall back on when a subject has none for an intent: for what one can do, how to refuse; for what is the
// case, whether it trains.
func (b view) nearest(subject, intent string) *knowledge.Entry {
	order := []string{"status", "opt-out", "data"}
	switch intent {
	case "opt-out", "object", "delete", "effect", "minors", "enterprise":
		order = []string{"opt-out", "object", "status"}
	}
	for _, i := range order {
		if e := b.find(subject, i); e != nil {
			return e
		}
	}
	return nil
}

// echo says what was understood: « LinkedIn · refuser · Android ».
func (b view) echo(v Verdict, lang string) string {
	ph := speak(lang)
	var parts []string
	if v.Subject != "" {
		parts = append(parts, b.name(v.Subject, lang))
	} else if v.General {
		parts = append(parts, capital(ph.general))
	}
	if w := ph.intents[v.Intent]; w != "" {
		parts = append(parts, w)
	}
	if w := ph.device[v.Device]; w != "" {
		parts = append(parts, w)
	}
	return strings.Join(parts, " · ")
}

// name is what a reader calls a subject.
func (b view) name(slug, lang string) string {
	if s := b.base.Subjects[slug]; s != nil {
		if n := s.Name[lang]; n != "" {
			return n
		}
		if n := s.Name[nearLanguage(lang)]; n != "" {
			return n
		}
	}
	if slug == "" {
		return ""
	}
	return capital(slug)
}

func capital(s string) string {
	for i, r := range s {
		if i > 0 {
			return strings.ToUpper(s[:i]) + s[i:]
		}
		_ = r
	}
	return strings.ToUpper(s)
}

// fill replaces « {key} » by its value, pair by pair.
func (p *phrases) fill(s string, pairs ...string) string {
	for i := 0; i+1 < len(pairs); i += 2 {
		s = strings.ReplaceAll(s, "{"+pairs[i]+"}", pairs[i+1])
	}
	return s
}

func round(p float32) float64 { return float64(int(p*1000+0.5)) / 1000 }

// today is the day by the bot's clock.
func (b view) today() time.Time { return b.bot.now() }
