package guard

// addedRule is the rule that a token breaks which the entry lacks.
func addedRule(t *token) Rule {
	switch {
	case t.kind == number:
		return Number
	case t.kind == date:
		return Date
	case t.kind == address:
		return Address
	case t.kind == label:
		return Label
	case t.name:
		return Name
	}
	return Added
}

// lostRule is the rule that is broken when a token of the entry is missing.
func lostRule(t *token) Rule {
	if rule := addedRule(t); rule != Added {
		return rule
	}
	return Dropped
}
