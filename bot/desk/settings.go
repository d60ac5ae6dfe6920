package desk

import (
	"fmt"
	"slices"

	"nonmerci/knowledge"
)

// settings shows what the moderators chose, what each choice means, and buttons to choose otherwise.
func (t *turn) settings() (Screen, error) {
	w, set := t.w, t.home.Settings
	s := Screen{Title: w.Settings, Replace: true}
	about := func(name, value, means string) { s.add(heading(name+w.Colon+value), small(means)) }
	lang := w.FollowsReader
	if set.Lang != "" {
		lang = w.langName(set.Lang)
	}
	about(w.SetLang, lang, w.SetLangMeans)
	about(w.SetTwo, w.yesNo(set.TwoPersons), w.SetTwoMeans)
	about(w.SetGaps, w.yesNo(set.KeepGaps), w.GapsKept)
	about(w.SetSuggest, w.yesNo(set.Suggest), w.SetSuggestMeans)
	about(w.SetDigest, w.yesNo(set.Digest != ""), w.SetDigestMeans)
	model := t.modelSettings(about)
	alerts, err := t.subscribed()
	if err != nil {
		return Screen{}, err
	}
	about(w.SetAlerts, w.yesNo(alerts != ""), w.SetAlertsMeans)
	if t.hasRoles() {
		about(w.SetRole, w.yesNo(t.chosenRole() != ""), w.SetRoleMeans)
		s.Roles = t.roleMenu()
	}
	s.row(Button{Label: w.SetLang, Act: NewAct("setlang")}, t.toggle(w.SetTwo, "two", set.TwoPersons), t.toggle(w.SetGaps, "gaps", set.KeepGaps))
	s.row(append([]Button{t.toggle(w.SetSuggest, "suggest", set.Suggest), t.toggle(w.SetDigest, "digest", set.Digest != "")}, model...)...)
	s.row(t.alertButtons(alerts)...)
	var more []Button
	if t.hasRoles() && t.chosenRole() != "" {
		more = append(more, Button{Label: w.DropRole, Act: NewAct("setrole")})
	}
	more = append(more, Button{Label: w.Linking, Act: NewAct("links")}, Button{Label: w.Digest, Act: NewAct("digest")}, Button{Label: w.Leave, Act: NewAct("leave")})
	if s.Roles != nil { // it takes a row
		s.row(append(more, t.homeButton())...)
		return s, nil
	}
	s.row(more...)
	s.row(t.homeButton())
	return s, nil
}

// toggle is a button that turns a setting over.
func (t *turn) toggle(name, key string, on bool) Button {
	if on {
		return Button{Label: t.w.TurnOff + name, Act: NewAct("set", key, "0")}
	}
	return Button{Label: t.w.TurnOn + name, Act: NewAct("set", key, "1")}
}

// set changes one setting.
func (t *turn) set() (Screen, error) {
	set, on := t.home.Settings, t.act.arg(1) == "1"
	switch key := t.act.arg(0); {
	case key == "two":
		set.TwoPersons = on
	case key == "gaps":
		set.KeepGaps = on
	case key == "suggest":
		set.Suggest = on
	case key == "rephrase" && t.d.opts.Model != nil:
		set.Rephrase = on
	case key == "askmodel" && t.d.opts.Model != nil:
		set.AskModel = on
	case key == "digest":
		set.Digest = ""
		if on {
			channel, err := t.channel()
			if err != nil {
				return Screen{}, err
			}
			set.Digest = t.caller.Place.String() + "/" + channel
			if err := t.d.digestDelivered(t.ctx, t.home.ID, knowledge.DayOf(digestDay(t.now))); err != nil { // the first comes on Monday
				return Screen{}, err
			}
		}
	case key == "lang":
		set.Lang = t.act.arg(1)
		if set.Lang == "auto" {
			set.Lang = ""
		} else if !knownLang(set.Lang) {
			return Screen{}, refuse(t.w.TooOldText)
		}
	default:
		return Screen{}, refuse(t.w.TooOldText)
	}
	return t.configure(set)
}

func (t *turn) configure(set knowledge.Settings) (Screen, error) {
	if err := t.d.store.Configure(t.ctx, t.home.ID, set, t.caller.Who, t.now); err != nil {
		return Screen{}, fmt.Errorf("change the settings: %w", err)
	}
	t.home.Settings = set
	t.refresh()
	return t.settings()
}

// setLang offers the languages of a community.
func (t *turn) setLang() (Screen, error) {
	s := Screen{Title: t.w.SetLang, Replace: true}
	s.add(para(t.w.SetLangMeans))
	buttons := []Button{{Label: t.w.FollowsReader, Act: NewAct("set", "lang", "auto")}}
	for _, l := range Languages {
		buttons = append(buttons, Button{Label: t.w.langName(l), Act: NewAct("set", "lang", l)})
	}
	s.rows(2, append(buttons, Button{Label: t.w.Settings, Act: NewAct("settings")}))
	return s, nil
}

// otherPlaces are the places that share the overlay with the caller's.
func (t *turn) otherPlaces() []Place {
	return slices.DeleteFunc(slices.Clone(t.home.Places), func(p Place) bool { return p == t.caller.Place })
}
