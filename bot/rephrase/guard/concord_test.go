package guard

import "testing"

// TestOfNoIsNoConjunction: « of » is « or » in Dutch, where a denial goes on after it; an English « of no » denies anew.
func TestOfNoIsNoConjunction(t *testing.T) {
	const fr = "Nous ne connaissons pas de bureau de Midjourney en Europe : adressez-vous à l’autorité de votre pays."
	judge(t, []verdictOf{
		{fr, "We know of no office of Midjourney in Europe: turn to the authority of your country.", "en", true},
		{fr, "We know not of no office of Midjourney in Europe: turn to the authority of your country.", "en", false},
		{fr, "We do not know of no office of Midjourney in Europe: turn to the authority of your country.", "en", false},
	})
}
