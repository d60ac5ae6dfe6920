package desk

// stale is the summary of what may no longer be true, or one of its lists.
func (t *turn) stale() (Screen, error) {
	all, err := t.items()
	if err != nil {
		return Screen{}, err
	}
	old, err := t.staleness(all)
	if err != nil {
		return Screen{}, err
	}
	kind := t.act.arg(0)
	if _, ok := t.w.StaleName[kind]; ok {
		return t.staleOf(kind, old.of(kind))
	}
	s := Screen{Title: t.w.Stale, Replace: true}
	s.add(para(t.w.StaleMeans))
	var lines []string
	var buttons []Button
	for _, k := range staleKinds {
		if t.base && k == "behind" {
			continue
		}
		n := itoa(len(old.of(k)))
		lines = append(lines, t.w.StaleName[k]+t.w.Colon+n)
		buttons = append(buttons, Button{Label: t.w.StaleShort[k] + " (" + n + ")", Act: t.to("stale", k)})
	}
	s.add(bullets(lines...)...)
	s.rows(2, append(buttons, t.homeButton()))
	return s, nil
}

func (t *turn) staleOf(kind string, found []item) (Screen, error) {
	s := Screen{Title: t.w.StaleShort[kind] + " (" + itoa(len(found)) + ")", Replace: true}
	s.add(small(t.w.StaleName[kind]))
	if len(found) == 0 {
		s.add(para(t.w.ListEmpty))
	}
	verb := "show"
	if kind == "behind" {
		verb = "changed"
	}
	n, from, to := page(int(number(t.act.arg(1))), len(found))
	t.addItems(&s, found[from:to], from, verb)
	s.row(t.turnPages(n, len(found), func(p string) Act { return t.to("stale", kind, p) })...)
	return s, nil
}
