package bot

import (
	"nonmerci/knowledge"
	"nonmerci/knowledge/live"
	"nonmerci/knowledge/understand"
)

// ownLimits are how likely it must be that the community has an entry for a question, and that the first one found is it, for its words to
// be preferred to what the shared base would say. They were chosen on one half of the questions of testdata/overlay, and hold on the other.
type ownLimits struct{ inScope, sure float64 }

var (
	overUnknown = ownLimits{0.60, 0.35} // nothing is known
	overNearly  = ownLimits{0.80, 0.55} // a question back, or nothing is known of a question that may be ours
	overHello   = ownLimits{0.85, 0.75} // small talk of some words: « merci » and « aide » stay what they are
	overAnswer  = ownLimits{0.95, 0.85} // an answer to a question that names no service
	whichOwn    = ownLimits{0.75, 0.15} // to ask which own entry was meant, where nothing is known
)

// maybeOurs is from how likely on a question may be ours, although it is not answered.
const maybeOurs = 0.3

// fewWords is how many words small talk, or what one asks back about, has at least, to be taken for a question to the community.
const fewWords = 3

func (l ownLimits) met(h live.Hit) bool { return h.InScope >= l.inScope && h.Confidence >= l.sure }

// prefer decides whether the words of the community answer a question better than the verdict on the shared base, and returns the better
// verdict, with the entries that were considered. A person in danger is cared for whatever the words; a question that has exactly the words
// of an entry gets it; an answer about a service that the question names stands.
func (b view) prefer(question string, v Verdict) (Verdict, []live.Hit) {
	if v.Reason == ReasonDistress || v.Reason == ReasonEmpty {
		return v, nil
	}
	if id, ok := b.over.Exact(question); ok {
		if own, ok := b.words(id, 1, v); ok {
			return own, []live.Hit{{ID: id, Confidence: 1, InScope: 1, Wording: question}}
		}
	}
	if v.Kind == Answer && v.Reading.Subject.Slug != "" && !v.Reading.Subject.Guessed {
		return v, nil
	}
	if v.Kind != Unknown && len(v.Reading.Tokens) < fewWords {
		return v, nil
	}
	hits := b.over.Search(question, maxCandidates)
	if len(hits) == 0 {
		return v, nil
	}
	if limitFor(v).met(hits[0]) {
		if own, ok := b.words(hits[0].ID, float32(hits[0].Confidence), v); ok {
			return own, hits
		}
	}
	if v.Kind == Unknown && v.Reading.Ours < maybeOurs && whichOwn.met(hits[0]) {
		return b.which(hits, v), hits
	}
	return v, hits
}

// limitFor is how likely an entry of the community must be to be preferred to a verdict.
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

// words is the verdict for an entry that the community has words for; ok is false when there is no such entry to show.
func (b view) words(id knowledge.ID, p float32, v Verdict) (own Verdict, ok bool) {
	own = Verdict{
		Kind: Answer, Reason: ReasonOwn, Subject: id.Subject(), Intent: id.Intent(), Class: understand.Bare, Device: v.Device, Confidence: p,
		Reading: v.Reading,
	}
	switch {
	case own.Subject == live.Local:
		return own, b.over.Find(own.Intent) != nil
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

// explainHits adds the entries that the community has words for to the candidates, best first.
func explainHits(r *Reply, hits []live.Hit) {
	if len(hits) == 0 {
		return
	}
	own := make([]Candidate, 0, maxCandidates)
	for _, h := range hits {
		own = append(own, Candidate{Entry: string(h.ID), Score: round(float32(h.Confidence)), Why: "the community's words « " + h.Wording + " »"})
	}
	if r.Community || len(r.Candidates) == 0 {
		r.Candidates = append(own, r.Candidates...)
	} else {
		r.Candidates = append(r.Candidates, own...)
	}
	r.Candidates = r.Candidates[:min(len(r.Candidates), maxCandidates)]
	r.Why += "; the community has an entry for it with probability " + percent(float32(hits[0].InScope)) + ", and it is " + string(hits[0].ID) +
		" with " + percent(float32(hits[0].Confidence))
}
