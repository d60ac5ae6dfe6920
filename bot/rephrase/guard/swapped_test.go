package guard

import "testing"

// TestTurnedRound: two names of one thing, two sides of « is », and what is denied may change places; two things may not.
func TestTurnedRound(t *testing.T) {
	for _, c := range []struct {
		source, text, lang string
		pass               bool
	}{
		// two names of one thing
		{"Medium blocks GPTBot, OpenAI’s crawler, and asks for consent.", "Medium blocks OpenAI’s crawler, GPTBot, and asks for consent.", "en", true},
		{"Medium blocks GPTBot, OpenAI’s crawler, and asks for consent.", "Medium blocks OpenAI, GPTBot’s crawler, and asks for consent.", "en", false},
		{"Reddit blocks GPTBot, OpenAI’s crawler.", "OpenAI blocks GPTBot, Reddit’s crawler.", "en", false},
		{"Lumo, the assistant of Proton, reads your files.", "Proton, the assistant of Lumo, reads your files.", "en", false},
		{"Meta sells data to Snap, a partner.", "Snap, a partner, sells data to Meta.", "en", false},
		// one thing is another
		{"The lead authority is the Irish DPC.", "The Irish DPC is the lead authority.", "en", true},
		{"L’autorité compétente est la CNIL.", "La CNIL est l’autorité compétente.", "fr", true},
		{"The lead authority is the Irish DPC.", "The Irish DPC is not the lead authority.", "en", false},
		{"The lead authority is the Irish DPC, the other is the CNIL.", "The lead authority is the CNIL, the other is the Irish DPC.", "en", false},
		{"The lead authority is Irish, and the company is American.", "The company is Irish, and the lead authority is American.", "en", false},
		{"Meta is the owner of WhatsApp.", "WhatsApp is the owner of Meta.", "en", false},
		{"L’autorité de la CNIL est la première.", "La CNIL de l’autorité est la dernière.", "fr", false},
		// what is denied
		{"To the company that keeps that file, not to HubSpot.", "Not to HubSpot but to the company that keeps that file.", "en", true},
		{"To the company that keeps that file, not to HubSpot.", "Not to the company that keeps that file but to HubSpot.", "en", false},
		{"Write to Slack, not to Meta.", "Write to Meta, not to Slack.", "en", false},
		{"Adressez-vous à Meta, pas à Slack.", "Adressez-vous non pas à Meta, mais à Slack.", "fr", false},
		{"Write to Slack rather than to Meta.", "Rather than to Slack, write to Meta.", "en", false},
		{"Slack does not sell it to Meta.", "Meta does not sell it to Slack.", "en", false},
		// by those who do it
		{"Les robots qui respectent ce signal ne prennent plus vos articles.", "Vos articles ne sont plus pris par les robots qui respectent ce signal.", "fr", true},
		{"Les robots qui respectent ce signal ne prennent plus vos articles.", "Vos articles ne sont plus pris pour les robots qui respectent ce signal.", "fr", false},
		{"Les robots respectent ce signal.", "Ce signal respecte les robots.", "fr", false},
		{"Your employer manages the account.", "The account manages your employer.", "en", false},
		{"The models are shared by all customers.", "All customers share the models.", "en", true},
		{"The models are shared with all customers.", "All customers share the models.", "en", false},
		{"Les robots qui respectent ce signal ne prennent plus vos articles.", "Vos articles ne sont plus pris par le signal, et les robots le respectent.", "fr", false},
		{"Meta asks your employer, who asks you.", "Your employer asks Meta, who asks you.", "en", false},
		// what is stated, and waited for
		{"You do not have to give a reason.", "You do not have to state a reason.", "en", true},
		{"They wait for Slack’s confirmation.", "They wait until Slack confirms.", "en", true},
		{"Slack says that a reason is needed.", "A reason is needed.", "en", false},
		{"They wait for Slack’s confirmation.", "They write until Slack confirms.", "en", false},
		{"Your data is kept until Slack confirms.", "Your data is kept when Slack confirms.", "en", false},
		{"Give your address.", "State no address.", "en", false},
	} {
		if v := Check(NewSource(c.source, ""), c.text, c.lang); v.Pass != c.pass {
			t.Errorf("%q for %q: pass %v, %v", c.text, c.source, v.Pass, v.Reasons)
		}
	}
}
