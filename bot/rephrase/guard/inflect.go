package guard

import (
	"slices"
	"strings"
)

// families are verbs that begin expressions, each with its forms: an expression that a list has with one of them, it has with all.
var families = map[string][][]string{
	"en": forms(`take takes took taken taking
		give gives gave given giving
		put puts putting
		get gets got getting gotten
		go goes went gone going
		come comes came coming
		keep keeps kept keeping
		make makes made making
		turn turns turned turning
		switch switches switched switching
		send sends sent sending
		bring brings brought bringing
		look looks looked looking
		pass passes passed passing
		hand hands handed handing
		carry carries carried carrying
		write writes wrote written writing
		leave leaves left leaving
		run runs ran running
		pick picks picked picking
		opt opts opted opting
		fill fills filled filling
		log logs logged logging
		cut cuts cutting
		draw draws drew drawn drawing
		hold holds held holding
		rule rules ruled ruling
		fall falls fell fallen falling
		work works worked working
		scroll scrolls scrolled scrolling
		track tracks tracked tracking
		build builds built building
		move moves moved moving
		remove removes removed removing
		back backs backed backing
		agree agrees agreed agreeing
		find finds found finding`),
	"fr": forms(`mettre met mettent mettez mettait mis mise mises mettant mettra mettront
		remettre remet remettent remettez remis remise remises remettant
		prendre prend prennent prenez prenait pris prise prises prenant prendra prendront
		reprendre reprend reprennent reprenez repris reprise reprises reprenant
		faire fait font faites faisait faite faits faisant fera feront
		donner donne donnent donnez donnait donné donnée donnés données donnant donnera
		tenir tient tiennent tenez tenait tenu tenue tenus tenues tenant tiendra
		laisser laisse laissent laissez laissait laissé laissée laissés laissées laissant laissera
		passer passe passent passez passait passé passée passés passées passant passera
		rendre rend rendent rendez rendait rendu rendue rendus rendues rendant rendra
		porter porte portent portez portait porté portée portés portées portant portera
		enlever enlève enlèvent enlevez enlevé enlevée enlevant
		retirer retire retirent retirez retiré retirée retirés retirant
		ôter ôte ôtent ôtez ôté ôtée ôtant
		jeter jette jettent jetez jeté jetant
		envoyer envoie envoient envoyez envoyé envoyée envoyés envoyées envoyant
		déposer dépose déposent déposez déposé déposée déposés déposées déposant
		tomber tombe tombent tombé tombée tombés tombées
		supprimer supprime suppriment supprimez supprimé supprimée supprimés supprimées
		écrire écrit écrivent écrivez écrite écrits écrites écrivant
		rester reste restent restez resté restée restés restant restera
		partir part partent partez parti partie partis parties partant`),
}

// governing are words that a verb has after it in any sense: « va à », « goes to ».
var governing = map[string]bool{"to": true, "for": true, "of": true, "with": true, "in": true, "at": true, "by": true, "à": true, "de": true, "d": true, "sur": true, "pour": true, "en": true, "dans": true}

// forms are the lines of a text, each cut into words.
func forms(text string) [][]string {
	var out [][]string
	for line := range strings.Lines(text) {
		out = append(out, strings.Fields(line))
	}
	return out
}

// conjugate gives the expressions of a lexicon that begin with one form of a verb its other forms. Expressions that turn a sentence, and those that
// carry no fact, stay as they are written.
func (l *lexicon) conjugate() {
	for _, family := range families[l.lang] {
		for _, f := range family {
			for _, e := range slices.Clone(l.expressions[f]) {
				if len(e.ops) > 0 || e.glue || len(e.keys) == 0 || e.flags&proper != 0 || e.conjugated || len(e.words) == 2 && governing[e.words[1]] {
					continue
				}
				for _, other := range family {
					if other == f || slices.ContainsFunc(l.expressions[other], func(o expression) bool { return slices.Equal(o.words[1:], e.words[1:]) }) {
						continue
					}
					words := slices.Clone(e.words)
					words[0] = other
					l.expressions[other] = append(l.expressions[other], expression{words: words, tied: e.tied, meaning: e.meaning, conjugated: true})
				}
			}
		}
	}
}
