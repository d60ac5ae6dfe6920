package guard

import (
	"math/rand/v2"
	"regexp"
)

// A swap puts one text in the place of a match.
type swap struct {
	from *regexp.Regexp
	to   string
}

func swaps(pairs ...string) []swap {
	var out []swap
	for i := 0; i < len(pairs); i += 2 {
		out = append(out, swap{regexp.MustCompile(pairs[i]), pairs[i+1]})
	}
	return out
}

// exchange applies one swap of a language at one of the places where it can.
func exchange(r *rand.Rand, s, lang string, lists map[string][]swap) string {
	type place struct {
		swap
		at []int
	}
	var all []place
	for _, w := range lists[lang] {
		for _, at := range w.from.FindAllStringSubmatchIndex(s, -1) {
			all = append(all, place{w, at})
		}
	}
	if len(all) == 0 {
		return s
	}
	p := all[r.IntN(len(all))]
	return s[:p.at[0]] + string(p.from.ExpandString(nil, p.to, s, p.at)) + s[p.at[1]:]
}

var unnegated = map[string][]swap{
	"fr": swaps(`\b(?:ne |n’)(\pL+) (?:pas|plus|jamais|rien) `, "${1} ", `\baucune? `, "chaque ", `\bsans `, "avec "),
	"en": swaps(` not `, " ", `n’t `, " ", ` no longer `, " ", ` never `, " always ", `\bno `, "a ", ` cannot `, " can "),
	"de": swaps(` nicht `, " ", ` keine? `, " eine ", ` nie `, " immer "),
	"es": swaps(` no `, " ", ` nunca `, " siempre "),
	"it": swaps(` non `, " ", ` mai `, " sempre "),
	"pt": swaps(` não `, " ", ` nunca `, " sempre "),
	"nl": swaps(` niet `, " ", ` geen `, " een ", ` nooit `, " altijd "),
}

var modals = map[string][]swap{
	"fr": swaps(` peut `, " doit ", ` peuvent `, " doivent ", `\bpouvez\b`, "devez", ` doit `, " peut ", ` devez `, " pouvez ", ` peut `, " devrait "),
	"en": swaps(` can `, " must ", ` may `, " must ", ` must `, " may ", ` should `, " must ", ` may `, " will "),
	"de": swaps(` können `, " müssen ", ` kann `, " muss ", ` muss `, " kann "),
	"es": swaps(` puede `, " debe ", ` pueden `, " deben ", ` debe `, " puede "),
	"it": swaps(` può `, " deve ", ` possono `, " devono "),
	"pt": swaps(` pode `, " deve ", ` podem `, " devem "),
	"nl": swaps(` kunt `, " moet ", ` kan `, " moet ", ` kunnen `, " moeten "),
}

var times = map[string][]swap{
	"fr": swaps(` avant `, " après ", `\b[Dd]epuis `, "jusqu’à ", ` déjà `, " ", ` après `, " avant "),
	"en": swaps(` before `, " after ", `\b[Ss]ince `, "until ", ` already `, " ", ` after `, " before "),
	"de": swaps(` seit `, " bis ", ` bereits `, " "),
}

var switches = map[string][]swap{
	"fr": swaps(`\bCoupez\b`, "Activez", `\bcoupez\b`, "activez", `\b[Dd]ésactivez\b`, "Activez", `\b[Ss]upprimez\b`, "Gardez", `\bActivez\b`, "Désactivez"),
	"en": swaps(`\bswitch off\b`, "switch on", `\b[Tt]urn off\b`, "Turn on", `\bswitch on\b`, "switch off", `\b[Dd]elete\b`, "Keep", `\b[Uu]ntick\b`, "Tick", `\bswitched off\b`, "switched on", ` is on\b`, " is off"),
	"de": swaps(`\b(?:Deaktivieren|Schalten) Sie\b`, "Aktivieren Sie", `\bLöschen Sie\b`, "Behalten Sie"),
}

var extents = map[string][]swap{
	"fr": swaps(` (?:tous|toutes) `, " certains ", ` seulement\b`, "", ` certaine?s `, " tous les ", `\bEn Europe\b`, "Partout", ` en Europe\b`, " partout", `\bSelon \pL+, `, "", `, selon \pL+`, ""),
	"en": swaps(` all `, " some ", ` only `, " ", ` some `, " all ", ` in Europe\b`, " everywhere", `\bAccording to \pL+, `, "", `, according to \pL+`, ""),
	"de": swaps(` alle `, " einige ", ` nur `, " "),
}

var possessives = map[string][]swap{
	"fr": swaps(`\bvos `, "nos ", `\bvotre `, "notre ", `\bvos `, "mes "),
	"en": swaps(`\byour `, "our ", `\byour `, "my "),
	"de": swaps(`\bIhre([nmr]?) `, "unsere$1 ", `\b[Dd]eine([nmr]?) `, "unsere$1 ", `([a-zü] )Ihre([nmr]?) `, "${1}seine$2 ", `([a-zü] )Ihre([nmr]?) `, "${1}ihre$2 "),
	"es": swaps(`\bsu `, "mi ", `\b(?:su|tu)s `, "mis ", `\bsus `, "nuestros ", `\bsu `, "nuestra "),
	"it": swaps(`\b[SsTt]uoi `, "miei ", `\b(?:[Ss]ue|[Tt]ue) `, "nostre ", `\b[Ss]uo `, "mio ", `\b[Ss]ua `, "nostra "),
	"pt": swaps(`\bseus `, "meus ", `\bseus `, "nossos ", `\bsua `, "minha ", `\bsuas `, "nossas "),
	"nl": swaps(`\buw `, "ons ", `\buw `, "onze ", `\b(?:uw|jouw) `, "hun ", `\buw `, "mijn ", `\b(?:uw|jouw) `, "haar "),
}

var additions = map[string][]string{
	"fr": {
		"C’est garanti.", "Cela efface aussi vos anciennes données.", "Vous pouvez aussi cliquer sur **Tout supprimer**.", "Écrivez à aide@exemple.test si besoin.",
		"La loi vous y oblige.", "C’est déjà fait.", "Ne faites rien d’autre.", "Donnez votre mot de passe à l’assistance.", "Vous recevrez 100 € d’indemnité.",
		"Tout est possible.", "Faites-le avant demain.", "Vos données sont en sécurité.", "Il suffit de ne rien faire.", "C’est interdit.", "Personne ne peut vous obliger.",
	},
	"en": {
		"This is guaranteed.", "It also deletes your old data.", "You can also click **Delete all**.", "Write to help@example.test if needed.", "The law requires it.",
		"It is already done.", "Do nothing else.", "Give your password to support.", "You will receive 100 dollars.", "Your data is safe.", "Nobody can see your data.",
		"Do it before tomorrow.", "You must do this today.", "It works everywhere.", "They cannot refuse.",
	},
}
