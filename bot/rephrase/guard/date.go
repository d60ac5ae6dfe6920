package guard

import "strconv"

// months are their names in words/world.txt, in order.
var months = []string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"}

// joinDates makes one token of a day, a month and a year: « 3 novembre 2025 », « November 3, 2025 », « 3. November 2025 », « novembre 2025 ».
func joinDates(in []token) []token {
	out := in[:0]
	for i := 0; i < len(in); {
		d, n := readDate(in[i:])
		if n == 0 {
			out = append(out, in[i])
			i++
			continue
		}
		t := token{kind: date, text: texts(in[i : i+n]), form: d, quote: in[i].quote, start: in[i].start, known: true}
		t.addKey(hash("d:" + d))
		out = append(out, t)
		i += n
	}
	return out
}

// readDate reads a date at the start of some tokens, and says how many they are.
func readDate(in []token) (form string, n int) {
	at := 0
	day, month, year := 0, 0, 0
	small := func(j int) bool { // « er », « de », « of », « th », a comma or a point in between
		return j < len(in) && (in[j].kind == pause && (in[j].text == "," || in[j].text == ".") || in[j].kind == word && between[in[j].form])
	}
	skip := func(j int) int {
		for range 2 {
			if small(j) {
				j++
			}
		}
		return j
	}
	value := func(j int) int {
		if j >= len(in) || in[j].kind != number {
			return 0
		}
		v, err := strconv.Atoi(in[j].form)
		if err != nil || len(in[j].text) != len(in[j].form) && in[j].text[0] != '0' {
			return 0
		}
		return v
	}
	if form, n := figures(in, value); n > 0 {
		return form, n
	}
	if v := value(0); v >= 1 && v <= 31 {
		if j := skip(1); monthOf(in, j) > 0 {
			day, month, at = v, monthOf(in, j), j+1
		}
	} else if m := monthOf(in, 0); m > 0 {
		month, at = m, 1
		j := skip(1)
		if v := value(j); v >= 1 && v <= 31 && !moreThanDay(in, j) {
			day, at = v, j+1
		}
	}
	if month == 0 {
		return "", 0
	}
	if v := value(skip(at)); v >= 1990 && v <= 2100 {
		year, at = v, skip(at)+1
	}
	if day == 0 && year == 0 {
		return "", 0
	}
	return dateForm(year, month, day), at
}

// figures reads a date in figures alone: 22/11/2026, 2026-11-22. Where the month may stand first, no date is read.
func figures(in []token, value func(int) int) (form string, n int) {
	if len(in) >= 5 && in[1].text == "/" && in[3].text == "/" {
		if d, m, y := value(0), value(2), value(4); d >= 1 && d <= 31 && m >= 1 && m <= 12 && y >= 1990 && y <= 2100 && (d > 12 || d == m) {
			return dateForm(y, m, d), 5
		}
	}
	if len(in) >= 3 && in[1].glued && in[2].glued {
		if y, m, d := value(0), value(1), value(2); y >= 1990 && y <= 2100 && m >= 1 && m <= 12 && d >= 1 && d <= 31 {
			return dateForm(y, m, d), 3
		}
	}
	return "", 0
}

func dateForm(y, m, d int) string {
	return strconv.Itoa(y) + "-" + strconv.Itoa(m) + "-" + strconv.Itoa(d)
}

func moreThanDay(in []token, j int) bool { return len(in[j].text) > 2 }

var between = map[string]bool{"er": true, "de": true, "of": true, "st": true, "nd": true, "rd": true, "th": true, "del": true}

func monthOf(in []token, j int) int {
	if j >= len(in) || in[j].kind != word {
		return 0
	}
	if in[j].form == "may" && in[j].text != "may" {
		return 5
	}
	for _, k := range in[j].list() {
		if m := isMonth(k); m > 0 {
			return m
		}
	}
	return 0
}
