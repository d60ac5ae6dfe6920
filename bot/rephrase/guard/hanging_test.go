package guard

import "testing"

// TestHanging: a « not » at the end denies nothing of what stands beside it; names that a language has in its own words are the same names.
func TestHanging(t *testing.T) {
	judge(t, []verdictOf{
		{"That silence is not proof.", "That silence is proof that it doesn’t.", "en", false},
		{"Its policy does not mention it. That silence is not proof.", "Its policy does not mention it. That silence is good proof that it doesn’t.", "en", false},
		{"Everything you write, but not your IP address.", "Everything you write goes, but your IP address doesn’t.", "en", true},
		{"Open Google Photos and tap your picture.", "Abra Google Fotos y toque su imagen.", "es", true},
		{"Do not connect Photos to Gemini.", "No conecte Fotos con Gemini.", "es", true},
		{"Do not connect Photos to Gemini.", "No conecte Gemini con sus fotos.", "es", false},
		{"The Court of Rome annulled it.", "El Tribunal de Roma la anuló.", "es", true},
		{"The Court of Rome annulled it.", "El Tribunal de París la anuló.", "es", false},
		{"Your photos are used.", "Se usa Google Fotos.", "es", false},
	})
}
