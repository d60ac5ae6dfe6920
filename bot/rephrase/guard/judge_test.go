package guard

import "testing"

// A verdictOf is a text for an entry, and whether it is to pass.
type verdictOf struct {
	source, text, lang string
	pass               bool
}

// judge compares each text with its entry.
func judge(t *testing.T, all []verdictOf) {
	t.Helper()
	for _, c := range all {
		if v := Check(NewSource(c.source, ""), c.text, c.lang); v.Pass != c.pass {
			t.Errorf("%q for %q: pass %v, %v", c.text, c.source, v.Pass, v.Reasons)
		}
	}
}
