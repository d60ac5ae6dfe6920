package guard

import "strings"

// light are verbs and turns that carry a sentence and say nothing of their own: a candidate may add one (« it takes place » for « it is »).
// Whose something is is not among them: « Flickr belongs to SmugMug » is more than « SmugMug runs Flickr ».
// What they are said of must all be the entry's.
var light = map[string]string{
	"fr": `vient viennent venant provient proviennent provenant émane relève relèvent incombe incombent revient reviennent consiste consistent réside résident figure figurent
		présent présents présente présentes donnons donnent prend prennent porte portent rend rendent rendez rendre arrive arrivent parvient parviennent cas fais dites eh ben hein
		préférez préférer invitons consacré consacrée consacrés consacrées dédié dédiée voyons disons parlons
		avère avèrent constitue constituent représente représentent bénéficie bénéficient dispose disposez effectuez effectuer existe existent
		citons donnons indiquons
		date datent comportant comporte comportent contenant
		concerne concernent applique appliquent destiné destinée destinés destinées
		matière biais cadre façon manière évidemment naturellement effectivement`,
	"en": `comes come coming came lies lie acting act reach reaches enjoy enjoys gets get getting got gives give case inside stands stand derived
		regards happening takes place using saying
		dates featuring
		applies apply concerns holds refers refer
		occurs occur exists constitutes represents performed carried speaking basically matter manner naturally obviously accordingly`,
	"de": `stammt stammen kommt kommen liegt liegen steht stehen befindet befinden läuft laufen erfolgt erfolgen obliegt fall lautet
		handelt besteht bestehen existiert existieren gelangt gelangen verfügt verfügen somit folglich hierbei hierzu eben mal bezug`,
	"es": `queda quedan llega llegan llegando llegar viene vienen proviene corresponde encuentra encuentran resulta resultan tal caso existe existen ocurre trata tratan dispone disponen realiza obviamente naturalmente`,
	"it": `resta spetta proviene provengono arriva arrivano trova trovano risulta risultano caso tratta trattano avviene esiste dispone dispongono ovviamente naturalmente pertanto`,
	"pt": `fica ficam vem vêm cabe chega chegam encontra encontram resulta provém tal caso trata tratam ocorre existe existem dispõe dispõem naturalmente obviamente portanto`,
	"nl": `komt komen ligt liggen hoort staat staan valt vallen gebeurt loopt lopen luidt geval betreft bestaat bestaan verloopt immers daarbij hierbij uiteraard`,
}

// lightSource are those that an entry may have and a candidate lack.
var lightSource = map[string]bool{"vient": true, "viennent": true, "provient": true, "comes": true, "come": true, "lies": true, "stand": true, "stands": true}

// lightWords makes one table by language of the words above and of those of words/harmless.txt, each with what is allowed for it.
func lightWords(harmless string) map[string]map[string]flag {
	out := map[string]map[string]flag{}
	for lang, list := range light {
		out[lang] = map[string]flag{}
		for w := range strings.FieldsSeq(list) {
			out[lang][w] = mayAdd
			if lightSource[w] {
				out[lang][w] |= mayDrop
			}
		}
	}
	for line := range strings.Lines(harmless) {
		fields := strings.Fields(line)
		if len(fields) == 0 || fields[0] == "#" {
			continue
		}
		for _, w := range fields[1:] {
			out[fields[0]][w] = mayAdd | mayDrop
		}
	}
	return out
}

// lighten marks such words.
func (a annotator) lighten(in []token) {
	table := words().light[a.lex.lang]
	for i := range in {
		t := &in[i]
		if t.kind != word || t.op != none || t.glue || t.name || t.text == "" {
			continue
		}
		if f := table[t.form]; f != 0 && !strings.Contains(t.text, " ") {
			t.flags |= f
		}
	}
}
