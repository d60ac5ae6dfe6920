package telegramtest

import (
	"encoding/json"
	"strings"
)

// checkArgs compares the arguments of a call, which are text, with the fields of its method.
func (s *spec) checkArgs(c *call) []finding {
	sh := s.methods[c.method]
	if sh == nil {
		return []finding{{"", "is no method"}}
	}
	var all []finding
	attached := ""
	for name, text := range c.args {
		attached += text
		f, ok := sh.fields[name]
		if !ok {
			all = append(all, finding{name, "is unknown to " + c.method})
			continue
		}
		all = append(all, s.checkText(f.types, text, name)...)
		all = append(all, tooLong(c.method+"."+name, text, name)...)
	}
	for name := range c.files {
		if _, ok := sh.fields[name]; !ok && !strings.Contains(attached, "attach://"+name) {
			all = append(all, finding{name, "is unknown to " + c.method})
		}
	}
	for name, f := range sh.fields {
		_, given := c.args[name]
		if _, sent := c.files[name]; f.required && !given && !sent {
			all = append(all, finding{name, "is missing from " + c.method})
		}
	}
	return all
}

// checkText reads a text as each of the types it may have.
func (s *spec) checkText(types []string, text, path string) []finding {
	var best []finding
	for i, t := range types {
		if t == "String" || t == "InputFile" || t == "*" {
			return nil
		}
		found := []finding{{path, "is no " + t}}
		dec := json.NewDecoder(strings.NewReader(text))
		dec.UseNumber()
		var v any
		if dec.Decode(&v) == nil && !dec.More() {
			found = s.check([]string{t}, v, path)
		}
		if len(found) == 0 {
			return nil
		}
		if i == 0 || len(found) < len(best) {
			best = found
		}
	}
	return best
}
