package desk

import (
	"strings"
	"testing"
)

// TestWhatTheCheckFindsIsSaidInBothLanguages of curators.
func TestWhatTheCheckFindsIsSaidInBothLanguages(t *testing.T) {
	for _, lang := range []string{"fr", "en"} {
		w := newWorld(t)
		c := w.caller("discord:9")
		c.Lang = lang
		s := w.do(c, NewAct("b-part", Code("linkedin/opt-out"), "fr", string(changesPart)))
		s = w.submit(c, s, map[string]string{"notes": s.Form.values()["notes"] + "\nUne note de plus, à vérifier."})
		text := draw(s)
		french := strings.Contains(text, "à savoir\u00a0: ") && strings.Contains(text, "que les deux langues disent la même chose")
		english := strings.Contains(text, "make the two languages say the same")
		if french != (lang == "fr") || english != (lang == "en") {
			t.Errorf("%s:\n%s", lang, text)
		}
	}
}
