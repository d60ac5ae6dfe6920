package scrub

// paperCues announce the number of a paper.
var paperCues = newCues(11, Number, `passeport|passport|carte d identite|carte nationale d identite|cni|permis|permis de conduire|
	titre de sejour|driving licence|drivers license|driver s license|id card|national insurance|nino|ssn|reisepass|personalausweis|
	ausweis|fuhrerschein|steuer id|dni|nie|pasaporte|codice fiscale|carta d identita|passaporto|nif|cartao de cidadao|cpf|passaporte|
	bsn|paspoort|rijbewijs|numero fiscal|numero client|numero de client|numero d allocataire|numero de dossier|numero de compte|
	numero de serie|imei`)

// paperWords may stand between them and it.
var paperWords = set("n no num numero number nummer numer est c is ist es e de du le la the")

// papers removes the number after the name of a paper: four digits and more, letters among them.
func (l *line) papers() {
	for i := 0; i < len(l.t); i++ {
		at, _ := paperCues.find(l, i)
		if at < 0 {
			continue
		}
		for n := 0; n < 9 && (l.class(at) == blank && !l.breaks(at) || l.oneOf(at, ":=-'#.") || l.is(at, "°") || paperWords[l.at(at).fold]); n++ {
			at++
		}
		end, number, size := at, 0, 0
		for l.word(end) || l.oneOf(end, "-.") && l.word(end+1) || l.class(end) == blank && l.class(end+1) == digits {
			if l.class(end) == digits {
				number += len(l.t[end].fold)
			}
			size += len(l.t[end].fold)
			if end++; size > 30 {
				break
			}
		}
		if number >= 4 && size >= 6 && l.class(i) == letters {
			l.remove(at, end, Number)
			i = end - 1
		}
	}
}
