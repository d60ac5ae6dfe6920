// Package cards says which parts of an answer belong on buttons, so that no platform shows them twice or shows too many.
package cards

import (
	"slices"

	"nonmerci/bot"
)

// MaxRelated is how many further questions an answer offers: more would hide what it says on a narrow screen.
const MaxRelated = 3

// Actions are the actions of one group, in their order, at most as many as are worth their place.
func Actions(r bot.Reply, g bot.Group) []bot.Action {
	var out []bot.Action
	for _, a := range r.Actions {
		if a.Group == g && (g != bot.GroupRelated || len(out) < MaxRelated) {
			out = append(out, a)
		}
	}
	return out
}

// Blocks are the blocks of a reply without the links that are on buttons: shown says which addresses are. A list that is left empty goes
// with the heading above it. The list is the caller’s; the spans in it must not be changed.
func Blocks(r bot.Reply, shown func(address string) bool) []bot.Block {
	all := r.Blocks()
	out := all[:0]
	for _, b := range all {
		if b.Kind == bot.Bulleted && !b.Extra && r.Card != nil {
			b.Items = slices.DeleteFunc(b.Items, func(item []bot.Span) bool {
				return len(item) == 1 && item[0].URL != "" && shown(item[0].URL)
			})
			if len(b.Items) == 0 {
				if n := len(out); n > 0 && out[n-1].Kind == bot.Heading {
					out = out[:n-1]
				}
				continue
			}
		}
		out = append(out, b)
	}
	return out
}
