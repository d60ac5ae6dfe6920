package search

import "math"

// tfScale dampens repetition: 1 + ln tf from 1 on, tf itself below.
func tfScale(tf float32) float32 {
	if tf <= 1 {
		return tf
	}
	return 1 + float32(math.Log(float64(tf)))
}

// rarity is the inverse document frequency of a feature found in df of n texts,
// smoothed by m texts drawn from the language, of which a share p contains it.
func rarity(n, df, m, p float64) float32 {
	return float32(math.Log((1+n+m)/(1+df+m*p)) + 1)
}

// normalize divides the weights by their Euclidean length.
func normalize(terms []term) {
	sum := 0.0
	for _, t := range terms {
		sum += float64(t.weight) * float64(t.weight)
	}
	if sum == 0 {
		return
	}
	scale := float32(1 / math.Sqrt(sum))
	for i := range terms {
		terms[i].weight *= scale
	}
}
