package vet

import (
	"fmt"
	"slices"
	"strconv"

	"nonmerci/knowledge"
)

// Entry returns what is wrong with the text of an entry in one language, as a moderator typed it, those of each field together; nil
// when nothing is. known says whether the base links to a host, or to one under it (see Known); with nil no host is warned of, or
// compared with those. It is called a thousand times for a host that is not known, and must be quick.
//
// It includes what knowledge.Entry.Validate refuses of that text, but for HTML, which is kept as text, and for the length of the short
// answer. It does not change e. Safe for concurrent use if known is.
func Entry(e *knowledge.Entry, lang string, known func(host string) bool) []Problem {
	c := newChecker(known)
	t := e.Text[lang]
	field := func(part string, i int) string { return fmt.Sprintf("%s.%s.%d", lang, part, i+1) }
	c.text(lang+".title", t.Title, MaxTitle)
	if n := units(t.Title); n > shownTitle && n <= MaxTitle {
		c.warn(lang+".title", TitleCut, strconv.Itoa(n), strconv.Itoa(shownTitle))
	}
	c.text(lang+".short", t.Short, MaxShort)
	if n := units(t.Short); n > knowledge.MaxShort && n <= MaxShort {
		c.warn(lang+".short", ShortShared, strconv.Itoa(n), strconv.Itoa(knowledge.MaxShort))
	}
	c.count(lang+".phrases", ManyPhrases, len(t.Phrases), MaxPhrases)
	for i, s := range t.Phrases {
		c.text(field("phrases", i), s, MaxPhrase)
	}
	c.steps(t, lang)
	c.count(lang+".links", ManyLinks, len(t.Links), MaxLinks)
	for i, l := range t.Links {
		c.text(field("links", i), l.Text, MaxLink)
		c.size(field("links", i), l.URL, MaxURL)
		c.link(field("links", i), l.Text, l.URL)
	}
	for _, part := range []struct {
		name  string
		items []string
	}{{"changes", t.Changes}, {"keeps", t.Keeps}, {"notes", t.Notes}} {
		for i, s := range part.items {
			c.text(field(part.name, i), s, MaxItem)
		}
	}
	if tells(e.Kind) && len(t.Steps) == 0 && len(t.Links) == 0 && !c.mail {
		c.warn(lang+".steps", NoHow)
	}
	c.form(e, lang)
	if len(e.Sources) == 0 {
		c.warn("sources", NoSource)
	}
	return grouped(c.out)
}

func (c *checker) steps(t knowledge.Text, lang string) {
	for _, d := range t.Steps {
		field := lang + ".steps." + string(d.Device)
		c.count(field, ManySteps, len(d.Steps), MaxSteps)
		labels := 0
		for i, s := range d.Steps {
			c.text(field+"."+strconv.Itoa(i+1), s, MaxStep)
			labels += len(knowledge.Labels(withoutTags(s)))
		}
		if len(d.Steps) > 0 && labels == 0 {
			c.warn(field, NoLabels)
		}
	}
}

// tells says whether entries of a kind tell a reader to do something: with steps, a link to where it is done, or whom to write to.
func tells(k knowledge.Kind) bool {
	return k == knowledge.Toggle || k == knowledge.Form || k == knowledge.Letter
}

// grouped puts the problems of each field together, the fields as they were met.
func grouped(all []Problem) []Problem {
	place := map[string]int{}
	for _, p := range all {
		if _, met := place[p.Field]; !met {
			place[p.Field] = len(place)
		}
	}
	slices.SortStableFunc(all, func(a, b Problem) int { return place[a.Field] - place[b.Field] })
	return all
}
