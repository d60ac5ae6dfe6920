package bot

import (
	"slices"
	"strings"
	"time"

	"nonmerci/knowledge"
	"nonmerci/knowledge/live"
	"nonmerci/knowledge/scrub"
	"nonmerci/knowledge/text"
)

// An origin is what an answer was made from.
type origin struct {
	entry     *knowledge.Entry
	lang      string                // the reader's
	notice    string                // the part of Card.Lead that says that the entry is in another language; or ""
	community knowledge.CommunityID // of the place
	edited    time.Time             // when the community wrote what stands in it; zero for an entry of the shared base
}

// rewriting is what the Rewriter is asked: the parts of the card that are sentences, and the steps given.
func (b view) rewriting(m Message, r *Reply, steps []knowledge.DeviceSteps) Rewriting {
	w := Rewriting{
		Entry: r.origin.entry.ID, Revision: r.Revision, Community: knowledge.SharedBase, Payer: knowledge.SharedBase,
		From: r.Card.Lang, To: r.origin.lang, Device: deviceIn(steps), Lines: linesOf(r.Card, steps, r.origin.lang),
	}
	if r.Community {
		w.Community = r.origin.community
	}
	outside := m.Place == (knowledge.Place{})
	if !outside {
		w.Payer = b.community
	}
	if (outside || b.settings.AskModel) && b.bot.ModelChoice(m.From).Question {
		w.Question, _ = scrub.Text(text.Truncate(strings.TrimSpace(m.Text), maxQuestion))
	}
	return w
}

// reworded is an answer with its words exchanged. Where links lead, sources, the echo and the note of the community are as they were; the rest around
// the entry is in the reader's language.
func (b view) reworded(r Reply, w Rewriting, steps []knowledge.DeviceSteps, words Rewritten) Reply {
	c := *r.Card
	c.put(steps, words.Lines)
	if w.To != w.From {
		b.translate(&c, r.origin)
		r.Lang = w.To
	}
	if c.opens() {
		c.Lead = words.Opening
	}
	c.Mark = b.mark(&c, r.origin, w.From)
	r.Card, r.Rephrased, r.Text = &c, true, c.Markdown()
	original := Action{WordsIn(r.origin.lang).Original, GroupAbout, Press{
		Kind: PressOriginal, Lang: r.origin.lang, Device: r.Device, Subject: r.about.Subject, Intent: r.about.Intent,
	}}
	at := slices.IndexFunc(r.Actions, func(a Action) bool { return a.Group > GroupAbout })
	if at < 0 {
		at = len(r.Actions)
	}
	r.Actions = slices.Insert(slices.Clone(r.Actions), at, original)
	return r
}

// translate puts what stands around the sentences of an entry into the reader's language, and takes away that the entry lacks it.
func (b view) translate(c *Card, o origin) {
	c.Lang, c.words = o.lang, speak(o.lang)
	c.Facts = facts(o.entry, c.words)
	switch own := o.entry.ID; {
	case o.edited.IsZero():
		c.Freshness, c.Doubtful = freshness(o.entry, c.words, b.today())
	case isOwn(own):
		c.Freshness = onDay(WordsIn(o.lang).CommunityEntry, o.lang, o.edited)
	default:
		c.Freshness, c.Doubtful = freshness(o.entry, c.words, b.today())
		c.Facts = append(c.Facts, onDay(WordsIn(o.lang).CommunityVersion, o.lang, o.edited))
	}
	c.Lead = without(c.Lead, o.notice)
}

// without is a lead without one of its sentences.
func without(lead, notice string) string {
	before, after, _ := strings.Cut(lead, notice)
	return strings.TrimSpace(strings.TrimRight(before, " ") + " " + strings.TrimLeft(after, " "))
}

// opens says whether a model's sentence may stand before the answer, in a paragraph of its own: « voici comment faire : » leads to nothing when
// something else stands between, and not to « je n’ai rien de précis ».
func (c *Card) opens() bool { return c.Lead == "" && c.Note == "" }

// says says whether anything of what a model wrote would be seen.
func (words Rewritten) says(w Rewriting, c Card, o origin) bool {
	c.Lead = without(c.Lead, o.notice)
	return words.Opening != "" && c.opens() || w.From != w.To || !slices.EqualFunc(w.Lines, words.Lines, func(l Line, s string) bool { return l.Text == s })
}

// isOwn says whether an id is that of a community's own entry.
func isOwn(id knowledge.ID) bool {
	return !strings.Contains(string(id), "/") || id.Subject() == live.Local
}

// mark says that a model has put an answer into other words. It takes the place of the day that the entry was checked, which is that of the
// original and not of these words; a warning stays where it is. That they are translated is to be read first, as that the entry is in another language was.
func (b view) mark(c *Card, o origin, from string) string {
	w, plain := WordsIn(o.lang), c.Doubtful || o.entry.Verified.IsZero() || isOwn(o.entry.ID)
	pick := func(alone, dated string) string {
		if plain {
			return alone
		}
		c.Freshness = ""
		return onDay(dated, o.lang, o.entry.Verified.Time())
	}
	if c.Lang == from {
		return pick(w.Rephrased, w.RephrasedOf)
	}
	c.foreign = true
	return strings.ReplaceAll(pick(w.Translated, w.TranslatedOf), "{language}", speak(o.lang).languages[from])
}
