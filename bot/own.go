package bot

import (
	"strings"

	"nonmerci/knowledge/search"
	"nonmerci/knowledge/text"
	"nonmerci/knowledge/understand"
)

// Own answers from entries that have only words: a community's own, or a file of JSON lines. It finds them by the general engine,
// with the same honesty: it answers, asks which one was meant, or says that it does not know. It is safe for concurrent use.
type Own struct {
	index *search.Index
	docs  []search.Doc
	model *understand.Model
	lang  string // of most entries
}

// NewOwn indexes entries. It blocks for as long as search.Build does; model tells in which language a question is and greets.
func NewOwn(docs []search.Doc, model *understand.Model, opts search.Options) *Own {
	count := map[string]int{}
	best := understand.Languages[0]
	for _, d := range docs {
		count[d.Lang]++
		if d.Lang != "" && count[d.Lang] > count[best] {
			best = d.Lang
		}
	}
	return &Own{index: search.Build(docs, opts), docs: docs, model: model, lang: best}
}

// Ask answers one question. Earlier turns do not matter: an entry that has only words has no slots to carry over.
func (o *Own) Ask(question string, _ []string, lang string, explain bool) Reply {
	question = strings.TrimSpace(question)
	short := text.Truncate(question, maxQuestion)
	if lang == "" {
		lang = o.lang
	}
	read := o.model.Mood(short, "")
	if p := danger(read); p > DefaultThresholds.Distress {
		return Reply{Kind: Smalltalk, Lang: read.Lang, Confidence: round(p), Text: speak(read.Lang).distress, distress: true}
	}
	hits := o.index.Search(short, maxCandidates)
	r := Reply{Lang: lang}
	o.answer(&r, short, hits, read)
	if short != question {
		r.cut(speak(r.Lang).cut)
	}
	if explain {
		o.explain(&r, hits)
	}
	return r
}

// answer fills the reply to a question that is no cry for help.
func (o *Own) answer(r *Reply, question string, hits []search.Hit, read *understand.Reading) {
	lang, hello := r.Lang, read.Of(understand.IsHello)
	switch z := zone(hits); {
	case question == "":
		r.Kind, r.Text = Unknown, speak(lang).ownEmpty
	case z == search.Answer:
		d := o.docs[hits[0].Doc]
		r.Kind, r.Entry, r.Confidence = Answer, d.ID, round(float32(hits[0].Confidence))
		r.Text = "**" + d.Title + "**\n\n" + d.Answer
		if d.Lang != "" {
			r.Lang = d.Lang
		}
	case hello > DefaultThresholds.Hello:
		r.Kind, r.Confidence, r.Lang = Smalltalk, round(hello), read.Lang
		r.Text = speak(read.Lang).smalltalk(read.Best(understand.IsHello).Class)
	case z == search.Clarify:
		r.Kind, r.Confidence = Clarify, round(float32(hits[0].InScope))
		o.clarify(r, hits, lang)
	default:
		r.Kind, r.Text = Unknown, speak(lang).ownUnknown
	}
}

// Zones of an answer from words alone, chosen on the development halves of the public sets (docs/figures.md): below ownInScope the base
// is taken to have no entry; below ownSure the first entry is no likelier than the next, and the reader is asked.
const (
	ownInScope = 0.55
	ownSure    = 0.15
)

func zone(hits []search.Hit) search.Zone {
	switch {
	case len(hits) == 0 || hits[0].InScope < ownInScope:
		return search.Unknown
	case hits[0].Confidence < ownSure && len(hits) > 1:
		return search.Clarify
	}
	return search.Answer
}

func (o *Own) clarify(r *Reply, hits []search.Hit, lang string) {
	ph := speak(lang)
	var t strings.Builder
	t.WriteString(ph.ownWhich + "\n")
	for i, h := range hits[:min(len(hits), maxChoices)] {
		d := o.docs[h.Doc]
		r.Choices = append(r.Choices, Choice{Label: d.Title, Entry: d.ID})
		t.WriteString("\n" + itoa(i+1) + ". " + d.Title)
	}
	t.WriteString("\n" + itoa(len(r.Choices)+1) + ". " + ph.other)
	r.Text = t.String()
}

func (o *Own) explain(r *Reply, hits []search.Hit) {
	for _, h := range hits {
		why := "nearest to « " + h.Matched + " »"
		r.Candidates = append(r.Candidates, Candidate{Entry: h.ID, Score: h.InScope, Why: why})
	}
	if len(hits) > 0 {
		r.Why = "the first entry is the one asked for with probability " + percent(float32(hits[0].Confidence)) +
			"; the base has an entry for it with probability " + percent(float32(hits[0].InScope))
	} else {
		r.Why = "no word of the question is in the base"
	}
}
