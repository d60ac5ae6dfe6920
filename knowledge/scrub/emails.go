package scrub

// emails removes e-mail addresses, as they are written and as people spell them to hide them: « jean point dupont arobase gmail point
// com », « jean (at) gmail (dot) com ». What a reader can put together again is as much theirs as the address itself.
func (l *line) emails() {
	for i := 0; i < len(l.t); i++ {
		if l.is(i, "@") {
			l.email(i)
		}
	}
	for i := 0; i < len(l.t); i++ {
		if l.word(i) && !l.word(i-1) {
			end := l.spelledEmail(i)
			if end > 0 {
				l.remove(i, end, Email)
			} else {
				end = l.atom(i) // what begins further on in it is no more of an address
			}
			i = end - 1
		}
	}
}

// mailbox is what the part before the @ can hold, besides letters and digits.
const mailbox = "._%+-'&=!/"

// email removes the address around the sign @ at the token i.
func (l *line) email(i int) {
	start := i
	for start > i-40 && (l.word(start-1) || l.oneOf(start-1, mailbox)) {
		start--
	}
	for start < i && !l.word(start) {
		start++
	}
	end, dots := i+1, 0
	for end < i+60 && (l.word(end) || l.oneOf(end, ".-_") && l.word(end+1)) {
		if l.is(end, ".") {
			dots++
		}
		end++
	}
	if start == i || end == i+1 || dots == 0 && l.is(start-1, "/") { // /start@bot
		return
	}
	// Without a dot it may be a word written with @ for a letter, « c@pture ».
	if before, after := l.t[i].start-l.t[start].start, l.t[end-1].end-l.t[i].end; dots > 0 || before > 2 && after > 2 {
		kind := Email
		if l.is(start-1, "@") { // @name@server, as Mastodon has it
			start, kind = start-1, Handle
		}
		l.remove(start, end, kind)
	}
}
