package scrub

// secretCues announce something that nobody else should read.
var secretCues = newCues(0, Secret, `mot de passe|mots de passe|mdp|motdepasse|password|passwd|pwd|passphrase|phrase secrete|code secret|
	code pin|code d acces|code de verification|code de confirmation|code de recuperation|cle api|cle d api|api key|apikey|api token|
	secret key|client secret|recovery code|passcode|passwort|kennwort|zugangscode|contrasena|palavra passe|palavra chave|senha|
	parola d ordine|wachtwoord|toegangscode`)

// isWords stand between what is announced and the thing itself.
var isWords = set("est c is ist es e sera was war era and")

// secrets removes what follows « mot de passe : », or « mot de passe est » when it does not look like a word.
func (l *line) secrets() {
	for i := 0; i < len(l.t); i++ {
		end, _ := secretCues.find(l, i)
		if end < 0 {
			continue
		}
		at := l.skip(end)
		said := l.oneOf(at, ":=")
		if next := l.skip(at + 1); !said && l.class(at) == letters && l.oneOf(next, ":=") { // « mot de passe wifi : »
			at, said = next, true
		}
		switch {
		case said:
			at = l.skip(at + 1)
		case l.class(at) == letters && isWords[l.t[at].fold]:
			at++
			if l.is(at, "'") {
				at += 2 // « c'est »
			}
			if at = l.skip(at); l.oneOf(at, ":") {
				at, said = l.skip(at+1), true
			}
		case l.class(end) != blank || !l.word(at) || l.t[l.run(at)-1].end-l.t[at].start < 6:
			continue
		}
		if at > end && !l.breaks(at-1) {
			l.secret(at, said)
		}
	}
}

// secret removes what stands from the token at to the next blank; said tells that a sign announced it.
func (l *line) secret(at int, said bool) {
	end := l.run(at)
	whole := end
	for end > at && l.oneOf(end-1, ",;.)") {
		end--
	}
	if said && end == at {
		end = whole
	}
	word := end-at == 1 && l.class(at) == letters
	switch {
	case end <= at, l.class(at) == blank:
	case word && (isStop(l.t[at].fold) || services[l.t[at].fold] || l.class(at+1) == blank && isStop(l.at(at+2).fold) && !said):
	case said, !word && l.mixed(at, end):
		l.remove(at, end, Secret)
	}
}

// mixed says whether tokens hold a digit, or a sign that words do not have.
func (l *line) mixed(from, to int) bool {
	for i := from; i < to; i++ {
		if l.class(i) == digits || l.class(i) == sign && !l.oneOf(i, "'-/?!\"():…") {
			return true
		}
	}
	return false
}
