// Package french says in French what is wrong with an entry or a file, for those who moderate in French. What finds mistakes says them in English:
// package knowledge, and those under it that read, check and import. Its test fails when one of them says something that is not here.
package french

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// Say is a problem or a remedy in French; one that is not known here comes back as it is. It is safe for concurrent use.
func Say(english string) string {
	if s, ok := whole[english]; ok {
		return s
	}
	for _, p := range patterns() {
		if m := p.english.FindStringSubmatch(english); m != nil {
			return p.fill(m[1:])
		}
	}
	if field, rest, ok := strings.Cut(english, ": "); ok && fieldForm.MatchString(field) {
		if said := Say(rest); said != rest {
			return field + "\u00a0: " + said
		}
	}
	return english
}

// fieldForm is the name of a field, as it stands before a problem: « kind », « fr.steps.web.2 ».
var fieldForm = regexp.MustCompile(`^(subject )?[a-z][a-zA-Z0-9.-]*$`)

// A pattern is a sentence with blanks.
type pattern struct {
	english *regexp.Regexp
	french  string
	fixed   int // how much of it is no blank
}

// patterns are the sentences with blanks, those with most words of their own first: others would match them too.
var patterns = sync.OnceValue(func() []pattern {
	var out []pattern
	for english, french := range blanks {
		var b strings.Builder
		fixed := 0
		for i, part := range strings.Split(english, "{}") {
			if i > 0 {
				b.WriteString("(.*?)")
			}
			b.WriteString(regexp.QuoteMeta(part))
			fixed += len(part)
		}
		out = append(out, pattern{regexp.MustCompile("(?s)^" + b.String() + "$"), french, fixed})
	}
	slices.SortFunc(out, func(a, b pattern) int {
		return cmp.Or(b.fixed-a.fixed, strings.Compare(a.english.String(), b.english.String()))
	})
	return out
})

// fill puts what stood in the blanks into the French sentence, {1} for the first.
func (p pattern) fill(found []string) string {
	pairs := make([]string, 0, 2*len(found))
	for i, s := range found {
		pairs = append(pairs, "{"+strconv.Itoa(i+1)+"}", inFrench(s))
	}
	return strings.NewReplacer(pairs...).Replace(p.french)
}

// inFrench is what stands in a blank: a part that is known is said in French, quotation marks become French ones.
func inFrench(s string) string {
	if said, ok := whole[s]; ok {
		return said
	}
	if inside, err := strconv.Unquote(s); err == nil && strings.HasPrefix(s, `"`) {
		return "«\u00a0" + inside + "\u00a0»"
	}
	for _, p := range patterns() {
		if strings.HasPrefix(p.french, "la réponse pour") {
			if m := p.english.FindStringSubmatch(s); m != nil {
				return p.fill(m[1:])
			}
		}
	}
	return s
}
