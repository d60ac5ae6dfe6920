package text

// maxDistance is the longest word, in characters, that Distance compares.
const maxDistance = 48

// Distance returns the number of insertions, deletions, substitutions and
// exchanges of two neighbouring characters that turn a into b (Damerau, 1964, in
// the restricted form where no piece is edited twice), or bound + 1 when it is
// more than bound or when a word has over 48 characters and differs.
// It allocates nothing.
func Distance(a, b string, bound int) int {
	if a == b {
		return 0
	}
	var bufA, bufB [maxDistance]rune
	ra, okA := runes(bufA[:0], a)
	rb, okB := runes(bufB[:0], b)
	if !okA || !okB {
		return bound + 1
	}
	for len(ra) > 0 && len(rb) > 0 && ra[0] == rb[0] {
		ra, rb = ra[1:], rb[1:]
	}
	for len(ra) > 0 && len(rb) > 0 && ra[len(ra)-1] == rb[len(rb)-1] {
		ra, rb = ra[:len(ra)-1], rb[:len(rb)-1]
	}
	if len(ra)-len(rb) > bound || len(rb)-len(ra) > bound {
		return bound + 1
	}
	return alignment(ra, rb, bound)
}

// alignment fills the table of Wagner and Fischer row by row, keeping three rows.
func alignment(a, b []rune, bound int) int {
	var rows [3][maxDistance + 1]int
	before, last, row := &rows[0], &rows[1], &rows[2]
	for j := range len(b) + 1 {
		last[j] = j
	}
	for i := range a {
		row[0] = i + 1
		least := row[0]
		for j := range b {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			d := min(last[j]+cost, last[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				d = min(d, before[j-1]+1)
			}
			row[j+1] = d
			least = min(least, d)
		}
		if least > bound {
			return bound + 1
		}
		before, last, row = last, row, before
	}
	return min(last[len(b)], bound+1)
}

// runes appends the characters of s to dst, or reports false when they are
// more than dst can hold.
func runes(dst []rune, s string) ([]rune, bool) {
	for _, r := range s {
		if len(dst) == cap(dst) {
			return nil, false
		}
		dst = append(dst, r)
	}
	return dst, true
}
