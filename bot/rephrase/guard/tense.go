package guard

import "strings"

// sameTense refuses a run that puts off what the entry says is past, or takes for past what is to come: « a été ouverte » and « sera ouverte »,
// « changed » and « will change ». French and English only; other languages say it by words that say other things too.
func sameTense(from, to string, u *unit, run *run, r *reasons) {
	own, theirs := tense(u.tokens, from), tense(run.tokens, to)
	if own.past > 0 && own.future == 0 && theirs.future > 0 && theirs.past == 0 || own.future > 0 && own.past == 0 && theirs.past > 0 && theirs.future == 0 {
		r.add(Time, around(run.tokens, theirs.at))
	}
}

// tenses counts the marks of past and future.
type tenses struct {
	past, future int
	at           int // where the first mark stands
}

func tense(in []token, lang string) tenses {
	var out tenses
	if lang != "fr" && lang != "en" {
		return out
	}
	upcoming := false // « will be suspended and deleted » is nothing past
	for i := range in {
		t := &in[i]
		if out.past+out.future == 0 {
			out.at = i
		}
		upcoming = t.form == "will" || t.form == "shall" || t.form == "ll" || upcoming && t.kind != stop && t.kind != pause
		if t.kind != word || t.quote > 0 {
			continue
		}
		switch t.form {
		case "été", "était", "étaient", "fut", "was", "were", "been", "did", "had":
			out.past++
			continue
		case "sera", "seront", "serez", "aura", "auront", "fera", "feront", "will", "shall", "ll":
			out.future++
			continue
		case "a", "ont", "avez", "has", "have":
			if i+1 < len(in) && (in[i+1].content() || in[i+1].op == opAlready) {
				out.past++
			}
			continue
		}
		if t.glue || t.op != none {
			continue
		}
		for _, ending := range []string{"era", "eront", "ira", "iront", "dra", "dront"} {
			if strings.HasSuffix(t.form, ending) && len(t.form) > len(ending)+2 {
				out.future++
				break
			}
		}
		if strings.HasSuffix(t.form, "ed") && len(t.form) > 4 && !upcoming {
			out.past++
		}
	}
	return out
}
