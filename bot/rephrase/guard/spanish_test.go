package guard

import "testing"

// TestTranslatedTurns: what Spanish, Portuguese and Italian say in their own way, and what it does not say.
func TestTranslatedTurns(t *testing.T) {
	judge(t, []verdictOf{
		{"Until you set the tag, the ban does not cover your projects.", "Mientras usted no ponga la etiqueta, la prohibición no abarca sus proyectos.", "es", true},
		{"The refusal does not cover beta versions and improvement programmes.", "La negativa no se aplica a las versiones beta ni a los programas de mejora.", "es", true},
		{"The posts were collected from 7 May to 1 August 2024.", "Las publicaciones se recogieron del 7 de mayo al 1 de agosto de 2024.", "es", true},
		{"That is a different setting.", "Es un ajuste distinto.", "es", true},
		{"These need an objection, from the privacy policy.", "Para estos hace falta una oposición, desde la política de privacidad.", "es", true},
		{"The CNIL wrote that exchanges were not reused.", "La CNIL escribió que los intercambios no se reutilizaban.", "es", true},
		{"The CNIL wrote that exchanges were not reused.", "A CNIL escreveu que as trocas não foram reutilizadas.", "pt", true},

		{"Until you set the tag, the ban does not cover your projects.", "Mientras usted ponga la etiqueta, la prohibición no abarca sus proyectos.", "es", false},
		{"Until you set the tag, the ban covers your projects.", "Mientras usted no ponga la etiqueta, la prohibición no abarca sus proyectos.", "es", false},
		{"The refusal covers beta versions and improvement programmes.", "La negativa no se aplica a las versiones beta ni a los programas de mejora.", "es", false},
		{"The refusal does not cover beta versions; improvement programmes it covers.", "La negativa no se aplica a las versiones beta ni a los programas de mejora.", "es", false},
		{"The posts were collected from 7 May.", "Las publicaciones se recogieron hasta el 7 de mayo.", "es", false},
		{"That is the same setting.", "Es un ajuste distinto.", "es", false},
		{"The CNIL wrote that exchanges were not reused.", "La CNIL escribió que los intercambios se reutilizaban.", "es", false},
		{"Exchanges were not reused.", "La CNIL escribió que los intercambios no se reutilizaban.", "es", false},
	})
}
