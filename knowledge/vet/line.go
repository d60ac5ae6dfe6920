package vet

import (
	"regexp"
	"slices"
	"strings"

	"nonmerci/knowledge"
	"nonmerci/knowledge/scrub"
)

// A checker collects the problems of one text or entry.
type checker struct {
	known func(host string) bool // nil: no host is known, and none is looked like
	hosts map[string]verdict     // what was found of hosts already
	mail  bool                   // an e-mail address was met
	out   []Problem
}

func newChecker(known func(string) bool) *checker {
	return &checker{known: known, hosts: map[string]verdict{}}
}

func (c *checker) refuse(field, code string, args ...string) {
	c.add(Problem{Field: field, Kind: Refuse, Code: code, Args: args})
}

func (c *checker) warn(field, code string, args ...string) {
	c.add(Problem{Field: field, Kind: Warn, Code: code, Args: args})
}

// add keeps a problem, once.
func (c *checker) add(p Problem) {
	if !slices.ContainsFunc(c.out, func(o Problem) bool { return o.Field == p.Field && o.Code == p.Code && slices.Equal(o.Args, p.Args) }) {
		c.out = append(c.out, p)
	}
}

// Line returns what is wrong with one line that somebody typed: a suggestion, a phrasing, a note. limit is in UTF-16 units, 0 for none.
// An empty line is right. It knows no hosts: of addresses it tells what they tell themselves. nil when nothing is wrong. Safe for
// concurrent use.
func Line(field, s string, limit int) []Problem {
	c := newChecker(nil)
	c.text(field, s, limit)
	if strings.ContainsAny(s, "\n\r") {
		c.refuse(field, Lines)
	}
	return c.out
}

// text looks at a text that may hold the marks of the base. Of one that is far too long it says only that.
func (c *checker) text(field, s string, limit int) {
	c.size(field, s, limit)
	if limit > 0 && len(s) > 50*limit {
		return
	}
	c.characters(field, s)
	c.mentions(field, s)
	s = withoutTags(s)
	spans, err := knowledge.Spans(s)
	if err != nil {
		spans = []knowledge.Span{{Text: s}}
	}
	for _, sp := range spans {
		if sp.Kind == knowledge.LinkSpan {
			c.link(field, sp.Text, sp.URL)
		} else {
			c.addresses(field, sp.Text)
		}
		c.personal(field, sp.Text)
	}
}

// boxed is the host of an e-mail address.
var boxed = regexp.MustCompile(`@([\pL\pN][\pL\pN.-]*\.\pL+)`)

// personal warns of what may belong to a person. A box at a host that the base links to is the service's.
func (c *checker) personal(field, s string) {
	_, kinds := scrub.Text(s)
	if slices.Contains(kinds, scrub.Phone) {
		c.warn(field, PhoneInside)
	}
	if !slices.Contains(kinds, scrub.Email) {
		return
	}
	c.mail = true
	found := boxed.FindAllStringSubmatch(s, maxHosts)
	stranger := func(m []string) bool { return c.known == nil || !c.belongs(strings.ToLower(m[1])) }
	if len(found) == 0 || slices.ContainsFunc(found, stranger) {
		c.warn(field, EmailInside)
	}
}
