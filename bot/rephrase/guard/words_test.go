package guard

import (
	"strings"
	"testing"
)

// TestWordListsAreWhole: every concept that the code names stands in a list, and every language has its operators.
func TestWordListsAreWhole(t *testing.T) {
	v := words()
	for _, list := range [][]string{turning, deciding, restricting, actors, stations, months, properNames, replaceable, spareable, strings.Fields(strings.Join(kin, " "))} {
		for _, c := range list {
			if v.concepts[c] == 0 {
				t.Errorf("no list has the concept %q", c)
			}
		}
	}
	for _, l := range languages {
		has := map[op]bool{}
		for _, m := range v.lexicons[l].exact {
			for _, o := range m.ops {
				has[o] = true
			}
		}
		for _, list := range v.lexicons[l].expressions {
			for _, e := range list {
				for _, o := range e.ops {
					has[o] = true
				}
			}
		}
		for _, o := range []op{opNot, opCan, opMust, opShould, opIf, opOnly, opAll, opBefore, opAccording, opAlready} {
			if !has[o] {
				t.Errorf("%s has no word for %q", l, opNames[o])
			}
		}
	}
}
