package desk

import (
	"maps"
	"strings"
)

// hasRoles says whether the platform of the place knows roles: Telegram has administrators alone.
func (t *turn) hasRoles() bool { return t.caller.Place.Platform == "discord" }

func (t *turn) roleForm() Form {
	return Form{
		Title:  t.w.SetRole,
		Fields: []Field{{Key: "role", Label: t.w.field("role"), Hint: t.w.hint("role"), Value: t.home.Settings.Roles[t.caller.Place.String()], Limit: 40}},
		Submit: NewAct("setrole"), Again: NewAct("role"), Open: t.w.SetRole,
	}
}

// role asks which role may edit too.
func (t *turn) role() (Screen, error) {
	if !t.hasRoles() {
		return Screen{}, refuse(t.w.NoRoles)
	}
	f := t.roleForm()
	s := Screen{Title: f.Title, Form: &f}
	s.add(para(t.w.SetRoleMeans))
	return s, nil
}

// setRole takes the id of a role, bare or as a mention « <@&123> »; nothing takes the role away.
func (t *turn) setRole() (Screen, error) {
	if !t.hasRoles() {
		return Screen{}, refuse(t.w.NoRoles)
	}
	f := t.roleForm()
	f.fill(t.act.Fields)
	id := strings.Trim(strings.TrimSpace(f.values()["role"]), "<@&>")
	if strings.ContainsFunc(id, func(r rune) bool { return r < '0' || r > '9' }) || len(id) > 20 {
		return t.refused(f, []string{t.w.RoleUnfit}), nil
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
