package check

import (
	"fmt"
	"reflect"

	"nonmerci/knowledge/typography"
)

// typography warns of a French file whose spaces and apostrophes are as typed; one warning a file, since one command mends it.
func (c *checking) typography(slug string) {
	n := 0
	for _, e := range c.base.Of(slug) {
		if t, ok := e.Text["fr"]; ok && !reflect.DeepEqual(t, typography.FrenchText(t)) {
			n++
		}
	}
	if n > 0 {
		s := c.base.Subjects[slug]
		c.inFront(s, "fr", Warning, "run « nonmerci kb fmt --write » on the folder", fmt.Sprintf("%d entries lack the spaces or apostrophes of French", n))
	}
}
