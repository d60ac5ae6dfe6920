package guard

// delays says whether an « after » stands before an amount: « after 48 hours » says how long, and is no order of steps.
func delays(in []token) bool {
	for i := range in {
		if in[i].op != opAfter {
			continue
		}
		for j := i + 1; j < len(in) && j <= i+2; j++ {
			if in[j].kind == number {
				return true
			}
		}
	}
	return false
}
