package desk

import (
	"slices"
	"strings"
	"unicode/utf8"
)

func (f Form) clone() Form {
	f.Fields = slices.Clone(f.Fields)
	return f
}

// fill puts what was typed in the place of what the form held at first.
func (f *Form) fill(typed map[string]string) {
	for i := range f.Fields {
		if v, ok := typed[f.Fields[i].Key]; ok {
			f.Fields[i].Value = v
		}
	}
}

// values are the fields by key.
func (f *Form) values() map[string]string {
	out := make(map[string]string, len(f.Fields))
	for _, fl := range f.Fields {
		out[fl.Key] = fl.Value
	}
	return out
}

// unfit returns what is wrong with the typed text before anybody reads it: what is required and missing, what is too long, what is no text.
func (f *Form) unfit(w *words) []string {
	var out []string
	for _, fl := range f.Fields {
		n := utf8.RuneCountInString(fl.Value)
		switch {
		case !utf8.ValidString(fl.Value):
			out = append(out, fill(w.NotText, "field", fl.Label))
		case fl.Required && strings.TrimSpace(fl.Value) == "":
			out = append(out, fill(w.Missing, "field", fl.Label))
		case fl.Limit > 0 && n > fl.Limit:
			out = append(out, fill(w.TooLong, "field", fl.Label, "n", itoa(n), "limit", itoa(fl.Limit)))
		}
	}
	return out
}

// tooLong says whether what a form would show at first does not fit into it, so that editing it here would lose its end.
func (f *Form) tooLong() bool {
	return slices.ContainsFunc(f.Fields, func(fl Field) bool { return utf8.RuneCountInString(fl.Value) > MaxField })
}
