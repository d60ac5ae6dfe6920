package guard

// near are the keys of the words that stand by an operator.
type near struct {
	keys [8 * maxKeys]key
	n    int
}

func (w *near) has(k key) bool {
	for i := range w.n {
		if w.keys[i] == k {
			return true
		}
	}
	return false
}

// meets says whether two windows have a word in common.
func (w *near) meets(o *near) bool {
	for i := range w.n {
		if o.has(w.keys[i]) {
			return true
		}
	}
	return false
}

func (w *near) add(t *token) {
	for _, k := range t.list() {
		if w.n < len(w.keys) {
			w.keys[w.n] = k
			w.n++
		}
	}
}

// window returns what stands by the operator at i: the next words that carry a fact, two of them, four for « can » and « must », which hold
// for all that is strung together; when a pause or the end of the sentence comes first, those before. With both, those on each side: in some
// languages « not » comes last.
func window(in []token, i int, both bool) near {
	var w near
	width := 2
	switch in[i].op {
	case opCan, opMust, opShould, opIf:
		width = 4
	case opAtLeast, opAtMost:
		both = true
	case opFuture:
		both = both || afterward[lower(in[i].text)]
	}
	if both {
		width++
	}
	found, aside := 0, false
	if in[i].form == "only" && i+1 < len(in) && (in[i+1].form == "ones" || in[i+1].form == "one") {
		both, width = true, 3 // « paid accounts are the only ones left out »
	}
	if in[i].form == "sans" && i+1 < len(in) && (in[i+1].form == "que" || in[i+1].form == "qu") {
		width = 8 // « sans que X soit nommé »: the verb is what is denied
	}
	if in[i].op == opNot && i > 0 && i+1 < len(in) && in[i+1].text == "," && (finished[in[i-1].form] || auxiliary[in[i-1].form]) {
		both, width = true, 0 // « your posts are not, … »: what is denied stands before
	}
	for j := i + 1; j < len(in) && found < width && in[j].kind != stop; j++ {
		if in[j].kind == pause && in[j].text == "," && (found == 0 || both && aside) {
			both, aside = true, found == 0 // « peut, en pratique, … »
			continue
		}
		if in[j].kind == pause && in[j].text == ":" && (in[i].op == opOnly || in[i].op == opAtLeast || in[i].op == opAtMost) && found < width {
			continue // « Seule exclue : la formule Enterprise. »
		}
		if in[j].kind == pause && in[j].text != "" {
			break
		}
		if in[j].content() && !in[j].idle {
			w.add(&in[j])
			found++
		}
	}
	if found > 0 && !both {
		return w
	}
	width, found = max(width, 2), 0
	for j := i - 1; j >= 0 && found < width && in[j].kind != stop; j-- {
		if in[j].content() && !in[j].idle {
			w.add(&in[j])
			found++
		}
	}
	return w
}

// beside is the first word after the operator at i that carries a fact.
func beside(in []token, i int) near {
	var w near
	for j := i + 1; j < len(in); j++ {
		if in[j].content() {
			w.add(&in[j])
			break
		}
	}
	return w
}
