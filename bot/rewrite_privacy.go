package bot

// What a press of PressQuestion or PressRephrase chooses, as its Intent.
const (
	chooseYes = "yes"
	chooseNo  = "no"
)

// Privacy is the reply to « what do you keep about me? ». Where there is a model it says what that gets, and has buttons to choose.
func (b *Bot) Privacy(m Message) Reply {
	w := WordsIn(m.Lang)
	r := Reply{Kind: Smalltalk, Lang: m.Lang, Confidence: 1, Text: w.Privacy}
	if b.rewriter == nil {
		return r
	}
	c := b.ModelChoice(m.From)
	state := w.QuestionKept
	question := Action{w.AllowQuestion, GroupAbout, Press{Kind: PressQuestion, Lang: m.Lang, Intent: chooseYes}}
	if c.Question {
		state, question.Label, question.Press.Intent = w.QuestionSent, w.ForbidQuestion, chooseNo
	}
	rephrase := Action{w.AlwaysOriginal, GroupAbout, Press{Kind: PressRephrase, Lang: m.Lang, Intent: chooseNo}}
	if c.Original {
		state, rephrase.Label, rephrase.Press.Intent = w.OriginalsShown, w.AllowRephrase, chooseYes
	}
	r.Text += "\n\n" + w.PrivacyModel + "\n\n" + state
	r.Actions = []Action{question, rephrase}
	return r
}

// chose keeps what a button under Privacy chose, and shows it again.
func (b *Bot) chose(m Message, p Press) (Reply, error) {
	yes := p.Intent == chooseYes
	if b.rewriter == nil || !yes && p.Intent != chooseNo {
		return Reply{}, ErrPress
	}
	c := b.ModelChoice(m.From)
	if p.Kind == PressQuestion {
		c.Question = yes
	} else {
		c.Original = !yes
	}
	b.SetModelChoice(m.From, c)
	m.Lang = p.Lang
	r := b.Privacy(m)
	r.Place = Same
	return r, nil
}
