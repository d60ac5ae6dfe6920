package desk

import (
	"nonmerci/bot"
	"nonmerci/knowledge"
)

// maxTested is how many characters of a question are tested.
const maxTested = 1000

func (t *turn) testForm() Form {
	return Form{
		Title:  t.w.TestTitle,
		Fields: []Field{{Key: "question", Label: t.w.field("question"), Hint: t.w.hint("question"), Long: true, Required: true, Limit: maxTested}},
		Submit: t.to("tested"), Again: t.to("test"), Open: t.w.TestTitle,
	}
}

func (t *turn) testButton() Button { return Button{Label: t.w.TestTitle, Act: t.to("test")} }

// test asks for a question, to see what a member would be answered and why.
func (t *turn) test() (Screen, error) {
	f := t.testForm()
	return Screen{Title: f.Title, Form: &f}, nil
}

// tested answers a question as the bot would here, and says why. An act with a token in the place of fields tests a question again.
func (t *turn) tested() (Screen, error) {
	f := t.testForm()
	if token := t.act.arg(0); token != "" {
		kept, err := t.keptQuestion(token)
		if err != nil {
			return Screen{}, err
		}
		f.fill(kept.values())
	}
	f.fill(t.act.Fields)
	if wrong := f.unfit(t.w); len(wrong) > 0 {
		return t.refused(f, wrong), nil
	}
	if t.d.opts.Try == nil {
		return Screen{}, refuse(t.w.TestCannot)
	}
	place := t.caller.Place
	if t.base {
		place = Place{}
	}
	question := f.values()["question"]
	got, err := t.d.opts.Try(t.ctx, place, question, t.w.Code)
	if err != nil {
		return Screen{}, err
	}
	return t.showTest(f, got)
}

// keptQuestion is the form of a question that was tested.
func (t *turn) keptQuestion(token string) (Form, error) {
	f, ok := t.d.pad.get(t.caller, token, t.now)
	if !ok || len(f.Fields) == 0 || f.Fields[0].Key != "question" {
		return Form{}, refuse(t.w.Expired)
	}
	return f, nil
}

// showTest is the screen of a question that was tested: what was understood, why, what else was thought of, and the reply as a member reads it.
func (t *turn) showTest(f Form, got bot.Trial) (Screen, error) {
	s := Screen{Title: t.w.TestTitle, Replace: true}
	s.add(para("« " + clip(f.values()["question"], 300) + " »"))
	again := Button{Label: t.w.TestAnother, Act: t.to("test")}
	if got.Reply.Private() { // nothing is to be mended there
		s.add(got.Reply.Blocks()...)
		s.row(again, t.homeButton())
		return s, nil
	}
	all, err := t.items()
	if err != nil {
		return Screen{}, err
	}
	names := map[knowledge.ID]string{}
	for _, i := range all {
		names[i.id] = title(i.entry, i.id, t.w.Code)
	}
	s.add(heading(t.w.TestUnderstood))
	s.add(bullets(t.understood(got)...)...)
	s.add(heading(t.w.TestWhy), para(t.testReason(got)))
	if got.Entry != "" {
		s.add(bullets(t.testAnswer(got, names)...)...)
	}
	offered := t.testCandidates(&s, got, names)
	s.add(heading(t.w.TestReply))
	s.add(got.Reply.Blocks()...)
	f.Submit = t.to("tested", got.Lang)
	token := t.d.pad.put(t.caller, f, t.now)
	for n, c := range offered {
		s.row(
			Button{Label: fill(t.w.TestOpen, "n", itoa(n+1), "title", names[c]), Act: t.to("show", Code(c))},
			Button{Label: fill(t.w.TestAdd, "n", itoa(n+1)), Act: t.to("testadd", Code(c), token)},
		)
	}
	last := []Button{{Label: t.w.GapOther, Act: t.to("testfind", token)}}
	if !t.base {
		last = append(last, Button{Label: t.w.GapWrite, Act: NewAct("testwrite", token)})
	}
	s.row(append(last, again, t.homeButton())...)
	return s, nil
}

// leastScore is from which score on an entry is worth mentioning.
const leastScore = 0.01

// mostOffered is how many entries have buttons beside a question that was tested.
const mostOffered = 3

// testCandidates lists the entries that were thought of, and returns those to be offered, in the same order.
func (t *turn) testCandidates(s *Screen, got bot.Trial, names map[knowledge.ID]string) []knowledge.ID {
	var lines []string
	var offered []knowledge.ID
	add := func(id knowledge.ID, said string) {
		if names[id] == "" || len(offered) == mostOffered {
			return
		}
		offered = append(offered, id)
		lines = append(lines, itoa(len(offered))+". "+names[id]+said)
	}
	if got.Entry != "" {
		add(got.Entry, " ("+t.w.TestIsAnswer+")")
	}
	for _, c := range got.Considered {
		if c.Entry == got.Entry || c.Score < leastScore {
			continue
		}
		said := t.w.Colon + percent(c.Score)
		if c.Wording != "" {
			said += ", " + fill(t.w.TestByWords, "words", clip(c.Wording, 80))
		}
		add(c.Entry, said)
	}
	if len(lines) == 0 {
		return nil
	}
	s.add(heading(t.w.TestOthers))
	for _, l := range lines {
		s.add(para(l))
	}
	return offered
}
