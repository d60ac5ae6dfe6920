package desk

import (
	"strings"

	"nonmerci/knowledge"
	"nonmerci/knowledge/vet"
)

// A section is a part of an entry that one form edits: a letter, since acts are short.
type section string

const (
	mainPart    section = "m" // what a community edits at once
	basicPart   section = "b" // title, phrasings and short answer alone: in the shared base the rest is longer
	stepsPart   section = "s" // by device
	linksPart   section = "l"
	changesPart section = "c" // what it changes and not, notes
	factsPart   section = "f" // kind, difficulty, dates
	scopePart   section = "x" // regions, plans, ages, sources, further intents
)

// sections are those that a turn may edit, the first one first.
func (t *turn) sections() []section {
	if t.base {
		return []section{basicPart, stepsPart, linksPart, changesPart, factsPart, scopePart}
	}
	return []section{mainPart, stepsPart, changesPart, factsPart}
}

// baseTitle is how many characters the title of an entry of the shared base has at most, as its check has it.
const baseTitle = 100

// fields are the fields of a section as they stand in an entry.
func (w *words) fields(s section, e *knowledge.Entry, lang string) []Field {
	maxTitle, maxShort := vet.MaxTitle, vet.MaxShort
	if s == basicPart {
		maxTitle, maxShort = baseTitle, knowledge.MaxShort
	}
	t := e.Text[lang]
	list := func(all []string) string { return strings.Join(all, "\n") }
	commas := func(all []string) string { return strings.Join(all, ", ") }
	line := func(key, value string, limit int) Field {
		return Field{Key: key, Label: w.field(key), Hint: w.hint(key), Value: value, Limit: limit}
	}
	long := func(key, value string) Field {
		f := line(key, value, MaxField)
		f.Long = true
		return f
	}
	required := func(f Field) Field { f.Required = true; return f }
	short := func() Field { f := required(line("short", t.Short, maxShort)); f.Long = true; return f }
	switch s {
	case mainPart:
		return []Field{
			required(line("title", t.Title, maxTitle)), long("phrases", list(t.Phrases)), short(),
			long("steps", w.writeSteps(t.Steps)), long("links", w.writeLinks(t.Links)),
		}
	case basicPart:
		return []Field{required(line("title", t.Title, maxTitle)), long("phrases", list(t.Phrases)), short()}
	case stepsPart:
		by := map[knowledge.Device]string{}
		for _, d := range t.Steps {
			by[d.Device] = list(d.Steps)
		}
		var out []Field
		for _, d := range knowledge.Devices {
			out = append(out, long(string(d), by[d]))
		}
		return out
	case linksPart:
		return []Field{long("links", w.writeLinks(t.Links))}
	case changesPart:
		return []Field{long("changes", list(t.Changes)), long("keeps", list(t.Keeps)), long("notes", list(t.Notes))}
	case factsPart:
		return []Field{
			required(line("kind", w.Kinds[e.Kind], 30)), line("difficulty", w.Difficulties[e.Difficulty], 30),
			line("verified", w.dayField(e.Verified), 20), line("review", w.dayField(e.Review), 20),
		}
	case scopePart:
		return []Field{
			line("regions", commas(e.Regions), 200), line("plans", commas(e.Plans), 200), line("ages", e.Ages, 20),
			line("sources", commas(e.Sources), 200), line("also", commas(e.Also), 200),
		}
	}
	return nil
}

// apply puts what was typed for a section into an entry, and returns what could not be read.
func (w *words) apply(s section, e *knowledge.Entry, lang string, typed map[string]string) []string {
	t := e.Text[lang]
	var wrong []string
	day := func(key string) knowledge.Date {
		d, err := readDay(typed[key])
		if err != nil {
			wrong = append(wrong, fill(w.NoDay, "field", w.field(key), "text", clip(typed[key], 40)))
		}
		return d
	}
	switch s {
	case mainPart, basicPart:
		t.Title, t.Short, t.Phrases = oneLine(typed["title"]), oneLine(typed["short"]), lines(typed["phrases"])
		if s == mainPart {
			t.Steps, t.Links = readSteps(typed["steps"]), readLinks(typed["links"])
		}
	case stepsPart:
		by := map[knowledge.Device][]string{}
		for _, d := range knowledge.Devices {
			by[d] = lines(typed[string(d)])
		}
		t.Steps = orderSteps(by)
	case linksPart:
		t.Links = readLinks(typed["links"])
	case changesPart:
		t.Changes, t.Keeps, t.Notes = lines(typed["changes"]), lines(typed["keeps"]), lines(typed["notes"])
	case factsPart:
		e.Kind = named(typed["kind"], func(w *words) map[knowledge.Kind]string { return w.Kinds })
		e.Difficulty = named(typed["difficulty"], func(w *words) map[knowledge.Difficulty]string { return w.Difficulties })
		e.Verified, e.Review = day("verified"), day("review")
	case scopePart:
		e.Regions, e.Plans, e.Ages = commaList(typed["regions"]), commaList(typed["plans"]), oneLine(typed["ages"])
		e.Sources, e.Also = spaced(typed["sources"]), spaced(typed["also"])
	}
	if e.Text == nil {
		e.Text = map[string]knowledge.Text{}
	}
	e.Text[lang] = t
	return wrong
}
