package discord

import (
	"context"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
)

// register writes the commands when those that Discord has are others: writing counts towards a limit of each day. What fails is not
// fatal: mentions and direct messages work without commands.
func (s *sender) register(ctx context.Context) (written bool, err error) {
	is, err := s.registered(ctx)
	if err == nil && is {
		return false, nil
	}
	if err := s.putCommands(ctx); err != nil {
		return false, err
	}
	return true, nil
}

// registered says whether Discord has exactly our commands.
func (s *sender) registered(ctx context.Context) (bool, error) {
	var theirs []any
	if err := s.getCommands(ctx, &theirs); err != nil {
		return false, err
	}
	return same(theirs, s.desk)
}

// known says whether Discord has our commands, with those of the desk or without: who asks may not know whether there is a desk.
func (s *sender) known(ctx context.Context) (bool, error) {
	var theirs []any
	if err := s.getCommands(ctx, &theirs); err != nil {
		return false, err
	}
	is, err := same(theirs, false)
	if is || err != nil {
		return is, err
	}
	return same(theirs, true)
}

// same compares commands that Discord has with ours.
func same(theirs []any, withDesk bool) (bool, error) {
	raw, err := json.Marshal(commands(withDesk))
	if err != nil {
		return false, fmt.Errorf("encode the commands: %w", err)
	}
	var ours []any
	if err := json.Unmarshal(raw, &ours); err != nil {
		return false, fmt.Errorf("decode the commands: %w", err)
	}
	return reflect.DeepEqual(comparableOf(ours), comparableOf(theirs)), nil
}

// compared are the fields that make a command what it is; Discord adds others, and defaults.
func compared() []string {
	return []string{
		"type", "name", "name_localizations", "description", "description_localizations", "options", "required", "autocomplete",
		"contexts", "integration_types", "choices", "min_length", "max_length", "default_member_permissions", "nsfw",
		"value",
	}
}

// comparableOf keeps of commands what is compared, in one order, without what is empty.
func comparableOf(list []any) map[string]any {
	out := map[string]any{}
	for _, c := range list {
		if o, ok := kept(c).(map[string]any); ok {
			out[fmt.Sprint(o["type"], o["name"])] = o
		}
	}
	return out
}

func kept(v any) any {
	switch v := v.(type) {
	case map[string]any:
		return keptObject(v)
	case []any:
		var out []any
		for _, e := range v {
			out = append(out, kept(e))
		}
		slices.SortStableFunc(out, compareNumbers)
		return out
	}
	return v
}

func keptObject(o map[string]any) map[string]any {
	out := map[string]any{}
	for name, v := range o {
		switch {
		case !slices.Contains(compared(), name), isEmpty(v):
		case name == "name_localizations" || name == "description_localizations":
			out[name] = v
		default:
			out[name] = kept(v)
		}
	}
	return out
}

func isEmpty(v any) bool {
	switch v := v.(type) {
	case nil:
		return true
	case bool:
		return !v
	case string:
		return v == ""
	case []any:
		return len(v) == 0
	case map[string]any:
		return len(v) == 0
	}
	return false
}

// compareNumbers orders lists of numbers; other lists keep their order.
func compareNumbers(a, b any) int {
	x, ok := a.(float64)
	y, also := b.(float64)
	if !ok || !also {
		return 0
	}
	return int(x - y)
}
