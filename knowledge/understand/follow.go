package understand

import "nonmerci/knowledge/linear"

// A Context is what is remembered of the turns before a question. The zero Context is a conversation that has just begun.
type Context struct {
	Subject string // the last subject talked about, or ""
	Class   string // what was last asked: an intent, "rights/…" or Bare; "" when nothing was
	Device  string // the last device named, or ""
	Lang    string // the language spoken so far, or ""; decides for a text too short to tell
}

// Empty says that nothing was said before.
func (c Context) Empty() bool { return c.Subject == "" && c.Class == "" }

// Meet is what is left of a context by a turn that is not ours. It stays as it was, but for the service that the turn names, if it
// names one: « cacher mes likes sur Instagram », then « et leur IA, je la coupe comment ? ».
func (c Context) Meet(r *Reading) Context {
	if r.Subject.Slug != "" && !r.Subject.Guessed {
		c.Subject = r.Subject.Slug
	}
	return c
}

// kind tells general questions from those about a service, because short follow-ups mean something else after each.
func (c Context) kind() string {
	if _, general := General(c.Class); general {
		return "g"
	}
	if c.Subject != "" {
		return "s"
	}
	return "n"
}

const weightContext = 0.8

// followFeatures are what the follow-up model looks at: the question as it stands, and what the context makes of it.
func (a *Analysis) followFeatures(s *scratch, c Context) []linear.Feature {
	a.intentFeatures(s)
	return a.addFollowFeatures(s, c)
}

// addFollowFeatures adds to the features of the question as it stands, which s holds, what the context makes of it.
func (a *Analysis) addFollowFeatures(s *scratch, c Context) []linear.Feature {
	kind := c.kind()
	stems := a.maskedWords(true)
	length := lengthBucket(len(stems))
	named := "-"
	for _, m := range a.Mentions {
		if m.Subject != unlisted && !m.Weak {
			named = "+"
		}
	}
	for i, w := range stems {
		s.add(newHash('W').string(w), 1)
		s.add(newHash('X').string(kind).string(w), 1)
		if i > 0 {
			s.add(newHash('Y').string(kind).string(stems[i-1]).string(w), 0.7)
		}
	}
	for _, t := range a.Tokens {
		for _, o := range t.Concepts {
			if t.Mention < 0 {
				s.add(newHash('Z').string(kind).byte(o), 1)
			}
		}
	}
	s.close(weightContext)
	s.add(newHash('x').string(kind), 0.7)
	s.add(newHash('x').string(c.Class), 0.7)
	s.add(newHash('x').string(c.Class).string(named), 1)
	s.add(newHash('x').string(c.Class).string(named).string(length), 1.2)
	s.add(newHash('x').string(kind).string(named).string(length), 0.8)
	s.start = len(s.features)
	return s.features
}
