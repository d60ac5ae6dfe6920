package bot

import (
	"nonmerci/knowledge"
	"nonmerci/knowledge/live"
	"nonmerci/knowledge/understand"
)

// ownLimits are how likely it must be that the community has an entry for a question, and that the first one found is it, for its words to
// be preferred to what the shared base would say; share is how much of the words of the question, by rarity, one entry must have for the search
// to be worth its time. The first two were chosen on one half of the questions of testdata/overlay, and hold on the other; the share over an
// answer was chosen on all of them: the least that met the limits there had 0.61.
type ownLimits struct{ inScope, sure, share float64 }

var (
	overUnknown = ownLimits{0.60, 0.35, live.LeastShare} // nothing is known
	overNearly  = ownLimits{0.80, 0.55, live.LeastShare} // a question back, or nothing is known of a question that may be ours
	overHello   = ownLimits{0.85, 0.75, live.LeastShare} // small talk of some words: « merci » and « aide » stay what they are
	overAnswer  = ownLimits{0.95, 0.85, 0.55}            // an answer to a question that names no service
	whichOwn    = ownLimits{0.75, 0.15, live.LeastShare} // to ask which own entry was meant, where nothing is known
)

// maybeOurs is from how likely on a question may be ours, although it is not answered.
const maybeOurs = 0.3

// fewWords is how many words small talk, or what one asks back about, has at least, to be taken for a question to the community.
const fewWords = 3

func (l ownLimits) met(h live.Hit) bool { return h.InScope >= l.inScope && h.Confidence >= l.sure }

// A finding is what was found by words that the model does not know: the entries considered, best first.
type finding struct {
	hits   []live.Hit
	shared bool // the words were added to the shared base; otherwise they are those of the community
}

// books are where such words stand: what the community wrote before what was added for everybody. A book may be nil.
func (b view) books() [2]*live.Phrasebook {
	out := [2]*live.Phrasebook{1: b.added}
	if b.over != nil {
		out[0] = &b.over.Phrasebook
	}
	return out
}

// prefer decides whether words that the model does not know answer a question better than its verdict, and returns the better verdict, with the
// entries that were considered. A person in danger is cared for whatever the words; a question that has exactly the words of an entry gets it; an
// answer about a service that the question names stands.
func (b view) prefer(question string, v Verdict) (Verdict, finding) {
	if v.Reason == ReasonDistress || v.Reason == ReasonEmpty {
		return v, finding{}
	}
	books, asked := b.books(), live.NewQuestion(question)
	for i, book := range books {
		if book == nil {
			continue
		}
		if id, ok := book.Exact(asked); ok {
			if own, ok := b.words(id, 1, v); ok {
				return own, finding{[]live.Hit{{ID: id, Confidence: 1, InScope: 1, Wording: question}}, i == 1}
			}
		}
	}
	if v.Kind == Answer && v.Reading.Subject.Slug != "" && !v.Reading.Subject.Guessed {
		return v, finding{}
	}
	if v.Kind != Unknown && len(v.Reading.Tokens) < fewWords {
		return v, finding{}
	}
	var considered finding
	for i, book := range books {
		if book == nil {
			continue
		}
		next, found, better := b.search(book, asked, v, i == 1)
		if better {
			return next, found
		}
		if len(considered.hits) == 0 {
			considered = found
		}
	}
	return v, considered
}

// search looks a question up in one book, and says whether its verdict is better. Which of several entries was meant is asked of the community's
// alone.
func (b view) search(book *live.Phrasebook, question live.Question, v Verdict, shared bool) (next Verdict, found finding, better bool) {
	limit := limitFor(v)
	hits := book.Search(question, maxCandidates, limit.share)
	if len(hits) == 0 {
		return v, finding{}, false
	}
	found = finding{hits, shared}
	if limit.met(hits[0]) {
		if own, ok := b.words(hits[0].ID, float32(hits[0].Confidence), v); ok {
			return own, found, true
		}
	}
	if !shared && v.Kind == Unknown && v.Reading.Ours < maybeOurs && whichOwn.met(hits[0]) {
		return b.which(hits, v), found, true
	}
	return v, found, false
}

// limitFor is how likely an entry that was found by its words must be to be preferred to a verdict.
func limitFor(v Verdict) ownLimits {
	switch {
	case v.Kind == Answer:
		return overAnswer
	case v.Kind == Smalltalk:
		return overHello
	case v.Kind == Clarify, v.Reading.Ours >= maybeOurs:
		return overNearly
	}
	return overUnknown
}

// words is the verdict for an entry that was found by its words; ok is false when there is no such entry to show.
func (b view) words(id knowledge.ID, p float32, v Verdict) (own Verdict, ok bool) {
	own = Verdict{
		Kind: Answer, Reason: ReasonOwn, Subject: id.Subject(), Intent: id.Intent(), Class: understand.Bare, Device: v.Device, Confidence: p,
		Reading: v.Reading,
	}
	switch {
	case own.Subject == live.Local:
		return own, b.over != nil && b.over.Find(own.Intent) != nil
	case b.find(own.Subject, own.Intent) == nil:
		return own, false
	case own.Subject == generalSubject:
		own.Reason, own.Class, own.Subject, own.General = ReasonWording, string(id), "", true
	default:
		own.Reason, own.Class = ReasonWording, own.Intent
		own.Choices = others(own, nil, b.catalog())
	}
	return own, true
}

// which asks which of the entries was meant.
func (b view) which(hits []live.Hit, v Verdict) Verdict {
	out := Verdict{Kind: Clarify, Reason: ReasonOwn, Confidence: float32(hits[0].InScope), Reading: v.Reading}
	for i, h := range hits[:min(len(hits), maxChoices)] {
		if i > 0 && h.Confidence < hits[0].Confidence/4 {
			break
		}
		out.Choices = append(out.Choices, Slot{h.ID.Subject(), h.ID.Intent()})
	}
	return out
}

// explainHits adds the entries that were found by their words to the candidates, best first.
func explainHits(r *Reply, found finding) {
	hits := found.hits
	if len(hits) == 0 {
		return
	}
	whose, who := "the community's words", "the community"
	if found.shared {
		whose, who = "words added", "what was added"
	}
	own := make([]Candidate, 0, maxCandidates)
	for _, h := range hits {
		own = append(own, Candidate{Entry: string(h.ID), Score: round(float32(h.Confidence)), Why: whose + " « " + h.Wording + " »"})
	}
	if r.Community || len(r.Candidates) == 0 || r.Entry == own[0].Entry {
		r.Candidates = append(own, r.Candidates...)
	} else {
		r.Candidates = append(r.Candidates, own...)
	}
	r.Candidates = r.Candidates[:min(len(r.Candidates), maxCandidates)]
	r.Why += "; " + who + " has an entry for it with probability " + percent(float32(hits[0].InScope)) + ", and it is " + string(hits[0].ID) +
		" with " + percent(float32(hits[0].Confidence))
}
