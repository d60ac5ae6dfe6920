package scrub

// codeCues announce a number that opens something.
var codeCues = newCues(10, Secret, "code|code sms|otp|pin|cvv|cvc|cvc2|cryptogramme|tan")

// codes removes four to eight digits after « code », three after the word for the digits on the back of a card.
func (l *line) codes() {
	for i := 0; i < len(l.t); i++ {
		end, _ := codeCues.find(l, i)
		if end < 0 {
			continue
		}
		at := l.skip(end)
		for n := 0; n < 3 && (l.class(at) == blank && !l.breaks(at) || l.oneOf(at, ":=") || l.class(at) == letters && isWords[l.t[at].fold]); n++ {
			at++
		}
		size, last := 0, at
		for ; l.class(last) == digits; last += 2 {
			size += len(l.t[last].fold)
			if l.class(last+1) != blank || l.class(last+2) != digits {
				last++
				break
			}
		}
		least := 4
		if l.t[i].fold[0] == 'c' && l.t[i].fold[1] != 'o' {
			least = 3
		}
		if size >= least && size <= 8 && !l.word(last) && !l.oneOf(last, "-/") {
			l.remove(at, last, Secret)
		}
	}
}
