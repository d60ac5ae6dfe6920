package telegramtest

import (
	"encoding/json"
	"strconv"
	"strings"
)

// A finding is a problem without the place where it was found.
type finding struct{ path, what string }

// check compares a JSON value, decoded with numbers kept, with the types it may have, and returns what is wrong for the type that fits
// best.
func (s *spec) check(types []string, v any, path string) []finding {
	var best []finding
	for i, t := range s.likely(types, v) {
		found := s.checkOne(t, v, path)
		if len(found) == 0 {
			return nil
		}
		if i == 0 || len(found) < len(best) {
			best = found
		}
	}
	return best
}

// likely leaves of several types those whose fixed fields have the value's; all, when none does.
func (s *spec) likely(types []string, v any) []string {
	obj, ok := v.(map[string]any)
	if !ok || len(types) < 2 {
		return types
	}
	var out []string
	for _, t := range types {
		if sh := s.types[t]; sh != nil && sh.marked(obj) {
			out = append(out, t)
		}
	}
	if out == nil {
		return types
	}
	return out
}

// marked says that a type has a fixed field and an object has its value.
func (sh *shape) marked(obj map[string]any) bool {
	found := false
	for name, f := range sh.fields {
		if f.always == "" {
			continue
		}
		if obj[name] != f.always {
			return false
		}
		found = true
	}
	return found
}

func (s *spec) checkOne(t string, v any, path string) []finding {
	if of, ok := strings.CutPrefix(t, "Array of "); ok {
		list, isList := v.([]any)
		if !isList {
			return []finding{{path, "is no Array"}}
		}
		var all []finding
		for i, item := range list {
			all = append(all, s.check([]string{of}, item, path+"["+strconv.Itoa(i)+"]")...)
		}
		return all
	}
	ok, known := primitive(t, v)
	switch {
	case known && !ok:
		return []finding{{path, "is no " + t}}
	case known:
		return nil
	}
	sh := s.types[t]
	if sh == nil { // a name that neither file explains
		return nil
	}
	if len(sh.subtypes) > 0 {
		return s.check(sh.subtypes, v, path)
	}
	obj, isObject := v.(map[string]any)
	if !isObject {
		return []finding{{path, "is no " + t}}
	}
	return s.checkFields(t, sh, obj, path)
}

func primitive(t string, v any) (ok, known bool) {
	switch t {
	case "*":
		return true, true
	case "String", "InputFile":
		_, ok = v.(string)
	case "Boolean", "True":
		_, ok = v.(bool)
	case "Float":
		_, ok = v.(json.Number)
	case "Integer":
		var n json.Number
		if n, ok = v.(json.Number); ok {
			_, err := strconv.ParseInt(string(n), 10, 64)
			ok = err == nil
		}
	default:
		return false, false
	}
	return ok, true
}

func (s *spec) checkFields(t string, sh *shape, obj map[string]any, path string) []finding {
	var all []finding
	for name, v := range obj {
		f, ok := sh.fields[name]
		at := join(path, name)
		switch {
		case !ok:
			all = append(all, finding{at, "is unknown to " + t})
			continue
		case f.always != "" && v != f.always:
			all = append(all, finding{at, "is not " + f.always})
		default:
			all = append(all, s.check(f.types, v, at)...)
		}
		if text, isText := v.(string); isText {
			all = append(all, tooLong(t+"."+name, text, at)...)
		}
	}
	for name, f := range sh.fields {
		if _, ok := obj[name]; f.required && !ok {
			all = append(all, finding{join(path, name), "is missing from " + t})
		}
	}
	return all
}

func join(path, name string) string {
	if path == "" {
		return name
	}
	return path + "." + name
}
