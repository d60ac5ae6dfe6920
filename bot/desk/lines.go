package desk

import (
	"net/url"
	"regexp"
	"strings"

	"nonmerci/knowledge"
	"nonmerci/knowledge/text"
)

// mark is what people put before the lines of a list.
var mark = regexp.MustCompile(`^(?:\s*(?:[-•–—*+]\s+|\d{1,2}[.)]\s+))+`)

// lines are the lines of a typed text, without marks of lists and empty ones.
func lines(s string) []string {
	var out []string
	for l := range strings.SplitSeq(s, "\n") {
		if l = strings.TrimSpace(mark.ReplaceAllString(l, "")); l != "" {
			out = append(out, l)
		}
	}
	return out
}

// oneLine joins what was typed in one line. Spaces that do not break stay what they are.
func oneLine(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '\n' || r == '\r' || r == '\t' }), " ")
}

// deviceNames are the words that a line alone may name a device by, before a colon.
var deviceNames = map[string]knowledge.Device{
	"tous": knowledge.AnyDevice, "tous les appareils": knowledge.AnyDevice, "sur tous les appareils": knowledge.AnyDevice, "any": knowledge.AnyDevice,
	"all": knowledge.AnyDevice, "any device": knowledge.AnyDevice, "on any device": knowledge.AnyDevice,
	"web": knowledge.Web, "sur le web": knowledge.Web, "on the web": knowledge.Web, "ordinateur": knowledge.Web, "computer": knowledge.Web, "site": knowledge.Web,
	"iphone": knowledge.IOS, "sur iphone": knowledge.IOS, "ios": knowledge.IOS, "ipad": knowledge.IOS, "iphone et ipad": knowledge.IOS,
	"sur iphone et ipad": knowledge.IOS, "iphone and ipad": knowledge.IOS, "on iphone and ipad": knowledge.IOS, "on iphone": knowledge.IOS,
	"android": knowledge.Android, "sur android": knowledge.Android, "on android": knowledge.Android,
}

func deviceLine(l string) (knowledge.Device, bool) {
	name, ok := strings.CutSuffix(strings.TrimSpace(text.Fold(l)), ":")
	d, known := deviceNames[strings.TrimSpace(name)]
	return d, ok && known
}

// writeSteps writes steps one a line; those of a device follow a line that names it.
func (w *words) writeSteps(all []knowledge.DeviceSteps) string {
	var b strings.Builder
	for i, d := range all {
		if i > 0 || d.Device != knowledge.AnyDevice {
			b.WriteString(w.DeviceLine[d.Device] + "\n")
		}
		b.WriteString(strings.Join(d.Steps, "\n") + "\n")
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// readSteps reads what writeSteps wrote, in the order of the devices.
func readSteps(s string) []knowledge.DeviceSteps {
	by := map[knowledge.Device][]string{}
	at := knowledge.AnyDevice
	for _, l := range lines(s) {
		if d, ok := deviceLine(l); ok {
			at = d
			continue
		}
		by[at] = append(by[at], l)
	}
	return orderSteps(by)
}

func orderSteps(by map[knowledge.Device][]string) []knowledge.DeviceSteps {
	var out []knowledge.DeviceSteps
	for _, d := range knowledge.Devices {
		if len(by[d]) > 0 {
			out = append(out, knowledge.DeviceSteps{Device: d, Steps: by[d]})
		}
	}
	return out
}

// linkNames are the words for kinds of link.
var linkNames = map[string]knowledge.LinkKind{
	"reglage": knowledge.SettingLink, "setting": knowledge.SettingLink, "formulaire": knowledge.FormLink, "form": knowledge.FormLink,
	"aide": knowledge.HelpLink, "help": knowledge.HelpLink,
}

// writeLinks writes links one a line: « words | address », with « | réglage » or « | formulaire » for those that are one.
func (w *words) writeLinks(all []knowledge.Link) string {
	out := make([]string, len(all))
	for i, l := range all {
		out[i] = l.Text + " | " + l.URL
		if l.Kind != knowledge.HelpLink {
			out[i] += " | " + w.LinkKind[l.Kind]
		}
	}
	return strings.Join(out, "\n")
}

var markdownLink = regexp.MustCompile(`^\[([^\]]+)\]\((\S+)\)$`)

// readLinks reads links; a line without words gets the host of its address. What has no address keeps its words, and is refused later.
func readLinks(s string) []knowledge.Link {
	var out []knowledge.Link
	for _, l := range lines(s) {
		if m := markdownLink.FindStringSubmatch(l); m != nil {
			l = m[1] + " | " + m[2]
		}
		out = append(out, readLink(l))
	}
	return out
}

func readLink(l string) knowledge.Link {
	link := knowledge.Link{Kind: knowledge.HelpLink}
	var words []string
	for p := range strings.SplitSeq(l, "|") {
		p = strings.TrimSpace(p)
		kind, named := linkNames[text.Fold(p)]
		switch {
		case link.URL == "" && strings.Contains(p, "://"):
			before, address := cutAddress(p)
			if before != "" {
				words = append(words, before)
			}
			link.URL = address
		case link.URL != "" && named:
			link.Kind = kind
		case p != "":
			words = append(words, p)
		}
	}
	link.Text = strings.Join(words, " ")
	if link.URL == "" && len(words) > 1 { // « words | something that is no address »
		link.Text, link.URL = strings.Join(words[:len(words)-1], " "), words[len(words)-1]
	}
	if u, err := url.Parse(link.URL); link.Text == "" && err == nil {
		link.Text = u.Hostname()
	}
	return link
}

// cutAddress takes the address off the end of « words https://… ».
func cutAddress(s string) (before, address string) {
	if i := strings.LastIndexAny(s, " \t"); i >= 0 && strings.Contains(s[i:], "://") {
		return strings.TrimSpace(s[:i]), s[i+1:]
	}
	return "", s
}
