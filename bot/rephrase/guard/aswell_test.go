package guard

import "testing"

// TestSaidAsWell: a question may ask for what is said, a use lead to what is done with it, « nothing changes » stand for « does not change ».
func TestSaidAsWell(t *testing.T) {
	judge(t, []verdictOf{
		{"Publicité : Meta utilise les échanges pour ses pubs.", "Et la publicité ? Meta utilise les échanges pour ses pubs.", "fr", true},
		{"Address it to the company responsible.", "Who do you address it to? The company responsible.", "en", true},
		{"Nous ne savons pas s’il est proposé en Europe.", "Nous ne savons pas s’il existe en Europe.", "fr", true},
		{"Microsoft wanted to improve its models with conversations.", "Microsoft wanted to use conversations to improve its models.", "en", true},
		{"Les modèles déjà entraînés ne changent pas.", "Rien ne change dans les modèles déjà entraînés.", "fr", true},
		{"If you had already refused before the change, you stay out.", "If you had refused before the change, you stay out.", "en", true},
		{"OpenAI does so on request.", "OpenAI does so when you request it.", "en", true},
		{"Spotify AB est suédois.", "Spotify AB est une société suédoise.", "fr", true},
		{"We have not read this rule on a page of Microsoft’s own.", "We have not read this rule on a Microsoft page itself.", "en", true},
		{"Just a user? Ask your administrator.", "If you are only a user, ask your administrator.", "en", true},

		{"Publicité : Meta utilise les échanges pour ses pubs.", "Meta utilise les échanges pour ses pubs ?", "fr", false},
		{"Meta reads your messages.", "Who reads your messages? Not Meta.", "en", false},
		{"Address it to the company responsible.", "Who do you refuse? The company responsible.", "en", false},
		{"We found no setting.", "There is no setting.", "en", false},
		{"Nous ne savons pas s’il est proposé en Europe.", "Nous ne savons pas s’il est gratuit en Europe.", "fr", false},
		{"Microsoft improves its models without conversations.", "Microsoft uses conversations to improve its models.", "en", false},
		{"Meta keeps your conversations.", "Meta uses your conversations to improve its models.", "en", false},
		{"Rien ne change dans les modèles.", "Les modèles changent.", "fr", false},
		{"Les modèles ne changent pas le réglage.", "Rien n’entraîne les modèles.", "fr", false},
		{"If you had already refused, you stay out.", "If you had refused, you stay out.", "en", false},
		{"OpenAI requests your data.", "You request data of OpenAI.", "en", false},
		{"Spotify AB est suédois.", "Une société est Spotify AB.", "fr", false},
		{"A user may refuse.", "Only a user may refuse.", "en", false},
	})
}
