package bot

import (
	"strings"
	"time"

	"nonmerci/knowledge"
)

// A Card is an entry made ready for one reader: in a language, for a device, with what its dates say today. It is neutral; adapters
// render it in their own way, and Markdown is the way of terminals and of the batch contract.
type Card struct {
	Echo      string // what was understood: « LinkedIn · refuser · Android »
	Lead      string // a sentence before the answer, or "": the nearest entry, another language, a text that was cut
	Note      string // what the community says above the answer: inline Markdown in paragraphs, without its label; or ""
	Title     string
	Short     string
	Steps     []knowledge.DeviceSteps // those of the device asked, or all
	Links     []knowledge.Link
	Changes   []string
	Keeps     []string
	Notes     []string
	Facts     []string // difficulty, regions, plans, ages: one short text each
	Sources   []knowledge.Source
	Freshness string // « Vérifié le … », « À revérifier … » or « À vérifier … »
	Doubtful  bool   // Freshness is a warning, to be read before the steps
	Mark      string // that a model has put it into other words; "" for the words of the entry
	Lang      string
	Device    string // the device asked for, or ""
	noteLabel string // before Note: « Note de cette communauté : »
	foreign   bool   // Mark says that it is translated, and goes before the answer
	setting   bool   // the steps lead to a setting, which may not be there
	words     *phrases
	devices   []knowledge.Device // those that the entry has steps for
}

// newCard fills a card from an entry in lang. device limits the steps when the entry has some for it.
func newCard(base *knowledge.Base, e *knowledge.Entry, lang, device string, today time.Time) Card {
	ph := speak(lang)
	t := e.Text[lang]
	c := Card{
		Title: t.Title, Short: t.Short, Links: t.Links, Changes: t.Changes, Keeps: t.Keeps, Notes: t.Notes, Lang: lang,
		Steps: stepsFor(t.Steps, device), words: ph, Facts: facts(e, ph), Sources: sourcesOf(base, e, lang),
	}
	c.Freshness, c.Doubtful = freshness(e, ph, today)
	c.Device, c.setting = device, e.Kind == knowledge.Toggle
	for _, s := range t.Steps {
		c.devices = append(c.devices, s.Device)
	}
	return c
}

// maxSources is how many sources a card shows: the most important first.
const maxSources = 3

func sourcesOf(base *knowledge.Base, e *knowledge.Entry, lang string) []knowledge.Source {
	var out []knowledge.Source
	for _, s := range base.Sources(e, lang) {
		if s.Basis != knowledge.Memory && len(out) < maxSources {
			out = append(out, s)
		}
	}
	return out
}

// stepsFor keeps the steps for a device, with those for any; all of them when the device is unknown or has none.
func stepsFor(all []knowledge.DeviceSteps, device string) []knowledge.DeviceSteps {
	if device == "" {
		return all
	}
	var out []knowledge.DeviceSteps
	for _, s := range all {
		if string(s.Device) == device || s.Device == knowledge.AnyDevice {
			out = append(out, s)
		}
	}
	if len(out) == 0 {
		return all
	}
	return out
}

func facts(e *knowledge.Entry, ph *phrases) []string {
	var out []string
	if d, ok := ph.difficulties[string(e.Difficulty)]; ok {
		out = append(out, ph.difficulty+ph.colon()+d)
	}
	var scope []string
	for _, r := range e.Regions {
		if name, ok := ph.regions[r]; ok {
			scope = append(scope, name)
		}
	}
	scope = append(scope, e.Plans...)
	if e.Ages != "" {
		scope = append(scope, e.Ages)
	}
	if len(scope) > 0 {
		out = append(out, ph.scope+ph.colon()+strings.Join(scope, ", "))
	}
	return out
}

// colon is « : » with the space that the language puts before it.
func (p *phrases) colon() string {
	if p == &french {
		return "\u00a0: "
	}
	return ": "
}

// freshness says when the entry was checked, or warns that it is past its review date or rests on memory.
func freshness(e *knowledge.Entry, ph *phrases, today time.Time) (text string, warning bool) {
	if e.Verified.IsZero() {
		return ph.unverified, true
	}
	date := ph.day(e.Verified.Time())
	if !e.Review.IsZero() && today.After(e.Review.Time()) {
		return strings.ReplaceAll(ph.stale, "{date}", date), true
	}
	return strings.ReplaceAll(ph.verified, "{date}", date), false
}

// stepsTitle is the heading of some steps: the device, or « Étapes » where they are the same on all.
func (c *Card) stepsTitle(d knowledge.Device) string {
	if d == knowledge.AnyDevice && len(c.devices) == 1 {
		return c.words.steps
	}
	return c.words.devices[string(d)]
}

// semicolon is « ; » between two things, with the spaces of the language.
func (p *phrases) semicolon() string {
	if p == &french {
		return "\u00a0; "
	}
	return "; "
}

// dated is the date of a source in words, between brackets after a space: a day, a month or a year, as far as it is known; "" when the
// title has it already, or when there is none.
func (p *phrases) dated(s knowledge.Source) string {
	words := string(s.Date)
	if t, err := time.Parse("2006-01-02", words); err == nil {
		words = p.day(t)
	} else if t, err := time.Parse("2006-01", words); err == nil {
		words = p.months[t.Month()-1] + " " + itoa(t.Year())
	}
	if words == "" || strings.Contains(s.Title, words) {
		return ""
	}
	return " (" + words + ")"
}

// day writes a date out in words. The first of a month is « 1er » in French.
func (p *phrases) day(t time.Time) string {
	d := itoa(t.Day())
	if p == &french && t.Day() == 1 {
		d = "1er"
	}
	out := strings.Replace(p.date, "{day}", d, 1) // not a Replacer: it would be made anew for each card
	out = strings.Replace(out, "{month}", p.months[t.Month()-1], 1)
	return strings.Replace(out, "{year}", itoa(t.Year()), 1)
}
