package guard

// adds refuses a run in which something is said twice: « les modèles n’oublient pas. Les modèles oublient. » Each sentence, and each piece with a
// word that the entry must have, has to say something of the unit that was not said before. « Oui. » holds operators alone, and those are counted.
func adds(run *run, match []places, r *reasons) {
	var met places
	news, sentence, says, counted, from := false, -1, false, false, 0
	for n, b := range run.pieces {
		end := len(run.tokens)
		if n+1 < len(run.pieces) {
			end = run.pieces[n+1].at
		}
		if b.sentence != sentence {
			if says && !news {
				r.add(Added, written(run.tokens[from:b.at]))
			}
			news, says, counted, sentence, from = false, false, false, b.sentence, b.at
		}
		fresh, strong := false, false
		for i := b.at; i < end; i++ {
			t := &run.tokens[i]
			free := t.flags&(mayAdd|stepAdd) != 0 || t.is(words().wish)
			counted = counted || t.op != none
			fresh = fresh || t.op != none && t.op != opYes // these are counted: what they say is not said twice
			says = says || t.content() && (!free || !counted)
			strong = strong || t.content() && !free
			taken := false
			match[i].each(func(j int) {
				if !taken && !met.has(j) {
					met.add(j)
					taken, fresh = true, true
				}
			})
		}
		if strong && !fresh {
			r.add(Added, written(run.tokens[b.at:end]))
		}
		news = news || fresh
	}
	if says && !news {
		r.add(Added, written(run.tokens[from:]))
	}
}
