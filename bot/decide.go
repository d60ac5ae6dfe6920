package bot

import (
	"slices"

	"nonmerci/knowledge/understand"
)

// Catalog says which entries there are.
type Catalog interface {
	// Has says whether a subject is covered at all.
	Has(subject string) bool
	// Intents lists the intents a subject has an entry for, the most asked first.
	Intents(subject string) []string
}

// Thresholds of the one decision: how likely a question must be ours. They were chosen on the questions of held-out authors, for few
// false answers (docs/figures.md).
type Thresholds struct {
	Answer   float32 // to answer a question that stands alone and is about a service
	General  float32 // to answer a general question that stands alone: no name vouches for it
	AskBack  float32 // to ask which service, or which question
	FollowUp float32 // to answer or ask, for a question after another
	Hello    float32 // how likely small talk must be
	Distress float32 // how likely it must be that a person is in danger
}

// DefaultThresholds are those the program uses.
var DefaultThresholds = Thresholds{Answer: 0.88, General: 0.94, AskBack: 0.5, FollowUp: 0.5, Hello: 0.5, Distress: 0.4}

// limit is how likely a question must be ours for a verdict of a kind.
func (t Thresholds) limit(v Verdict, c understand.Context) float32 {
	switch {
	case !c.Empty():
		return t.FollowUp
	case v.Kind == Clarify:
		return t.AskBack
	case v.General:
		return t.General
	}
	return t.Answer
}

// decide turns a reading into a verdict. It is a pure function.
func decide(r *understand.Reading, c understand.Context, cat Catalog, th Thresholds) Verdict {
	v := Verdict{Reading: r, Device: deviceOf(r)}
	if len(r.Tokens) == 0 {
		v.Kind, v.Reason = Unknown, ReasonEmpty
		return v
	}
	hello := r.Of(understand.IsHello)
	danger := danger(r)
	ours := decideOurs(v, r, c, cat)
	no := r.Ours < th.limit(ours, c)
	switch {
	case danger > th.Distress:
		v.Kind, v.Reason, v.Class, v.Confidence = Smalltalk, ReasonDistress, understand.Distress, danger
	case hello > th.Hello, no && hello > r.Of(understand.IsNo):
		v.Kind, v.Reason, v.Class, v.Confidence = Smalltalk, ReasonHello, r.Best(understand.IsHello).Class, hello
	case no:
		v.Kind, v.Reason, v.Class, v.Confidence = Unknown, ReasonNotOurs, r.Best(understand.IsNo).Class, 1-r.Ours
		if r.Unlisted != "" {
			v.Reason = ReasonUnlisted
		}
	default:
		return ours
	}
	return v
}

// danger is how likely it is that the person who wrote is in danger.
func danger(r *understand.Reading) float32 {
	return max(r.Danger, r.Of(func(c string) bool { return c == understand.Distress }))
}

// decideOurs fills the slots of a question that is ours.
func decideOurs(v Verdict, r *understand.Reading, c understand.Context, cat Catalog) Verdict {
	best := r.Best(func(class string) bool {
		return !understand.IsNo(class) && !understand.IsHello(class) && class != understand.Distress
	})
	v.Class, v.Confidence = best.Class, best.P
	carried := r.Only && understand.IsIntent(c.Class) // « et Signal ? » asks of Signal what was asked before
	if slug, general := understand.General(best.Class); general && !carried {
		v.Kind, v.Reason, v.Intent, v.General = Answer, ReasonGeneral, slug, true
		return v
	}
	v.Subject = r.Subject.Slug
	if v.Subject == "" && r.Unlisted != "" {
		v.Kind, v.Reason = Unknown, ReasonUnlisted
		return v
	}
	if v.Subject == "" && c.Subject != "" {
		v.Subject, v.Followed = c.Subject, true
	}
	if v.Device == "" {
		v.Device = c.Device
	}
	switch {
	case carried:
		v.Intent, v.Class, v.Followed = c.Class, c.Class, true
	case best.Class != understand.Bare:
		v.Intent = best.Class
	case c.Class != "" && understand.IsIntent(c.Class) && r.Subject.Slug != "":
		v.Intent, v.Followed = c.Class, true
	}
	if v.Intent == "delete" && r.Refuses("delete-erase") {
		v.Intent, v.Class = "", understand.Bare // « je ne veux PAS supprimer mon compte »: ask what else it is
	}
	return fill(v, r, cat)
}

// fill decides between an answer and a question back, once the slots are known.
func fill(v Verdict, r *understand.Reading, cat Catalog) Verdict {
	family := understand.Family(v.Subject)
	switch {
	case v.General:
	case v.Subject == "" && v.Intent == "":
		v.Kind, v.Reason = Clarify, ReasonBoth
		v.Choices = services(popular, "opt-out")
	case v.Subject == "":
		v.Kind, v.Reason = Clarify, ReasonService
		v.Choices = services(popular, v.Intent)
	case family != nil && oneAnswer[v.Subject][v.Intent] != "":
		v.Kind, v.Reason, v.Subject = Answer, ReasonEntry, oneAnswer[v.Subject][v.Intent]
		v.Choices = services(slices.DeleteFunc(slices.Clone(family), func(s string) bool { return s == v.Subject }), v.Intent)
	case family != nil:
		v.Kind, v.Reason = Clarify, ReasonFamily
		v.Choices = services(family, v.Intent)
	case v.Intent == "":
		v.Kind, v.Reason = Clarify, ReasonQuestion
		v.Choices = questions(v.Subject, cat.Intents(v.Subject))
	default:
		v.Kind, v.Reason = Answer, ReasonEntry
		v.Choices = others(v, r, cat)
	}
	return v
}

// oneAnswer says, for a company, which of its services answers for all where the answer is one: Meta began everywhere on the same
// day, on the same ground, with the same kinds of data, and one objection is for Facebook, Instagram and Meta AI at once.
var oneAnswer = map[string]map[string]string{
	"meta": {
		"since": "meta-ai", "why": "meta-ai", "legal": "meta-ai", "data": "meta-ai", "regions": "meta-ai", "minors": "meta-ai",
		"object": "meta-ai", "effect": "meta-ai", "opt-out": "meta-ai",
	},
}

// popular are the services offered when none was named: those asked about most.
var popular = []string{"linkedin", "facebook", "whatsapp", "chatgpt"}

const maxChoices = 4

func services(slugs []string, intent string) []Slot {
	var out []Slot
	for _, s := range slugs[:min(len(slugs), maxChoices)] {
		out = append(out, Slot{s, intent})
	}
	return out
}

func questions(subject string, intents []string) []Slot {
	var out []Slot
	for _, i := range intents[:min(len(intents), maxChoices)] {
		out = append(out, Slot{subject, i})
	}
	return out
}

// maxRelated is how many further questions are offered, beside an answer or where there is none.
const maxRelated = 3

// maxFurther is how many of them are about another service.
const maxFurther = 2

// others are the questions offered beside an answer: the same about the further services that the question names, the next likeliest ones,
// then those most asked about the subject.
func others(v Verdict, r *understand.Reading, cat Catalog) []Slot {
	var out []Slot
	if r != nil && r.Subject.Slug == v.Subject {
		for _, further := range r.Subject.Others[:min(len(r.Subject.Others), maxFurther)] {
			if slices.Contains(cat.Intents(further), v.Intent) {
				out = append(out, Slot{further, v.Intent})
			}
		}
	}
	add := func(intent string) {
		s := Slot{v.Subject, intent}
		if intent != v.Intent && len(out) < maxRelated && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	if r != nil {
		for _, c := range r.Chances {
			if understand.IsIntent(c.Class) && c.P > 0.1 {
				add(c.Class)
			}
		}
	}
	for _, i := range cat.Intents(v.Subject) {
		add(i)
	}
	return out
}
