package scrub

import "strings"

// nameCues announce a name, or what a person is called on a platform.
var nameCues = newCues(2, Name, `je m appelle|je mappelle|jmappelle|j m appelle|jm appelle|je m apelle|je m appele|je m appel|
	je mapelle|jmapelle|jmappel|mon nom est|mon nom c est|mon prenom est|mon prenom c est|mon nom de famille est|je me nomme|
	je me prenomme|je me presente|nom et prenom|nom prenom|prenom nom|my name is|my name s|i m called|i am called|im called|
	my first name is|my last name is|my surname is|ich heisse|ich heise|mein name ist|mein name lautet|mein vorname ist|
	mein nachname ist|me llamo|mi nombre es|mi apellido es|mi chiamo|il mio nome e|mi nome e|il mio cognome e|me chamo|chamo me|
	o meu nome e|meu nome e|meu apelido e|ik heet|mijn naam is|mijn voornaam is`).
	and(Handle, `mon pseudo est|mon pseudo c est|mon insta est|mon insta c est|mon snap c est|mon snap est|
	mon discord c est|mon discord est|mon identifiant est|mon login est|my username is|my handle is|my user name is|
	mein benutzername ist|mi usuario es|meu usuario e|il mio nome utente e|mijn gebruikersnaam is`)

// weakCues announce a name, or what a question is about: « moi c'est Facebook qui… ».
var weakCues = newCues(3, Name, `moi c est|moi c|m appelle|appelez moi|call me|they call me|everybody calls me|ici c est|
	man nennt mich|ich bin der|ich bin die`)

// pairCues announce a name when two words with capitals follow: « je suis Jean Dupont ».
var pairCues = newCues(7, Name, "je suis|ici|c est|i m|i am|this is|ich bin|hier ist|soy|sono|eu sou|aqui e|ik ben|bonjour")

// kinCues announce one after what belongs to somebody: « ma fille s'appelle Emma », « my son is called Tom ».
var kinCues = newCues(8, Name, `s appelle|s appele|se nomme|se prenomme|is called|is named|name is|prenom est|heisst|se llama|
	si chiama|se chama|heet`)

// fieldCues do so when a colon follows.
var fieldCues = newCues(4, Name, `nom|prenom|noms|prenoms|nom complet|nom de famille|name|first name|last name|full name|surname|
	vorname|nachname|nombre|apellido|apellidos|nome|cognome|apelido|sobrenome|naam|voornaam|achternaam`).
	and(Handle, "pseudo|mon pseudo|identifiant|login|username|user name|benutzername|nome utente|gebruikersnaam")

// titleCues stand before a name with a capital.
var titleCues = newCues(5, Name, `monsieur|madame|mademoiselle|mme|mlle|mr|mrs|ms|m|dr|docteur|me|maitre|herr|frau|senor|senora|sr|sra|
	sig|signor|signora|senhor|senhora|meneer|mevrouw`)

// closingCues end a letter, and a name follows them.
var closingCues = newCues(6, Name, `signe|signee|cordialement|bien cordialement|bien a vous|sinceres salutations|salutations|
	respectueusement|signed|kind regards|best regards|regards|sincerely|yours sincerely|mit freundlichen grussen|freundliche grusse|
	viele grusse|mfg|atentamente|un saludo|cordiali saluti|distinti saluti|atenciosamente|com os melhores cumprimentos|
	met vriendelijke groet|groeten|firmado|firmato|assinado`)

// names removes the words after what announces a name.
func (l *line) names() {
	for i := 0; i < len(l.t); i++ {
		if end, kind := fieldCues.find(l, i); end > 0 && l.oneOf(l.skip(end), ":=") {
			i = l.announced(l.skip(end)+1, kind, namer{}, i)
			continue
		}
		if end, kind := nameCues.find(l, i); end > 0 {
			if at := l.skip(end); l.oneOf(at, ":,-\"'") {
				end = at + 1
			}
			i = l.announced(end, kind, namer{sure: true}, i)
			continue
		}
		if end, kind := weakCues.find(l, i); end > 0 {
			i = l.announced(end, kind, namer{weak: true, opens: l.opens(i)}, i)
			continue
		}
		if end, kind := kinCues.find(l, i); end > 0 && l.possessed(i) {
			i = l.announced(end, kind, namer{weak: true}, i)
			continue
		}
		if end, kind := pairCues.find(l, i); end > 0 {
			i = l.announced(end, kind, namer{weak: true, pair: true}, i)
			continue
		}
		if end, _ := closingCues.find(l, i); end > 0 {
			i = l.signature(end, i)
			continue
		}
		if end, _ := titleCues.find(l, i); end > 0 {
			i = l.titled(end, i)
		}
	}
}

// titled removes the name after a title, « M. Dupont », that ends before the token at. Short titles have a capital or a point.
func (l *line) titled(at, last int) int {
	short := len(l.t[last].fold) < 3
	switch {
	case l.is(at, ".") && l.capital(last):
		at++
	case l.class(at) != blank, short && !l.capital(last), short && l.upper(at+1): // « POUR M OPPOSER »
		return last
	}
	return l.announced(at, Name, namer{strict: true}, last)
}

// announced removes the name that begins after the token at, and returns the last token looked at, last when nothing was removed.
// n says which words are a name.
func (l *line) announced(at int, kind Kind, n namer, last int) int {
	start := at
	for k := 0; k < 3 && (l.class(start) == blank && !l.breaks(start) || l.oneOf(start, "\"'*_:([")); k++ {
		start++
	}
	if kind == Handle {
		if end := l.run(start); end > start && l.class(start) != blank && !isStop(l.t[start].fold) && !services[l.t[start].fold] {
			for end > start+1 && l.oneOf(end-1, ",.;:?!)") {
				end--
			}
			l.remove(start, end, Handle)
			return end - 1
		}
		return last
	}
	end := l.nameEnd(start, n)
	stands := !n.weak || l.capital(start) && !l.shouted(start) || n.opens && l.pauses(end)
	if end == start || !stands || n.pair && end < start+3 {
		return last
	}
	l.remove(start, end, Name)
	return end - 1
}

// signature removes a name after the words that end a letter, at the token at: after a sign or a line break, or with a capital, or last
// in the text.
func (l *line) signature(at, last int) int {
	start := at
	for n := 0; n < 4 && (l.class(start) == blank || l.oneOf(start, ",:-—")); n++ {
		start++
	}
	end := l.nameEnd(start, namer{})
	unsure := l.is(at, ",") && strings.HasPrefix(l.at(last).fold, "sign") // « pas signé, … »
	said := l.breaks(at) || l.class(at) == sign && !unsure
	alone := l.opens(last) && l.class(end) == edge
	if start == at || end == start || !said && (l.shouted(start) || !l.capital(start) && !alone) {
		return last
	}
	l.remove(start, end, Name)
	return end - 1
}
