package scrub

import "strings"

// phone returns how many groups make a telephone number, 0 when they make none; plus says that a + stands before the first.
func phone(chain []group, plus bool, before string) int {
	first := chain[0].digits
	switch {
	case plus || strings.HasPrefix(first, "00") && len(first) > 3:
		return international(chain, 8)
	case first == "00" && len(chain) > 1:
		return international(chain, 10)
	case first[0] == '0':
		return national(chain, before)
	}
	for _, shape := range shapes {
		if n := fits(chain, shape); n > 0 {
			return n
		}
	}
	return 0
}

// international takes groups until there are as many digits as a number can have (E.164), or as a French one has.
func international(chain []group, least int) int {
	total, most, n := 0, 15, 0
	code := strings.TrimPrefix(chain[0].digits, "00")
	if code == "" && len(chain) > 1 {
		code = chain[1].digits
	}
	if strings.HasPrefix(code, "33") {
		most = 12 // with the zero that some write in brackets
	}
	if strings.HasPrefix(chain[0].digits, "00") {
		most += 2
	}
	for _, g := range chain {
		if total+len(g.digits) > most {
			break
		}
		total += len(g.digits)
		n++
		if most-total == 1 && most < 15 && n > 1 && chain[1].digits != "0" { // a French number without that zero
			break
		}
	}
	if total < least {
		return 0
	}
	return n
}

// national takes a number that begins with a zero: ten digits if they end with a group, as in France, else nine, eleven or twelve.
func national(chain []group, before string) int {
	if chain[0].digits == "0" && len(chain) > 1 && (chain[0].sep == "." || chain[0].sep == ",") && len(chain[1].digits) > 2 {
		return 0 // a fraction
	}
	if before == "." || before == "," || strings.HasPrefix(chain[0].digits, "000") {
		return 0
	}
	for _, want := range [...]int{10, 9, 11, 12} {
		total := 0
		for n, g := range chain {
			if total += len(g.digits); total == want {
				return n + 1
			}
			if total > want || !dials(chain, n) {
				break
			}
		}
	}
	return 0
}

// dials says whether what follows the group n is a separator of telephone numbers: slashes and commas only between pairs, or after an
// area code.
func dials(chain []group, n int) bool {
	switch chain[n].sep {
	case "/", " / ":
		return len(chain[n].digits) == 2 || n == 0
	case ",", "_", "|", " | ", "*", "~", "·", "•":
		return len(chain[n].digits) == 2 && n+1 < len(chain) && len(chain[n+1].digits) == 2
	case "- ", ". ", "(":
		return false
	}
	return true
}

// A shape is how numbers without a zero or a plus are written: how long each group is, and with which digits the first may begin.
type shape struct {
	groups []int
	first  string
}

var shapes = []shape{
	{[]int{3, 3, 4}, "23456789"},    // North America, Italy
	{[]int{1, 3, 3, 4}, "1"},        // North America, with its code
	{[]int{3, 3, 3}, "6789"},        // Spain, Portugal
	{[]int{3, 2, 2, 2}, "6789"},     // Spain
	{[]int{2, 5, 4}, "123456789"},   // Brazil
	{[]int{2, 4, 4}, "123456789"},   // Brazil
	{[]int{1, 2, 2, 2, 2}, "67"},    // France, the zero left out
	{[]int{2, 1, 2, 2, 2, 2}, "3"},  // France, the plus left out
	{[]int{2, 2, 2, 2, 2}, "6789"},  // as France groups them
	{[]int{3, 1, 2, 2, 2, 2}, "3"},  // 33 written 331…
	{[]int{2, 2, 2, 2, 2, 1}, "67"}, // a typing mistake
}

func fits(chain []group, s shape) int {
	if len(chain) < len(s.groups) || !strings.ContainsRune(s.first, rune(chain[0].digits[0])) {
		return 0
	}
	for i, want := range s.groups {
		g := chain[i]
		if len(g.digits) != want {
			return 0
		}
		if i+1 < len(s.groups) && g.sep != " " && g.sep != "-" && g.sep != "." && g.sep != ") " && g.sep != ")" {
			return 0
		}
	}
	if last := chain[len(s.groups)-1].digits; last == "000" {
		return 0 // millions
	}
	return len(s.groups)
}
