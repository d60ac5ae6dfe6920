package guard

import "testing"

// TestWholeConstructions: a construction that says the same with other operators passes as a whole, and half of it does not.
func TestWholeConstructions(t *testing.T) {
	for _, c := range []struct {
		source, text, lang string
		pass               bool
	}{
		// an answer in a pronoun and an auxiliary
		{"Yes, by default, on the free plan.", "It does by default, on the free plan.", "en", true},
		{"No. Other servers have their own rules.", "It doesn’t. Other servers have their own rules.", "en", true},
		{"No: there is no switch.", "You can’t: there is no switch.", "en", true},
		{"No, as far as we know: it is for adults.", "Not as far as we know: it is for adults.", "en", true},
		{"Oui, par défaut : vos photos servent.", "C’est le cas par défaut : vos photos servent.", "fr", true},
		{"Non : vos photos ne servent pas.", "Ce n’est pas le cas : vos photos ne servent pas.", "fr", true},
		{"Yes, by default, on the free plan.", "It doesn’t by default, on the free plan.", "en", false},
		{"No. Other servers have their own rules.", "It does. Other servers have their own rules.", "en", false},
		{"No, as far as we know: it is for adults.", "It is, as far as we know: it is for adults.", "en", false},
		{"Oui, par défaut : vos photos servent.", "Ce n’est pas le cas par défaut : vos photos servent.", "fr", false},
		{"Non : vos photos ne servent pas.", "C’est le cas : vos photos ne servent pas.", "fr", false},
		{"Your photos are used.", "It can’t: your photos are used.", "en", false},
		// only if, not unless, not if not
		{"Your code is used for training only if you agree.", "Unless you agree, your code isn’t used for training.", "en", true},
		{"Your code is used for training only if you agree.", "Your code isn’t used for training if you do not agree.", "en", true},
		{"Vos textes servent, sauf si vous refusez.", "Vos textes servent si vous ne refusez pas.", "fr", true},
		{"Vos textes servent tant que vous ne refusez pas.", "Vos textes servent, sauf si vous refusez.", "fr", true},
		{"Your code is used for training only if you agree.", "Unless you agree, your code is used for training.", "en", false},
		{"Your code is used for training only if you agree.", "Your code isn’t used for training if you agree.", "en", false},
		{"Your code is used for training only if you agree.", "Unless your code is used for training, you do not agree.", "en", false},
		{"Vos textes servent, sauf si vous refusez.", "Vos textes ne servent pas si vous refusez.", "fr", false},
		{"Vos textes servent, sauf si vous refusez.", "Vos textes ne servent que si vous refusez.", "fr", false},
		{"Vos textes servent tant que vous ne refusez pas.", "Vos textes ne servent pas, sauf si vous refusez.", "fr", false},
		{"Vos textes servent tant que vous ne refusez pas.", "Vos textes servent uniquement si vous refusez.", "fr", false},
		// not all, and not entirely
		{"Not all crawlers obey.", "Some crawlers do not obey.", "en", true},
		{"Les robots n’obéissent pas tous.", "Certains robots n’obéissent pas.", "fr", true},
		{"En partie : vous pouvez couper les résumés.", "Pas entièrement : vous pouvez couper les résumés.", "fr", true},
		{"In part. You can turn off the summaries.", "Not entirely. You can turn off the summaries.", "en", true},
		{"Not all crawlers obey.", "Some crawlers obey.", "en", false},
		{"Not all crawlers obey.", "All crawlers do not obey some rules.", "en", false},
		{"Not all crawlers obey.", "Crawlers do not obey.", "en", false},
		{"In part. You can turn off the summaries.", "Entirely. You can turn off the summaries.", "en", false},
		{"In part. You can turn off the summaries.", "Not at all. You can turn off the summaries.", "en", false},
		{"Some crawlers obey.", "Not all crawlers obey.", "en", false},
		// of itself
		{"Your chats erase themselves after 24 hours.", "Your chats are erased by themselves after 24 hours.", "en", true},
		{"Vos échanges s’effacent au bout de 24 heures.", "Vos échanges s’effacent d’eux-mêmes au bout de 24 heures.", "fr", true},
		{"The setting turns itself off.", "The setting is turned off automatically.", "en", true},
		{"Ce refus n’arrête pas à lui seul l’entraînement.", "Ce refus n’arrête pas l’entraînement.", "fr", false},
		{"Your chats erase themselves after 24 hours.", "Only your chats erase themselves after 24 hours.", "en", false},
		{"Your chats are erased after 24 hours.", "Your chats alone are erased after 24 hours.", "en", false},
		{"Vos échanges s’effacent au bout de 24 heures.", "Vos échanges s’effacent seulement au bout de 24 heures.", "fr", false},
		{"This tag does not stop crawlers by itself.", "This tag does not stop crawlers automatically.", "en", false},
		// what the reader is told to do
		{"Les messages dans un groupe : supprimez-les un par un.", "Les messages dans un groupe : il faut les supprimer un par un.", "fr", true},
		{"Vérifiez le réglage.", "Mieux vaut vérifier le réglage.", "fr", true},
		{"Check the setting in your account.", "You should check the setting in your account.", "en", true},
		{"Vous pouvez supprimer vos messages.", "Il faut supprimer vos messages.", "fr", false},
		{"Vous supprimez vos messages.", "Vous devez supprimer vos messages.", "fr", false},
		{"Write to the company.", "The company must write to you.", "en", false},
		{"Meta supprime vos messages.", "Il faut que Meta supprime vos messages.", "fr", false},
		{"Check the setting in your account.", "The company should check the setting in your account.", "en", false},
		{"Supprimez vos messages.", "Il ne faut pas supprimer vos messages.", "fr", false},
		{"N’ouvrez pas le menu.", "Il faut ouvrir le menu.", "fr", false},
		// any and some
		{"Pour une demande ou une plainte, écrivez à la société.", "Pour toute demande ou plainte, écrivez à la société.", "fr", true},
		{"Des messages peuvent être transmis.", "Some messages may be passed on.", "en", true},
		{"Une demande peut être refusée.", "Toute demande peut être refusée.", "fr", false},
		{"Pour une photo, c’est public.", "Pour toutes les photos, c’est public.", "fr", false},
		{"Les données des messages sont transmises.", "Les données de certains messages sont transmises.", "fr", false},
		{"Les messages sont transmis.", "Certains messages sont transmis.", "fr", false},
		{"Your messages are passed on.", "Some of your messages are passed on.", "en", false},
		// up to, as far as, from … on, part of
		{"It takes up to one week to have effect.", "It can take as long as one week to have effect.", "en", true},
		{"For training, there is nothing to refuse.", "As far as training goes, there is nothing to refuse.", "en", true},
		{"Since 21 April 2025 your data is used.", "From 21 April 2025 on, your data is used.", "en", true},
		{"This rests partly on memory.", "Part of this rests on memory.", "en", true},
		{"What you upload is kept.", "Whatever you upload is kept.", "en", true},
		{"An assistant on its own website follows the rules.", "Only an assistant on its website follows the rules.", "en", false},
		{"It takes one week to have effect.", "It can take as long as one week to have effect.", "en", false},
		{"Your data is kept as long as one week.", "Your data can be sold as long as one week.", "en", false},
		{"Until 21 April 2025 your data is used.", "From 21 April 2025 on, your data is used.", "en", false},
		{"This rests partly on memory.", "This rests on memory.", "en", false},
		{"Photos are part of your profile.", "Some photos are part of your profile.", "en", false},
		{"Whatever its date, a photo is kept.", "A photo is kept.", "en", false},
		// a particle behind the object
		{"DuckDuckGo removes your IP address.", "DuckDuckGo takes your IP address away.", "en", true},
		{"Switch off training in the menu.", "In the menu, switch training off.", "en", true},
		{"Switch off training in the menu.", "In the menu, switch training on.", "en", false},
		{"DuckDuckGo removes your IP address.", "DuckDuckGo takes your IP address over.", "en", false},
		{"If you keep activity on, it is saved.", "If you keep activity off, it is saved.", "en", false},
		{"DuckDuckGo removes your IP address.", "DuckDuckGo gives your IP address away.", "en", false},
		{"Turn off history.", "Turn your history over.", "en", false},
		// after, and once
		{"After a refusal, your photos are kept.", "Once you have refused, your photos are kept.", "en", true},
		{"After a refusal, your photos are kept.", "Once your photos are kept, you have refused.", "en", false},
		{"After a refusal, your photos are kept.", "If you have refused, your photos are not kept.", "en", false},
		// no, and not
		{"Non, pas en France : un candidat doit être informé.", "En France, non : un candidat doit être informé.", "fr", true},
		{"Non, pas en France : un candidat doit être informé.", "Non : un candidat en France ne doit pas être informé.", "fr", false},
		{"No, not in France: a candidate is told.", "In France, yes: a candidate is told.", "en", false},
		{"No, not in France: a candidate is told.", "No: a candidate is not told in France.", "en", false},
	} {
		if v := Check(NewSource(c.source, ""), c.text, c.lang); v.Pass != c.pass {
			t.Errorf("%q for %q: pass %v, %v", c.text, c.source, v.Pass, v.Reasons)
		}
	}
}
