package understand

import (
	"maps"
	"math"
	"slices"

	"nonmerci/knowledge/words"
)

// affinity is, for each stem, how much more often it stands in questions that are ours than in others: a log-odds, with half an
// occurrence added to each side. It is what coverage is measured with.
type affinity map[string]float32

// newAffinity counts the stems of analyses, once a question.
func newAffinity(as []*Analysis, qs []words.Question, places []int) affinity {
	type pair struct{ ours, others float64 }
	count := map[string]*pair{}
	var n pair
	for _, i := range places {
		ours := qs[i].Kind == words.Ours
		if ours {
			n.ours++
		} else {
			n.others++
		}
		seen := map[string]bool{}
		for _, t := range as[i].Tokens {
			if t.Mention >= 0 || seen[t.Stem] {
				continue
			}
			seen[t.Stem] = true
			p := count[t.Stem]
			if p == nil {
				p = &pair{}
				count[t.Stem] = p
			}
			if ours {
				p.ours++
			} else {
				p.others++
			}
		}
	}
	out := make(affinity, len(count))
	for stem, p := range count {
		odds := math.Log((p.ours+0.5)/(n.ours+1)) - math.Log((p.others+0.5)/(n.others+1))
		out[stem] = float32(math.Round(100*odds)) / 100 // as it is stored
	}
	return out
}

// coverage is how well the words of a question, its subject set aside, are explained by what we are asked about.
type coverage struct {
	unexplained float64 // content words never met in a question of ours, and of no concept that we deal with
	against     float64 // words met far more often elsewhere
	sum         float64 // evidence of all words, each between -2 and 2, over the root of their number
	lowest      float64
	highest     float64
	content     float64
}

// core are the groups of gateGroups that explain a word.
const core = 1<<0 | 1<<1 | 1<<2 | 1<<3 | 1<<4 | 1<<5

func (m *Model) coverage(a *Analysis) coverage {
	var c coverage
	n := 0.0
	for _, t := range a.Tokens {
		if t.Mention >= 0 || isNumber(t.Text) {
			continue
		}
		n++
		var mask uint16
		for _, k := range t.Concepts {
			mask |= m.lex.mask[k]
		}
		odds, met := m.affinity[t.Stem]
		v := min(max(float64(odds), -2), 2)
		long := len(t.Text) > 2
		if long {
			c.content++
		}
		if !met && long && mask&core == 0 {
			c.unexplained++
		}
		if met && v < -0.7 && mask&core == 0 {
			c.against++
		}
		c.sum += v
		c.lowest, c.highest = min(c.lowest, v), max(c.highest, v)
	}
	if n > 0 {
		c.sum /= math.Sqrt(n)
	}
	return c
}

// flatAffinity is an affinity in the order of its stems, for storing: odds in hundredths.
type flatAffinity struct {
	Stems []string
	Odds  []int16
}

func (a affinity) flat() flatAffinity {
	var f flatAffinity
	for _, s := range slices.Sorted(maps.Keys(a)) {
		f.Stems = append(f.Stems, s)
		f.Odds = append(f.Odds, int16(math.Round(float64(a[s])*100)))
	}
	return f
}

func (f flatAffinity) affinity() affinity {
	out := make(affinity, len(f.Stems))
	for i, s := range f.Stems {
		out[s] = float32(f.Odds[i]) / 100
	}
	return out
}
