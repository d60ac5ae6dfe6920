package discord

import (
	"context"
	"strings"

	"nonmerci/bot/desk"
)

// chosenMark stands before the code of an entry that was chosen from completions, and tells it from words to look for.
const chosenMark = "="

// completes answers what is being typed into a command of the desk; false says that it is none.
func (r *room) completes(ctx context.Context, in interaction) bool {
	var all []desk.Option
	switch in.command {
	case kbCommand:
		var err error
		if all, err = r.desk.Complete(ctx, r.caller(in), in.Text, maxChoices); err != nil {
			r.failed(err)
		}
	case suggestCommand:
		for _, c := range r.suggestIn(ctx, in.Place, in.Text, orDefault(in.Lang)) {
			if c.Entry != "" {
				all = append(all, desk.Option{Label: c.Label, Code: codeOf(desk.Code, c.Entry)})
			}
		}
	default:
		return false
	}
	out, seen := choices{Choices: []choice{}}, map[string]bool{}
	for _, o := range all {
		name := clip(oneLine(o.Label), maxChoiceText)
		if name == "" || seen[name] || seen[chosenMark+o.Code] || len(out.Choices) == maxChoices {
			continue
		}
		seen[name], seen[chosenMark+o.Code] = true, true
		out.Choices = append(out.Choices, choice{name, chosenMark + o.Code})
	}
	if _, err := r.send.callback(ctx, in, callbackChoices, out, false); err != nil {
		r.ackFailed(err)
	}
	return true
}

// localPrefix stands before the entries that a community added, where readers choose them.
const localPrefix = "local/"

// codeOf is the code of an entry that readers can choose. Its type is inferred: adapters know nothing of the package that has it.
func codeOf[ID ~string](code func(ID) string, reader string) string {
	return code(ID(strings.TrimPrefix(reader, localPrefix)))
}
