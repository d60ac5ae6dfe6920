package bot

import (
	"strings"
	"time"

	"nonmerci/knowledge"
	"nonmerci/knowledge/live"
	"nonmerci/knowledge/understand"
)

// renderOwn answers with an entry of the community's own: it says whose it is and when it was edited, in the place of sources.
func (b view) renderOwn(r *Reply, v Verdict, lang string) {
	var own *live.Own
	if b.over != nil {
		own = b.over.Find(v.Intent)
	}
	if own == nil {
		b.renderUnknown(r, v, lang)
		return
	}
	e := own.Entry
	entryLang := writtenIn(e, lang)
	card := newCard(b.base, e, entryLang, v.Device, b.today())
	card.Echo, card.Sources, card.setting = card.Title, nil, false
	card.Freshness, card.Doubtful = onDay(WordsIn(entryLang).CommunityEntry, entryLang, own.Edited), false
	if entryLang != lang {
		card.Lead = WordsIn(lang).CommunityOtherLang
	}
	r.origin = origin{e, lang, card.Lead, b.community, own.Edited}
	r.Entry, r.Card, r.Lang, r.Text = live.Local+"/"+own.Key, &card, entryLang, card.Markdown()
	r.Community, r.Revision, r.about = true, e.Revision, Slot{live.Local, own.Key}
}

// onDay fills the date in words of a language.
func onDay(words, lang string, t time.Time) string {
	return strings.ReplaceAll(words, "{date}", speak(lang).day(t))
}

// adapt adds to the card of a shared entry what the community makes of it: the note above it, and that the words are its own.
func (b view) adapt(c *Card, r *Reply, e *knowledge.Entry, lang string) {
	a := b.over.On(e.ID)
	if a == nil {
		return
	}
	if note := inLanguage(a.Note, lang); note != "" {
		c.Note, c.noteLabel = note, WordsIn(lang).CommunityNote+strings.TrimRight(speak(lang).colon(), " ")
	}
	if a.Entry == e {
		r.Community, r.origin.edited = true, a.Edited
		c.Facts = append(c.Facts, onDay(WordsIn(c.Lang).CommunityVersion, c.Lang, a.Edited))
	}
}

// inLanguage is a text for a reader: in their language, or in the nearest one that it has.
func inLanguage(texts map[string]string, lang string) string {
	for _, l := range append([]string{lang, nearLanguage(lang), "fr", "en"}, understand.Languages...) {
		if s := strings.TrimSpace(texts[l]); s != "" {
			return s
		}
	}
	return ""
}
