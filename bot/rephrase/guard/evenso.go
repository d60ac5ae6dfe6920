package guard

// evenSo reads « Même réglage coupé, … », « Même supprimés, … » as « even if »: at the head of a sentence, with a participle before the comma. « Même réglage »
// is the same setting.
func evenSo(in []token) {
	if len(in) < 3 || in[0].form != "même" && in[0].form != "mêmes" || in[0].op != none || in[1].glue {
		return
	}
	for i := 1; i < len(in) && i < 6; i++ {
		if in[i].kind == pause && in[i].text == "," {
			if participle(in[i-1].form) {
				in[0].op, in[0].n, in[0].glue = opEvenIf, 0, false
			}
			return
		}
	}
}
