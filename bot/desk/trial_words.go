package desk

import (
	"nonmerci/bot"
	"nonmerci/knowledge"
	"nonmerci/knowledge/live"
)

// percent is a number from 0 to 1 as a share of a hundred.
func percent(p float64) string { return itoa(int(p*100+0.5)) + "\u00a0%" }

// understood says in a few lines what a question was read as: subject, question, device, language.
func (t *turn) understood(got bot.Trial) []string {
	w, r := t.w, got.Reply
	service := w.TestNone
	switch {
	case got.Service != "":
		service = t.subjectName(got.Service)
		if got.Guessed {
			service += " (" + w.TestGuessed + ")"
		}
	case got.Unlisted != "":
		service = got.Unlisted + " (" + w.TestUnlisted + ")"
	}
	asked := w.TestNone
	switch {
	case r.Subject == live.Local:
	case w.Intents[r.Intent] != "":
		asked = w.Intents[r.Intent]
	case r.Intent != "" && got.Entry != "":
		asked = w.TestGeneral
	}
	out := []string{w.TestService + w.Colon + service, w.TestIntent + w.Colon + asked}
	if d := knowledge.Device(r.Device); d != "" {
		out = append(out, w.TestDevice+w.Colon+w.device(d))
	}
	return append(out, w.TestLang+w.Colon+w.langName(got.Lang), w.TestOurs+w.Colon+percent(got.Ours))
}

// subjectName is what a reader calls a service.
func (t *turn) subjectName(slug string) string {
	if s := t.d.shared().Subjects[slug]; s != nil {
		return or(s.Name[t.w.Code], or(s.Name["fr"], slug))
	}
	return slug
}

// testReason is the rule that made a reply, in words.
func (t *turn) testReason(got bot.Trial) string {
	key := string(got.Reason)
	if got.Reason == bot.ReasonOwn && got.Reply.Kind == bot.Clarify {
		key = "which"
	}
	if got.Reason == bot.ReasonWording && got.Shared {
		key = "added"
	}
	return fill(or(t.w.TestReasons[key], key), "words", clip(got.Wording, 120), "service", t.subjectName(got.Service), "name", got.Unlisted)
}

// testAnswer says which entry answers, how sure that is, and whose words are read.
func (t *turn) testAnswer(got bot.Trial, names map[knowledge.ID]string) []string {
	w := t.w
	whose := w.TestShared
	switch {
	case got.Reply.Subject == live.Local:
		whose = w.TestOwn
	case got.Reply.Community:
		whose = w.TestOverride
	case got.Reply.Card != nil && got.Reply.Card.Note != "":
		whose = w.TestNoted
	}
	return []string{
		w.TestEntry + w.Colon + or(names[got.Entry], string(got.Entry)), w.TestSure + w.Colon + percent(got.Reply.Confidence), w.TestWhose + w.Colon + whose,
	}
}
