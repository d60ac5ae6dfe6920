package bot

import "nonmerci/knowledge"

// Place is where a reply belongs.
type Place int

// The places.
const (
	Apart Place = iota // a message of its own
	Same               // in the place of the message whose button was pressed
	Aside              // a short notice to the one who pressed, 200 characters at most
)

// Group says which buttons belong together, in the order that they are shown.
type Group int

// The groups of buttons.
const (
	GroupChoice   Group = iota // what a question back offers, and « something else »
	GroupDevice                // the steps of other devices
	GroupRelated               // further questions
	GroupAbout                 // « I do not see this setting », back
	GroupFeedback              // useful, not useful, out of date
)

// An Action is a button beside a reply.
type Action struct {
	Label string
	Group Group
	Press Press
}

// A Link is an address that a reader is one tap away from.
type Link struct{ Text, URL string }

// Opens are the settings and forms that an answer leads to, most important first, at most two; nil for other replies.
func (r Reply) Opens() []Link {
	if r.Card == nil {
		return nil
	}
	var out []Link
	for _, kind := range []knowledge.LinkKind{knowledge.SettingLink, knowledge.FormLink} {
		for _, l := range r.Card.Links {
			if l.Kind == kind && len(out) < 2 {
				out = append(out, Link{l.Text, l.URL})
			}
		}
	}
	return out
}

// addActions gives a reply its buttons, in the reader's language.
func (b view) addActions(r *Reply, lang string) {
	switch {
	case r.Kind == Clarify:
		r.addChoices(GroupChoice, lang)
		r.Actions = append(r.Actions, Action{speak(lang).other, GroupChoice, Press{Kind: PressOther, Lang: lang}})
	case r.Kind == Unknown:
		r.addChoices(GroupChoice, lang)
	case r.Card != nil:
		r.addDevices(lang)
		r.addChoices(GroupRelated, lang)
		r.addAbout(lang)
	}
}

func (r *Reply) addChoices(g Group, lang string) {
	for _, c := range r.Choices {
		p := Press{Kind: PressChoice, Lang: lang, Device: r.Device, Subject: c.Subject, Intent: c.Intent}
		r.Actions = append(r.Actions, Action{c.Label, g, p})
	}
}

// addDevices offers the devices that have steps of their own and are not shown.
func (r *Reply) addDevices(lang string) {
	shown := map[knowledge.Device]bool{knowledge.AnyDevice: true}
	for _, d := range r.Card.Shown() {
		shown[d.Device] = true
	}
	for _, d := range r.Card.devices {
		if !shown[d] {
			p := Press{Kind: PressDevice, Lang: lang, Device: string(d), Subject: r.about.Subject, Intent: r.about.Intent}
			r.Actions = append(r.Actions, Action{deviceLabel(speak(lang).device[string(d)]), GroupDevice, p})
		}
	}
}

func (r *Reply) addAbout(lang string) {
	w := WordsIn(lang)
	add := func(label string, g Group, kind PressKind) {
		p := Press{Kind: kind, Lang: lang, Device: r.Device, Subject: r.about.Subject, Intent: r.about.Intent}
		r.Actions = append(r.Actions, Action{label, g, p})
	}
	if r.Card.setting {
		add(w.Missing, GroupAbout, PressMissing)
	}
	add(w.Useful, GroupFeedback, PressUseful)
	add(w.NotUseful, GroupFeedback, PressNotUseful)
	add(w.Outdated, GroupFeedback, PressOutdated)
}

// deviceLabel begins a device with a capital, but for those that are written otherwise: « iPhone ».
func deviceLabel(s string) string {
	if len(s) > 1 && s[1] >= 'A' && s[1] <= 'Z' {
		return s
	}
	return capital(s)
}
