package knowledge

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"nonmerci/knowledge/taxonomy"
)

var (
	slug = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	word = regexp.MustCompile(`^[a-z0-9][a-z0-9 +.-]*$`)
	ages = regexp.MustCompile(`^\d{1,2}(\+|-\d{1,2})$`)
)

// Validate returns everything that is wrong with an entry by itself, nil when nothing is: what would not survive being written to
// a file, and what no reader could make sense of. It serves what a file holds and what a moderator types alike; an entry of a
// community, whose id has no intent, needs neither sources nor a review date.
func (e *Entry) Validate() []InvalidError {
	v := validation{entry: e.ID}
	v.identity(e)
	v.scope(e)
	v.life(e)
	if len(e.Text) == 0 {
		v.add("title", "the entry has no text", "write it in one language at least")
	}
	for _, lang := range languagesOf(e) {
		v.text(lang, e.Text[lang])
	}
	return v.out
}

// validation collects what is wrong.
type validation struct {
	entry ID
	out   []InvalidError
}

func (v *validation) add(field, problem, remedy string) {
	v.out = append(v.out, InvalidError{Entry: v.entry, Field: field, Problem: problem, Remedy: remedy})
}

// one refuses a value that is not in a list.
func one[S ~string](v *validation, field string, value S, of []S) {
	if slices.Contains(of, value) {
		return
	}
	names := make([]string, len(of))
	for i, s := range of {
		names[i] = string(s)
	}
	problem := fmt.Sprintf("unknown %s %q", field, string(value))
	if value == "" {
		problem = "the " + field + " is missing"
	}
	v.add(field, problem, "write one of "+strings.Join(names, ", "))
}

func (v *validation) identity(e *Entry) {
	if !strings.Contains(string(e.ID), "/") { // an entry of a community
		if !slug.MatchString(string(e.ID)) {
			v.add("id", fmt.Sprintf("the id %q is not a slug", string(e.ID)), "write lower-case letters, digits and dashes")
		}
		if len(e.Also) > 0 {
			v.add("also", "an entry without an intent cannot answer others", "leave also out")
		}
		return
	}
	if !slug.MatchString(e.ID.Subject()) {
		v.add("id", fmt.Sprintf("the subject %q is not a slug", e.ID.Subject()), "write lower-case letters, digits and dashes")
	}
	known := taxonomy.Intents
	if e.ID.Subject() == taxonomy.Rights {
		known = taxonomy.General
	}
	one(v, "intent", e.ID.Intent(), known)
	for i, a := range e.Also {
		one(v, "also", a, known)
		if a == e.ID.Intent() || slices.Contains(e.Also[:i], a) {
			v.add("also", fmt.Sprintf("%q is already answered", a), "name each other intent once")
		}
	}
}

func (v *validation) scope(e *Entry) {
	one(v, "kind", e.Kind, Kinds)
	if e.Kind != Info || e.Difficulty != "" {
		one(v, "difficulty", e.Difficulty, Difficulties)
	}
	for i, r := range e.Regions {
		one(v, "regions", r, Regions)
		v.once("regions", e.Regions, i)
	}
	for i, p := range e.Plans {
		if !word.MatchString(p) || strings.TrimSpace(p) != p {
			v.add("plans", fmt.Sprintf("plan %q is not a lower-case word", p), "write free, pro, business…")
		}
		v.once("plans", e.Plans, i)
	}
	if e.Ages != "" && !ages.MatchString(e.Ages) {
		v.add("ages", fmt.Sprintf("ages %q", e.Ages), "write 18+, 16+ or 13-17, or leave it out")
	}
}

func (v *validation) once(field string, list []string, i int) {
	if slices.Contains(list[:i], list[i]) {
		v.add(field, fmt.Sprintf("%q stands twice", list[i]), "write it once")
	}
}

func (v *validation) life(e *Entry) {
	one(v, "status", e.Status, []Status{Draft, Published, Archived})
	if e.Revision < 1 {
		v.add("revision", fmt.Sprintf("revision %d", e.Revision), "count from 1, or leave it out")
	}
	if err := plain(e.Author); e.Author != "" && err != nil {
		v.add("author", err.Error(), "write a name")
	}
	for i, s := range e.Sources {
		if !sourceID.MatchString(s) {
			v.add("sources", fmt.Sprintf("source %q", s), "write the id of a source, such as S1")
		}
		v.once("sources", e.Sources, i)
	}
	if e.ID.Intent() != "" {
		if len(e.Sources) == 0 {
			v.add("sources", "the entry names no source", "write sources: [S1] with ids of the front matter")
		}
		if e.Review.IsZero() {
			v.add("review", "the review date is missing", "write the day to look again, such as 2027-05-22")
		}
	}
	if !e.Verified.IsZero() && !e.Review.IsZero() && !e.Verified.Time().Before(e.Review.Time()) {
		v.add("review", "the review is not after the verification", "write a later day")
	}
}
