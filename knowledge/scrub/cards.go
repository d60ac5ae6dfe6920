package scrub

import "strings"

// card returns how many groups make the number of a payment card, 0 when they make none.
func card(chain []group) int {
	if chain[0].digits[0] < '2' || chain[0].digits[0] > '6' || len(chain[0].digits) < 3 {
		return 0
	}
	var buf [19]byte
	number, best := buf[:0], 0
	for n, g := range chain {
		if len(number)+len(g.digits) > len(buf) || len(g.digits) < 2 {
			break
		}
		number = append(number, g.digits...)
		if len(number) >= 13 && luhn(number) {
			best = n + 1
		}
		if g.sep != " " && g.sep != "-" && g.sep != "." && g.sep != "_" {
			break
		}
	}
	if years(chain[:best]) {
		return 0
	}
	return best
}

// long returns how many groups make a number so long that it may be somebody's, 0 when they make none: seven digits together, or
// twelve in groups. Days, years and round numbers are not.
func long(chain []group) int {
	first := chain[0].digits
	if len(first) >= 7 {
		if compactDay(first) || strings.HasSuffix(first, "000") && len(first) < 13 {
			return 0
		}
		return 1
	}
	total, n := 0, 0
	for n < len(chain) {
		total += len(chain[n].digits)
		n++
		if sep := chain[n-1].sep; sep != chain[0].sep || sep != " " && sep != "-" || n < len(chain) && len(chain[n].digits) < 2 {
			break
		}
	}
	if total < 12 || len(first) < 2 && n < 4 || years(chain[:n]) {
		return 0
	}
	return n
}

// years says whether each group is a year.
func years(chain []group) bool {
	for _, g := range chain {
		if !year(g.digits) {
			return false
		}
	}
	return true
}

func year(s string) bool {
	return len(s) == 4 && (strings.HasPrefix(s, "19") || strings.HasPrefix(s, "20") || strings.HasPrefix(s, "21"))
}

// thousands returns how many groups make one round number, 1 000 000, 0 when they make none.
func thousands(chain []group) int {
	if len(chain[0].digits) > 3 || chain[0].digits[0] == '0' {
		return 0
	}
	n := 1
	for n < len(chain) && len(chain[n].digits) == 3 && (chain[n-1].sep == " " || chain[n-1].sep == "." || chain[n-1].sep == ",") {
		n++
	}
	if chain[n-1].digits != "000" {
		return 0
	}
	return n
}

// day returns how many groups make a day with a year of four digits, 0 when they make none.
func day(chain []group) int {
	if len(chain) < 3 || chain[0].sep != chain[1].sep || len(chain[0].sep) != 1 || strings.Trim(chain[0].sep, "./- ") != "" {
		return 0
	}
	a, b, c := chain[0].digits, chain[1].digits, chain[2].digits
	switch {
	case year(c) && upTo(a, 31) && upTo(b, 31) && (upTo(a, 12) || upTo(b, 12)):
	case year(a) && upTo(b, 12) && upTo(c, 31):
	default:
		return 0
	}
	return 3
}

// compactDay says whether s is a day written 20260526.
func compactDay(s string) bool {
	return len(s) == 8 && (year(s[:4]) && upTo(s[4:6], 12) && upTo(s[6:], 31) || year(s[4:]) && upTo(s[:2], 31) && upTo(s[2:4], 12))
}

// upTo says whether s is one or two digits that make a number from 1 to most.
func upTo(s string, most int) bool {
	n := 0
	for i := range len(s) {
		n = n*10 + int(s[i]-'0')
	}
	return len(s) <= 2 && n >= 1 && n <= most
}
