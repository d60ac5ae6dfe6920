package desk

import (
	"maps"
	"strings"
)

// maxRole is how many digits the id of a role has at most: it is a number of 64 bits.
const maxRole = 20

// hasRoles says whether the platform of the place knows roles: Telegram has administrators alone.
func (t *turn) hasRoles() bool { return t.caller.Place.Platform == "discord" }

// chosenRole is the role that may edit too in the caller's place, "" for none.
func (t *turn) chosenRole() string { return t.home.Settings.Roles[t.caller.Place.String()] }

// roleMenu chooses which role may edit too.
func (t *turn) roleMenu() *RoleMenu {
	return &RoleMenu{Label: t.w.ChooseRole, Act: NewAct("setrole"), Chosen: t.chosenRole()}
}

// role shows where the role is chosen. Its buttons are in messages from before there was a menu in the settings.
func (t *turn) role() (Screen, error) {
	if !t.hasRoles() {
		return Screen{}, refuse(t.w.NoRoles)
	}
	return t.settings()
}

// setRole takes the id of a role; nothing takes the role away.
func (t *turn) setRole() (Screen, error) {
	id := t.act.arg(0)
	switch {
	case !t.hasRoles():
		return Screen{}, refuse(t.w.NoRoles)
	case t.act.Fields != nil, len(id) > maxRole, strings.ContainsFunc(id, func(r rune) bool { return r < '0' || r > '9' }):
		return Screen{}, refuse(t.w.TooOldText) // Fields: a form of before, whose empty field would take the role away
	case id == t.caller.Place.Chat: // @everyone, which is in no menu: nobody is told to have it, and it would do nothing
		return Screen{}, refuse(t.w.RoleOfAll)
	}
	set := t.home.Settings
	set.Roles = maps.Clone(set.Roles)
	if set.Roles == nil {
		set.Roles = map[string]string{}
	}
	if set.Roles[t.caller.Place.String()] = id; id == "" {
		delete(set.Roles, t.caller.Place.String())
	}
	return t.configure(set)
}
