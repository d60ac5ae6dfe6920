package desk

import (
	"slices"

	"nonmerci/knowledge"
)

// phraseForm asks for further ways to ask, to be added to those there are.
func (t *turn) phraseForm(v *view, lang string) Form {
	return Form{
		Title:  fill(t.w.PhraseTitle, "lang", t.w.langName(lang)),
		Fields: []Field{{Key: "phrases", Label: t.w.field("phrases"), Hint: t.w.hint("phrases"), Long: true, Required: true, Limit: 1000}},
		Submit: t.to("addphrase", Code(v.id), lang), Again: t.to("phrase", Code(v.id), lang), Open: t.w.OpenForm,
	}
}

func (t *turn) phrase() (Screen, error) {
	v, lang, err := t.findIn()
	if err != nil {
		return Screen{}, err
	}
	f := t.phraseForm(v, lang)
	return Screen{Title: f.Title, Form: &f}, nil
}

func (t *turn) addPhrase() (Screen, error) {
	v, lang, err := t.findIn()
	if err != nil {
		return Screen{}, err
	}
	f := t.phraseForm(v, lang)
	f.fill(t.act.Fields)
	phrases := lines(f.values()["phrases"])
	verdict := t.vetPhrases(phrases, lang)
	if wrong := append(f.unfit(t.w), verdict.problems...); len(wrong) > 0 {
		return t.refused(f, wrong), nil
	}
	t.warnings = verdict.warnings
	return t.addPhrases(v.id, lang, phrases)
}

// addPhrases adds ways to ask; those that are there already are not added twice.
func (t *turn) addPhrases(id knowledge.ID, lang string, phrases []string) (Screen, error) {
	summary := fill(t.w.SummaryPhrase, "lang", t.w.langName(lang))
	return t.change(id, summary, t.w.PhraseAdded, func(v *view, c *knowledge.Content) error {
		return t.joinPhrases(v, c, lang, phrases)
	})
}

func (t *turn) joinPhrases(v *view, c *knowledge.Content, lang string, phrases []string) error {
	if c.Entry != nil {
		text, ok := c.Entry.Text[lang]
		if !ok {
			lang = language(c.Entry, lang)
			text = c.Entry.Text[lang]
		}
		text.Phrases = union(text.Phrases, phrases, text.Title)
		c.Entry.Text[lang] = text
		return nil
	}
	if v.shared == nil {
		return knowledge.ErrNotFound
	}
	if c.Phrases == nil {
		c.Phrases = map[string][]string{}
	}
	known := v.shared.Text[lang]
	fresh := union(c.Phrases[lang], phrases, append(known.Phrases, known.Title)...)
	if len(fresh) > maxLocalPhrases {
		return refuse(fill(t.w.TooManyPhrases, "n", itoa(maxLocalPhrases)))
	}
	c.Phrases[lang] = fresh
	return nil
}

// maxLocalPhrases is how many ways to ask a community adds to a shared entry, in one language.
const maxLocalPhrases = 100

// union adds the lines that are neither in a list nor among the others known.
func union(list, more []string, known ...string) []string {
	out := slices.Clone(list)
	for _, m := range more {
		like := func(s string) bool { return alike(s, m) }
		if !slices.ContainsFunc(out, like) && !slices.ContainsFunc(known, like) {
			out = append(out, m)
		}
	}
	return out
}

// phrasesForm shows every way to ask that a community added to a shared entry.
func (t *turn) phrasesForm(v *view, lang string) Form {
	f := t.phraseForm(v, lang)
	c := v.content()
	f.Fields[0].Value, f.Fields[0].Required, f.Fields[0].Limit = joinLines(c.Phrases[lang]), false, MaxField
	f.Submit = NewAct("setphrases", Code(v.id), lang, num(v.rec.Latest))
	f.Again = NewAct("phrases", Code(v.id), lang)
	return f
}

func (t *turn) phrases() (Screen, error) {
	v, lang, err := t.findIn()
	if err != nil {
		return Screen{}, err
	}
	f := t.phrasesForm(v, lang)
	return Screen{Title: f.Title, Form: &f}, nil
}

func (t *turn) setPhrases() (Screen, error) {
	vet := func(typed, lang string) verdict { return t.vetPhrases(lines(typed), lang) }
	return t.setOne(t.phrasesForm, vet, t.w.PhrasesSet, func(c *knowledge.Content, lang, typed string) {
		if c.Phrases == nil {
			c.Phrases = map[string][]string{}
		}
		c.Phrases[lang] = lines(typed)
		if len(c.Phrases[lang]) == 0 {
			delete(c.Phrases, lang)
		}
	})
}
