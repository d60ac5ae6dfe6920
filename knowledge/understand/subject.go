package understand

import "nonmerci/knowledge/linear"

// families are the companies whose name alone asks which of their services is meant, those that are asked about most first.
var families = map[string][]string{
	"meta":      {"facebook", "instagram", "whatsapp", "meta-ai", "messenger", "threads"},
	"google":    {"gemini", "gmail", "google-search", "youtube", "google-photos"},
	"microsoft": {"copilot", "linkedin", "microsoft-365", "teams", "windows-recall", "github-copilot"},
}

// Family returns the services of a company, if the subject is one.
func Family(subject string) []string { return families[subject] }

// twins are subjects that people call by one name, so that the words around it must tell them apart.
var twins = map[string][]string{
	"copilot":        {"github-copilot", "microsoft-365"},
	"github-copilot": {"copilot"},
	"x":              {"grok"},
	"grok":           {"x"},
	"meta-ai":        {"whatsapp", "messenger"},
	"gemini":         {"google-search", "gmail", "google-photos"},
}

// hosts are the services inside which another is met: « Meta AI dans WhatsApp » is about WhatsApp.
var hosts = map[string][]string{
	"meta-ai": {"whatsapp", "messenger", "instagram", "facebook", "threads"},
	"grok":    {},
}

// subjectFeatures are what the subject model looks at: the words, unmasked, and the names found among them.
func (a *Analysis) subjectFeatures(s *scratch) []linear.Feature {
	s.features, s.start = s.features[:0], 0
	prev := "^"
	for _, t := range a.Tokens {
		s.add(newHash('u').string(t.Text), 1)
		s.add(newHash('v').string(prev).string(t.Stem), 0.6)
		prev = t.Stem
	}
	s.close(1)
	for i, m := range a.Mentions {
		kind := "strong"
		if m.Weak {
			kind = "weak"
		}
		if m.Negated {
			kind = "negated"
		}
		s.add(newHash('m').string(m.Subject).string(kind), 1)
		if i == 0 {
			s.add(newHash('m').string(m.Subject).string("first"), 0.5)
		}
	}
	s.close(1.5)
	if len(a.Mentions) == 0 {
		s.add(newHash('m'), 1)
	}
	s.start = len(s.features)
	for _, t := range a.Tokens {
		if t.Mention < 0 {
			chars(s, t.Text) // « slaque », « le petit fantôme »: names as they were heard, and words that describe
		}
	}
	s.close(0.7)
	return s.features
}

// guessLimit is how likely a subject must be to be guessed from a description.
const guessLimit = 0.4

// A Subject is what a question is about, and why we think so.
type Subject struct {
	Slug    string   // "" when none is named
	Others  []string // further subjects named
	Sure    float32  // 0 to 1
	Guessed bool     // from a description, not from a name
}

// resolveSubject chooses among the subjects that are named; without a name, the subject model may guess from a description.
func (m *Model) resolveSubject(a *Analysis, s *scratch) Subject {
	strong, weak := candidates(a)
	if len(strong) == 1 && twins[strong[0]] == nil && families[strong[0]] == nil {
		return Subject{Slug: strong[0], Sure: 1} // most questions: nothing to weigh
	}
	p := make([]float32, len(m.subject.Classes()))
	m.subject.Probabilities(a.subjectFeatures(s), p)
	of := func(slug string) float32 {
		if i := m.subject.Class(slug); i >= 0 {
			return p[i]
		}
		return 0
	}
	switch {
	case len(strong) == 1:
		near, limit := twins[strong[0]], float32(0.5)
		if members := families[strong[0]]; members != nil {
			near, limit = members, 0.4
		}
		for _, t := range near {
			if of(t) > limit {
				return Subject{Slug: t, Sure: of(t)}
			}
		}
		return Subject{Slug: strong[0], Sure: 1}
	case len(strong) > 1:
		best := strong[0]
		for _, c := range strong[1:] {
			if of(c) > 1.5*of(best) {
				best = c
			}
		}
		return Subject{Slug: best, Others: without(strong, best), Sure: 0.9}
	}
	best := 0
	for i := range p {
		if p[i] > p[best] {
			best = i
		}
	}
	top := m.subject.Classes()[best]
	for _, w := range weak {
		if of(w) > 0.3 || top == w {
			return Subject{Slug: w, Sure: of(w)}
		}
	}
	if top != NoSubject && p[best] > guessLimit && a.Unlisted == "" {
		return Subject{Slug: top, Sure: p[best], Guessed: true}
	}
	return Subject{}
}

// candidates returns the subjects named, in order: those set aside (« pas LinkedIn ») go when others remain, companies beside one of
// their services go, and so does an assistant beside the service it is met in.
func candidates(a *Analysis) (strong, weak []string) {
	var aside []string
	for _, m := range a.Mentions {
		switch {
		case m.Subject == unlisted:
		case m.Weak:
			weak = addOnce(weak, m.Subject)
		case m.Negated:
			aside = addOnce(aside, m.Subject)
		default:
			strong = addOnce(strong, m.Subject)
		}
	}
	if len(strong) == 0 {
		strong = aside
	}
	for family, members := range families {
		if overlap(strong, members) {
			strong = without(strong, family)
		}
	}
	for guest, in := range hosts {
		if overlap(strong, in) {
			strong = without(strong, guest)
		}
	}
	return strong, weak
}

func addOnce(list []string, s string) []string {
	for _, x := range list {
		if x == s {
			return list
		}
	}
	return append(list, s)
}

func without(list []string, s string) []string {
	var out []string
	for _, x := range list {
		if x != s {
			out = append(out, x)
		}
	}
	return out
}

func overlap(a, b []string) bool {
	for _, x := range a {
		for _, y := range b {
			if x == y {
				return true
			}
		}
	}
	return false
}
