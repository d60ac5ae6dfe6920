package search

import "math"

// steps is how many pieces the numbers from 1 to 2 are cut into, with the inverse of the middle of each, and the logarithm of that middle.
const steps = 256

var pieces = func() (t [steps]struct{ inverse, log float64 }) {
	for i := range t {
		t[i].inverse = 1 / (1 + (float64(i)+0.5)/steps)
		t[i].log = -math.Log(t[i].inverse)
	}
	return t
}()

// slack is more than what nearLog, and the sums and the quotient of a rarity, are off by.
const slack = 1e-13

// nearLog is the natural logarithm of a number from 1 on that is not infinite: by its power of two, the logarithm of the nearest middle, and
// the first terms of the series of what is left, of which the next is below 10⁻¹⁴.
func nearLog(x float64) float64 {
	bits := math.Float64bits(x)
	p := &pieces[bits>>(52-8)&(steps-1)]
	r := math.Float64frombits(bits&(1<<52-1)|1023<<52)*p.inverse - 1
	return float64(int(bits>>52)-1023)*math.Ln2 + p.log + r*(1+r*(-1./2+r*(1./3-r/4)))
}

// A rater computes rarities of features among as many of others, to the bit, in a third of the time: where nearLog leaves no doubt about
// the number of 32 bits.
type rater struct{ n, m, top float64 }

// newRater returns the rater of n and m; see rarity.
func newRater(n, m float64) rater { return rater{n, m, math.Log(1+n+m) + 1} }

// rarity is rarity of n, df, m and p.
func (r *rater) rarity(df, p float64) float32 {
	near := r.top - nearLog(1+df+r.m*p)
	low := float32(near - slack)
	if low != float32(near+slack) {
		low = rarity(r.n, df, r.m, p)
	}
	return low
}
