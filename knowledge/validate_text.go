package knowledge

import (
	"errors"
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// MaxShort is how long a short answer may be, in characters.
const MaxShort = 300

func (v *validation) text(lang string, t Text) {
	v.plain(lang+".title", t.Title)
	if strings.ContainsAny(t.Title, "{}") || strings.HasSuffix(t.Title, "#") {
		v.add(lang+".title", "braces, or a # at the end, in the title", "write it in words")
	}
	v.inline(lang+".short", t.Short)
	if n := utf8.RuneCountInString(t.Short); n > MaxShort {
		v.add(lang+".short", fmt.Sprintf("the short answer has %d characters, %d at most", n, MaxShort), "move the rest to the notes (« À savoir », « Good to know »)")
	}
	for i, s := range t.Phrases {
		v.plain(item(lang, "phrases", i), s)
	}
	v.steps(lang, t.Steps)
	for i, l := range t.Links {
		v.link(item(lang, "links", i), l)
	}
	for _, part := range []struct {
		name  string
		items []string
	}{{"changes", t.Changes}, {"keeps", t.Keeps}, {"notes", t.Notes}} {
		for i, s := range part.items {
			v.inline(item(lang, part.name, i), s)
		}
	}
}

func item(lang, part string, i int) string { return fmt.Sprintf("%s.%s.%d", lang, part, i+1) }

func (v *validation) steps(lang string, all []DeviceSteps) {
	last := -1
	for _, d := range all {
		field := lang + ".steps." + string(d.Device)
		one(v, "device", d.Device, Devices)
		at := slices.Index(Devices, d.Device)
		if at >= 0 && at <= last {
			v.add(field, "the device stands twice or too late", "keep the order any, web, ios, android")
		}
		last = max(last, at)
		if len(d.Steps) == 0 {
			v.add(field, "a device without steps", "write 1. and the first action, or remove the device")
		}
		for i, s := range d.Steps {
			v.inline(fmt.Sprintf("%s.%d", field, i+1), s)
		}
	}
}

func (v *validation) link(field string, l Link) {
	one(v, "kind", l.Kind, LinkKinds)
	v.plain(field, l.Text)
	if strings.ContainsAny(l.Text, "[]") {
		v.add(field, "brackets in the words of a link", "write it without")
	}
	if err := CheckURL(l.URL); err != nil {
		v.add(field, err.Error(), "write the whole address: https://example.org/page")
	}
}

// CheckURL returns what keeps an address from being shown as a link; nil when nothing does.
func CheckURL(s string) error {
	u, err := url.Parse(s)
	_, size := destination(s + ")")
	switch {
	case err != nil || size != len(s):
		return fmt.Errorf("%q is not an address", clip(s))
	case u.Scheme != "https" && u.Scheme != "http":
		return fmt.Errorf("%q does not begin with https://", clip(s))
	case u.User != nil || !hostname.MatchString(u.Hostname()):
		return fmt.Errorf("%q has no host such as example.org", clip(s))
	}
	return nil
}

var hostname = regexp.MustCompile(`^([\pL\d]([\pL\d-]*[\pL\d])?\.)+\pL([\pL\d-]*[\pL\d])?$`)

// plain refuses a text that is not one line of words without marks.
func plain(s string) error {
	spans, err := Spans(s)
	if err != nil {
		return err
	}
	if len(spans) != 1 || spans[0].Kind != PlainSpan || spans[0].Text != s {
		return InvalidError{Problem: "marks in a text that takes none: " + clip(s), Remedy: "write plain words"}
	}
	return nil
}

func (v *validation) plain(field, s string) {
	if v.line(field, s) {
		if err := plain(s); err != nil {
			v.markup(field, err)
		}
	}
}

func (v *validation) inline(field, s string) {
	if !v.line(field, s) {
		return
	}
	spans, err := Spans(s)
	if err != nil {
		v.markup(field, err)
		return
	}
	for _, sp := range spans {
		if sp.Kind == LabelSpan {
			v.label(field, sp.Text)
		}
		if sp.Kind == LinkSpan {
			if err := CheckURL(sp.URL); err != nil {
				v.add(field, err.Error(), "write the whole address: https://example.org/page")
			}
		}
	}
}

func (v *validation) markup(field string, err error) {
	if e, ok := errors.AsType[InvalidError](err); ok {
		v.add(field, e.Problem, e.Remedy)
	}
}

// label refuses bold that is not the words of one control of the screen.
func (v *validation) label(field, s string) {
	switch last, _ := utf8.DecodeLastRuneInString(s); {
	case strings.Contains(s, "→") || strings.Contains(s, " > "):
		v.add(field, fmt.Sprintf("the label %q holds a path", clip(s)), "mark each label by itself: **Settings**, then **Privacy**")
	case strings.HasPrefix(s, "«") || strings.HasPrefix(s, "“") || strings.HasPrefix(s, `"`):
		v.add(field, fmt.Sprintf("the label %q is in quotes", clip(s)), "bold is enough")
	case last == ',' || last == ';':
		v.add(field, fmt.Sprintf("the label %q ends with punctuation", clip(s)), "put it outside the stars")
	}
}

var block = regexp.MustCompile(`^(#{1,6}(\s|$)|>|[-+*](\s|$)|\d{1,9}[.)](\s|$)|\||~~~|=+\s*$|--|\[[^\]]*\]:)`)

// line refuses what is not one line, or would begin a block of its own; it says whether to go on.
func (v *validation) line(field, s string) bool {
	switch {
	case strings.TrimSpace(s) == "":
		v.add(field, "it is missing, or empty", "write it, or remove the line")
	case strings.ContainsAny(s, "\n\r"):
		v.add(field, "it takes more than one line", "join the lines, or make two items")
	case strings.TrimSpace(s) != s:
		v.add(field, "a space at the beginning or the end", "remove it")
	case block.MatchString(s):
		v.add(field, "it begins like a list, a heading, a quotation or a table: "+clip(s), "begin with a word")
	default:
		return true
	}
	return false
}

func languagesOf(e *Entry) []string {
	out := make([]string, 0, len(e.Text))
	for lang := range e.Text {
		out = append(out, lang)
	}
	slices.Sort(out)
	return out
}
