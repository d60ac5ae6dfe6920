package guard

// saidAnyway says whether a word only names what stands in the unit anyway: « the address is » before an address, « currently in force », « the option » that is
// switched off, « the free version » for « free ».
func saidAnyway(u *unit, t *token) bool {
	v := words().concepts
	switch {
	case t.kind != word || t.name || t.op != none:
		return false
	case t.is(v["now"]):
		return u.has(v["inforce"])
	case t.is(v["address"]):
		return u.any(func(o *token) bool { return o.kind == address })
	case t.is(v["contact"]):
		return u.any(func(o *token) bool { return o.kind == address }) && bareOf(u)
	case t.is(v["date"]):
		return u.any(func(o *token) bool { return o.kind == date })
	case t.is(v["on"]) && t.flags&negative == 0:
		return u.has(v["default"]) && u.count(opYes) > 0 && u.count(opNot) == 0
	case t.form == "erstellen" || t.form == "erstelle" || t.form == "anlegen":
		return u.has(v["copy"]) // « erstellen Sie eine Kopie »
	case t.is(v["publish"]) && participle(t.form):
		return u.has(v["post"])
	case t.is(v["follow"]):
		return u.has(v["link"])
	case settingWords[t.form]:
		return u.has(v["off"]) || u.has(v["on"])
	case versions[t.form]:
		return u.has(v["free"]) || u.has(v["paid"])
	case plans[t.form]:
		return u.any(func(o *token) bool { return planNames[o.form] && capital(o.text) })
	case t.is(v["fight"]):
		return u.has(v["against"])
	case naming[t.form]:
		return u.any(func(o *token) bool { return o.quote > 0 })
	case filling[t.form]:
		return u.has(v["form"]) && u.has(v["send"])
	}
	return false
}

// any says whether a token of a unit is such a one.
func (u *unit) any(is func(*token) bool) bool {
	for j := range u.tokens {
		if is(&u.tokens[j]) {
			return true
		}
	}
	return false
}

var (
	settingWords = map[string]bool{"option": true, "réglage": true, "setting": true, "opción": true, "ajuste": true, "opzione": true, "impostazione": true, "opção": true, "optie": true, "instelling": true, "einstellung": true}
	versions     = map[string]bool{"version": true, "versión": true, "versione": true, "versão": true, "versie": true, "offre": true, "formule": true, "plan": true, "tier": true}
	plans        = map[string]bool{"plan": true, "plans": true, "planes": true, "offre": true, "offres": true, "formule": true, "formules": true, "piano": true, "piani": true, "plano": true, "planos": true, "tarif": true, "tarife": true, "abonnement": true, "abonnements": true}
	planNames    = map[string]bool{"free": true, "pro": true, "plus": true, "team": true, "teams": true, "business": true, "enterprise": true, "starter": true, "professional": true, "organization": true, "max": true, "edu": true, "education": true, "premium": true, "standard": true}
	naming       = map[string]bool{"mention": true, "mentions": true, "intitulé": true, "wording": true, "heading": true, "words": true, "label": true, "rótulo": true, "dicitura": true, "menção": true, "hinweis": true, "vermelding": true}
	filling      = map[string]bool{"fill": true, "complete": true, "remplissez": true, "complétez": true, "rellene": true, "compili": true, "preencha": true}
)
