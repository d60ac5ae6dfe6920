package scrub

// zeros begin a telephone number that is spelled out.
var zeros = set("zero zeros o oh null nul cero 0")

// numerals are the words that numbers are spelled with.
var numerals = set(`zero un une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize
	vingt vingts trente quarante cinquante soixante septante octante huitante nonante cent one two three four five seven eight nine
	ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty
	ninety hundred double triple oh nought null eins ein zwei zwo drei vier funf fuenf sechs sieben acht neun zehn elf zwolf zwanzig
	dreissig vierzig funfzig sechzig siebzig achtzig neunzig cero uno dos tres cuatro cinco seis siete ocho nueve diez due tre
	quattro cinque sei sette otto nove dieci um uma dois duas quatro sete oito dez nul een twee drie vijf zes zeven negen tien`)

// spelled removes telephone numbers written in words, or in words and figures: « zéro six douze 34 cinquante-six… ». Five pieces after a
// zero are taken for one.
func (l *line) spelled() {
	for i := 0; i < len(l.t); i++ {
		t := l.at(i)
		starts := t.class == letters && zeros[t.fold] || t.class == digits && t.fold[0] == '0' && len(t.fold) <= 2
		if !starts || l.word(i-1) {
			continue
		}
		end, pieces, words := i, 0, 0
		for at, n := i, 0; n < 60; n++ {
			t := l.at(at)
			switch {
			case t.class == letters && (numerals[t.fold] || at == i):
				words++
				fallthrough
			case t.class == digits && len(t.fold) <= 3:
				pieces++
				end = at + 1
			case t.class == blank || l.oneOf(at, "-.,/") || l.is(at, "et") && l.class(at+1) == blank:
			default:
				n = 60
			}
			at++
		}
		if pieces >= 5 && words > 0 {
			l.remove(i, end, Phone)
			i = end - 1
		}
	}
}
