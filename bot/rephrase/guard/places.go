package guard

import "math/bits"

// places is a set of tokens of one unit. A unit longer than it holds is compared by its beginning alone, and what comes after counts as
// missing: such a sentence is not rephrased.
type places [4]uint64

const maxPlaces = 256

func (p *places) add(j int) {
	if j < maxPlaces {
		p[j/64] |= 1 << (j % 64)
	}
}

func (p *places) has(j int) bool { return j < maxPlaces && p[j/64]&(1<<(j%64)) != 0 }

func (p *places) join(o *places) {
	for i := range p {
		p[i] |= o[i]
	}
}

func (p *places) empty() bool { return *p == places{} }

// each calls f with each member, in order.
func (p *places) each(f func(j int)) {
	for i, w := range p {
		for ; w != 0; w &= w - 1 {
			f(i*64 + bits.TrailingZeros64(w))
		}
	}
}

// next is the first member of o that p lacks, -1 when it has them all.
func (p *places) next(o *places) int {
	out := -1
	o.each(func(j int) {
		if out < 0 && !p.has(j) {
			out = j
		}
	})
	return out
}

// any says whether one of the members is such a one.
func (p *places) any(is func(j int) bool) bool {
	found := false
	p.each(func(j int) { found = found || is(j) })
	return found
}
