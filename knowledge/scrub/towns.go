package scrub

// withTown returns where a town after an address that ends at the token i ends, i when there is none: « , 75011 Paris », « à Lyon ».
func (l *line) withTown(i int) int {
	at := i
	for n := 0; n < 3 && (l.class(at) == blank || l.oneOf(at, ",-")); n++ {
		at++
	}
	if l.is(at, "a") || l.is(at, "in") {
		at = l.skip(at + 1)
	}
	if end := l.town(at); end > 0 && at > i {
		return end
	}
	if at > i && l.capital(at) && !isStop(l.t[at].fold) && !services[l.t[at].fold] && !l.oneOf(at-1, ".") {
		return l.compound(at)
	}
	return i
}

// town matches « 75011 Paris », « 1012 AB Amsterdam », « SW1A 1AA » at the token i, -1 when it is none. The name may be missing small
// letters: « 75011 paris ».
func (l *line) town(i int) int {
	if size := len(l.at(i).fold); l.class(i) != digits || size < 4 || size > 5 || l.word(i+1) {
		return -1
	}
	at := l.skip(i + 1)
	if l.upper(at) && len(l.t[at].fold) == 2 && l.class(at+1) == blank {
		at += 2
	}
	if l.class(at) != letters || at == i+1 || isStop(l.t[at].fold) || services[l.t[at].fold] || counts[l.t[at].fold] || l.breaks(i+1) {
		return -1
	}
	end := l.compound(at)
	for n := 0; n < 2 && l.class(end) == blank && !l.breaks(end) && (l.capital(end+1) && !isStop(l.t[end+1].fold) && !services[l.t[end+1].fold]); n++ {
		end = l.compound(end + 1)
	}
	return end
}

// counts follow a number that is no postal code.
var counts = set(`euros euro dollars dollar francs personnes utilisateurs utilisatrices abonnes abonnees followers
	comptes messages photos images videos vues fois mots caracteres lignes fichiers heures jours km kilometres metres clients
	membres entreprises services users people accounts subscribers views words files posts publications amis contacts eleves
	salaries employes habitants entrees documents mails emails pages go mo points nutzer benutzer personen usuarios personas utenti
	persone pessoas gebruikers mensen leden tokens likes tweets`)
