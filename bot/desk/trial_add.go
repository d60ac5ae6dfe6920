package desk

import (
	"nonmerci/bot"
	"nonmerci/knowledge"
	"nonmerci/knowledge/vet"
)

// testAdd makes a question that was tested a way to ask for an entry.
func (t *turn) testAdd() (Screen, error) {
	v, err := t.find(t.act.arg(0))
	if err != nil {
		return Screen{}, err
	}
	token := t.act.arg(1)
	f, err := t.keptQuestion(token)
	if err != nil {
		return Screen{}, err
	}
	s, added, err := t.addQuestion(v.id, f.values()["question"], f.Submit.arg(0))
	if err != nil || !added {
		return s, err
	}
	s.row(Button{Label: t.w.TestAgain, Act: t.to("tested", token)})
	return s, nil
}

// addQuestion makes a question one of the phrasings of an entry, in its language or that of the moderator when it is not known. added is false when
// it cannot be one; the screen says why.
func (t *turn) addQuestion(id knowledge.ID, question, lang string) (s Screen, added bool, err error) {
	if !knownLang(lang) {
		lang = t.lang()
	}
	phrase, bad := t.asPhrase(question, lang)
	if len(bad) > 0 {
		s = t.screen(t.w.Refused, t.w.GapUnfit)
		s.add(bullets(bad...)...)
		return s, false, nil
	}
	s, err = t.addPhrases(id, lang, []string{phrase})
	return s, err == nil, err
}

// asPhrase is a question as a way to ask, in one line and without the signs that one cannot have; bad says why it can be none.
func (t *turn) asPhrase(question, lang string) (phrase string, bad []string) {
	phrase = clip(oneLine(question), vet.MaxPhrase)
	if len(t.vetPhrases([]string{phrase}, lang).problems) > 0 {
		phrase = plainWords(phrase)
	}
	return phrase, t.vetPhrases([]string{phrase}, lang).problems
}

func (t *turn) testFindForm() Form {
	f := t.findForm()
	f.Submit, f.Again = t.to("testfound", t.act.arg(0)), t.to("testfind", t.act.arg(0))
	return f
}

// testFind asks for words to look for the entry that should have answered.
func (t *turn) testFind() (Screen, error) {
	if _, err := t.keptQuestion(t.act.arg(0)); err != nil {
		return Screen{}, err
	}
	f := t.testFindForm()
	return Screen{Title: f.Title, Form: &f}, nil
}

// testFound lists the entries that the question may be added to.
func (t *turn) testFound() (Screen, error) {
	token := t.act.arg(0)
	kept, err := t.keptQuestion(token)
	if err != nil {
		return Screen{}, err
	}
	f := t.testFindForm()
	near, again, err := t.sought(&f)
	if err != nil {
		return Screen{}, err
	}
	if again != nil {
		return *again, nil
	}
	s := Screen{Title: t.w.TestTitle, Replace: true}
	s.add(para("« "+clip(kept.values()["question"], 300)+" »"), para(t.w.TestWhich))
	if len(near) == 0 {
		s.Blocks = append([]bot.Block{para(t.w.FoundNothing)}, s.Blocks...)
	}
	var lines []bot.Block
	var buttons []Button
	for k, i := range near {
		n := itoa(k+1) + ". " + title(i.entry, i.id, t.w.Code)
		lines, buttons = append(lines, para(n)), append(buttons, Button{Label: n, Act: t.to("testadd", Code(i.id), token)})
	}
	s.add(lines...)
	s.rows(2, buttons)
	s.row(Button{Label: t.w.FindAgain, Act: t.to("testfind", token)}, t.homeButton())
	return s, nil
}

// testWrite opens the form of a new entry with the question in it.
func (t *turn) testWrite() (Screen, error) {
	f, err := t.keptQuestion(t.act.arg(0))
	if err != nil {
		return Screen{}, err
	}
	lang := f.Submit.arg(0)
	if !knownLang(lang) {
		lang = t.lang()
	}
	next := t.newForm(lang, "", questionText(f.values()["question"]))
	next.Again = NewAct("testwrite", t.act.arg(0))
	return Screen{Title: next.Title, Form: &next}, nil
}

// questionText is the beginning of an entry that answers a question.
func questionText(asked string) knowledge.Text {
	question := plainWords(asked)
	text := knowledge.Text{Title: clip(question, 100)}
	if text.Title != question {
		text.Phrases = []string{clip(question, vet.MaxPhrase)}
	}
	return text
}
