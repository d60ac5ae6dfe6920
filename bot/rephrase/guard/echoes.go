package guard

// echoes refuses a run in which a sentence says nothing but what the other sentences of the run say: « C’est interdit. » beside a sentence of
// what blocks what.
func echoes(c *candidate, run *run, match []places, r *reasons) {
	var by [maxPlaces]int // the sentence by which a place was met, from 1, or several
	const several = -1
	type span struct{ sentence, from, to int }
	var spans []span
	for n, b := range run.pieces {
		end := len(run.tokens)
		if n+1 < len(run.pieces) {
			end = run.pieces[n+1].at
		}
		if k := len(spans) - 1; k >= 0 && spans[k].sentence == b.sentence {
			spans[k].to = end
		} else {
			spans = append(spans, span{b.sentence, b.at, end})
		}
	}
	if len(spans) < 2 {
		return
	}
	for n, s := range spans {
		for i := s.from; i < s.to; i++ {
			match[i].each(func(j int) {
				if by[j] != 0 && by[j] != n+1 {
					by[j] = several
				} else {
					by[j] = n + 1
				}
			})
		}
	}
	for n, s := range spans {
		if n == 0 && c.sentences[s.sentence].question {
			continue // « Et la publicité ? Meta … » names what is spoken of
		}
		alone, strong := false, false
		for i := s.from; i < s.to; i++ {
			t := &run.tokens[i]
			alone = alone || t.op != none || match[i].any(func(j int) bool { return by[j] != several })
			strong = strong || t.content() && t.flags&(mayAdd|stepAdd) == 0
		}
		if strong && !alone {
			r.add(Added, written(run.tokens[s.from:s.to]))
		}
	}
}
