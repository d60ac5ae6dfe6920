package bot

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"nonmerci/knowledge"
	"nonmerci/knowledge/live"
	"nonmerci/knowledge/text"
	"nonmerci/knowledge/understand"
)

// A Trial is what somebody would get who asks a question in a place out of nothing, and why.
type Trial struct {
	Reply    Reply   // as it would be read
	Reason   Reason  // the rule that made it
	Lang     string  // that the question was read in
	Service  string  // the slug of the service that it names, or was taken to be about; "" for none
	Guessed  bool    // nobody named the service: it was guessed from a description
	Unlisted string  // a service that it names and that is not covered; "" for none
	Ours     float64 // how likely it is a question for the base at all, from 0 to 1
	Wording  string  // the way to ask that decided, where it was one that the model does not know; "" otherwise
	Shared   bool    // that way to ask was added to the shared base; otherwise it is the community's

	Entry      knowledge.ID // of an answer, as the store has it; "" for another reply
	Considered []Considered // best first, with the entry of the answer among them
}

// A Considered is an entry that was considered for a reply.
type Considered struct {
	Entry   knowledge.ID // as the store has it
	Score   float64      // from 0 to 1
	Wording string       // what it was found by, where the model does not know it; "" when it was the model that thought of it
}

// Try answers a question as Respond would in a place, and says why. lang is what a platform would tell of the reader's language, or "". Nothing is
// remembered, counted or kept. It blocks for no longer than Overlays does; the error is ctx's.
func (b *Bot) Try(ctx context.Context, p knowledge.Place, question, lang string) (Trial, error) {
	v, err := b.in(ctx, p)
	if err != nil {
		return Trial{}, err
	}
	short := text.Truncate(strings.TrimSpace(question), maxQuestion)
	verdict, found := v.think(short, understand.Context{Lang: cmp.Or(v.lang, lang)}, "")
	r := v.render(verdict, verdict.Reading.Lang)
	out := Trial{
		Reply: r, Reason: verdict.Reason, Lang: verdict.Reading.Lang, Service: verdict.Reading.Subject.Slug, Guessed: verdict.Reading.Subject.Guessed,
		Unlisted: verdict.Reading.Unlisted, Ours: round(verdict.Reading.Ours),
	}
	out.Considered, out.Entry = v.considered(verdict, found), v.stored(r.Entry)
	if verdict.Reason == ReasonOwn || verdict.Reason == ReasonWording {
		out.Wording, out.Shared = found.hits[0].Wording, found.shared
	}
	if out.Reason == ReasonEntry && r.Kind == Answer && v.find(verdict.Subject, verdict.Intent) == nil {
		out.Reason = ReasonNearest
	}
	if r.Kind == Unknown && verdict.Kind != Unknown { // what it leads to is hidden here, or gone
		out.Reason = ReasonHidden
	}
	return out, nil
}

// considered are the entries that were thought of: those found by their words first when one of them decided.
func (b view) considered(v Verdict, found finding) []Considered {
	var model Reply
	b.explain(&model, v)
	var byWords, out []Considered
	for _, h := range found.hits {
		byWords = append(byWords, Considered{b.stored(string(h.ID)), round(float32(h.Confidence)), h.Wording})
	}
	for _, c := range model.Candidates {
		out = append(out, Considered{Entry: b.stored(c.Entry), Score: c.Score})
	}
	if v.Reason == ReasonOwn || v.Reason == ReasonWording || len(out) == 0 {
		out = append(byWords, out...)
	} else {
		out = append(out, byWords...)
	}
	seen := map[knowledge.ID]bool{}
	return slices.DeleteFunc(out, func(c Considered) bool {
		twice := seen[c.Entry] || c.Entry == ""
		seen[c.Entry] = true
		return twice
	})
}

// stored is the id that the store has for an entry of a reply, "" for one that is not there.
func (b view) stored(entry string) knowledge.ID {
	key, own := strings.CutPrefix(entry, live.Local+"/")
	switch {
	case !own:
		return knowledge.ID(entry)
	case b.over == nil || b.over.Find(key) == nil:
		return ""
	}
	return b.over.Find(key).ID
}
