package desk

import (
	"slices"
	"strings"
	"unicode/utf8"

	"nonmerci/knowledge"
	"nonmerci/knowledge/scrub"
)

// maxPromoted is how many characters of a message become an entry.
const maxPromoted = 4000

// promote makes the form of a new entry out of a message: the field « text » of the act. Personal data is taken out, and said so.
func (t *turn) promote() (Screen, error) {
	said := strings.TrimSpace(t.act.Fields["text"])
	if said == "" {
		return Screen{}, refuse(t.w.PromoteEmpty)
	}
	if r := []rune(said); len(r) > maxPromoted {
		said = string(r[:maxPromoted])
	}
	clean, removed := scrub.Text(said)
	lang := t.act.arg(0)
	if !knownLang(lang) {
		lang = t.lang()
	}
	f := t.newForm(lang, "", guess(clean))
	s := Screen{Title: t.w.PromoteTitle}
	s.add(para(t.w.PromoteMeans))
	if len(removed) > 0 {
		var kinds []string
		for _, k := range removed {
			kinds = append(kinds, k.String())
		}
		s.add(para(t.w.PromoteScrubbed + strings.Join(kinds, ", ")))
	}
	t.keepForm(&s, f, true)
	return s, nil
}

// guess makes an entry of free text: the first sentence is its title, the next ones its short answer, the rest its steps.
func guess(said string) knowledge.Text {
	var all []string
	for _, l := range lines(said) {
		all = append(all, sentences(l)...)
	}
	if len(all) == 0 {
		return knowledge.Text{}
	}
	var t knowledge.Text
	first := plainWords(all[0])
	t.Title, all = clip(first, 100), all[1:]
	if t.Title != first {
		all = append([]string{first}, all...)
	}
	for i := range all {
		all[i] = escape(all[i])
	}
	for len(all) > 0 {
		short := strings.TrimSpace(t.Short + " " + all[0])
		if utf8.RuneCountInString(short) > knowledge.MaxShort {
			break
		}
		t.Short, all = short, all[1:]
	}
	if len(all) > 0 {
		t.Steps = []knowledge.DeviceSteps{{Device: knowledge.AnyDevice, Steps: all}}
	}
	return t
}

// sentences cuts a line after . ! ? and … before a space.
func sentences(l string) []string {
	var out []string
	start := 0
	r := []rune(l)
	for i := range r {
		if slices.Contains([]rune{'.', '!', '?', '…'}, r[i]) && i+1 < len(r) && r[i+1] == ' ' && i-start > 3 {
			out = append(out, strings.TrimSpace(string(r[start:i+1])))
			start = i + 1
		}
	}
	if rest := strings.TrimSpace(string(r[start:])); rest != "" {
		out = append(out, rest)
	}
	return out
}

// escape makes the marks in somebody's words stand for themselves, where they are not those of an entry.
func escape(s string) string {
	if _, err := knowledge.Spans(s); err == nil {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if strings.ContainsRune("\\*_`<[]~&!", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}
