package guard

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// Facts are the parts of an entry that Assemble puts back, in their order: a paragraph, or a list with its heading. In a template the first
// is {1}. What was understood (« LinkedIn · refuser ») is none of them. The caller must not change the slice.
func (s *Source) Facts() []string { return s.facts }

// facts cuts an entry into the parts that are numbered.
func facts(markdown string) []string {
	var out []string
	under := false // the last part is a heading that waits for what it stands over
	for part := range strings.SplitSeq(strings.ReplaceAll(markdown, "\r\n", "\n"), "\n\n") {
		part = strings.Trim(part, "\n")
		if strings.TrimSpace(part) == "" {
			continue
		}
		kind, _ := leader(part)
		title := !strings.Contains(part, "\n") && (kind == heading || wholeBold(part))
		switch {
		case under:
			out[len(out)-1] += "\n\n" + part
		case isEcho(block{text: part}):
			continue
		default:
			out = append(out, part)
		}
		under = title
	}
	return out
}

var slot = regexp.MustCompile(`\{(\d{1,3})\}`)

// Assemble puts the facts of an entry into a template: a text in which each fact stands once, in order, as its number in braces, with words
// around that only connect. lang is the language of these words, "" for the entry's own; the facts stay in the language of the entry, to the
// letter. The text is "" when the verdict refuses: a number missing, repeated or out of order, or words between that say anything.
func Assemble(s Source, template, lang string) (string, Verdict) {
	r := &reasons{}
	lang = s.wanted(lang)
	switch {
	case !slices.Contains(languages, lang):
		r.add(Language, lang)
	case len(s.facts) == 0 || len(template) > MaxCandidate:
		r.add(Length, "")
	}
	if len(r.list) > 0 {
		return "", r.verdict()
	}
	var parts []part
	at, next := 0, 1
	for _, m := range slot.FindAllStringSubmatchIndex(template, -1) {
		n, _ := strconv.Atoi(template[m[2]:m[3]])
		if n != next || n > len(s.facts) {
			r.add(Facts, template[m[0]:m[1]])
			break
		}
		parts = s.between(parts, template[at:m[0]], lang, r)
		kind, _ := leader(s.facts[n-1])
		parts = append(parts, part{text: s.facts[n-1], fact: true, apart: kind != paragraph || strings.Contains(s.facts[n-1], "\n")})
		at, next = m[1], n+1
	}
	if next <= len(s.facts) {
		r.add(Facts, "{"+strconv.Itoa(next)+"}")
	}
	parts = s.between(parts, template[at:], lang, r)
	if len(r.list) > 0 {
		return "", r.verdict()
	}
	return put(parts), r.verdict()
}

// A part is a fact, or words of a template.
type part struct {
	text        string
	fact, apart bool // apart: a list, which has its own paragraph
}

// put strings parts together: a list stands by itself, two facts in a row are two paragraphs, and words stand where the template has them.
func put(parts []part) string {
	var out strings.Builder
	for i, p := range parts {
		if i > 0 {
			last := parts[i-1]
			if last.apart || p.apart || last.fact && p.fact || strings.HasSuffix(last.text, "\n") || strings.HasPrefix(p.text, "\n") {
				out.WriteString("\n\n")
			} else {
				out.WriteByte(' ')
			}
		}
		out.WriteString(strings.TrimSpace(p.text))
	}
	return out.String()
}

// between adds words that stand around facts, when they only connect.
func (s *Source) between(parts []part, words, lang string, r *reasons) []part {
	if strings.TrimSpace(words) == "" {
		return parts
	}
	s.bare(words, lang, r)
	return append(parts, part{text: words})
}
