package bot

var wordsSpanish = Words{
	Useful: "Útil", NotUseful: "No me sirve", Outdated: "Está anticuado",
	Missing: "No veo este ajuste", Back: "Volver a la respuesta",
	Show: "Mostrar a todos", Remove: "Borrar", Open: "Abrir el ajuste",

	ThanksUseful:    "Gracias, anotado.",
	ThanksNotUseful: "Gracias, anotado. Pregunte otra vez con otras palabras si quiere.",
	ThanksOutdated:  "Gracias: esta respuesta se volverá a comprobar.",
	CausesTitle:     "¿No ve este ajuste? Estas son las causas más frecuentes:",
	Causes: []string{
		"Su país: algunos ajustes solo existen en una región, por ejemplo la Unión Europea.",
		"Una aplicación antigua: actualícela o use la web.",
		"Ya está hecho: el ajuste puede estar apagado, o no haberse activado nunca para usted.",
		"Una cuenta de trabajo o de estudios: entonces decide el administrador.",
		"El menú ha cambiado de sitio: busque «IA» o «privacidad» en los ajustes.",
	},
	CausesEnd: "Si no es nada de esto, pulse «Está anticuado» y se comprobará.",

	Busy:     "¡Va más rápido que yo! Deme un momento y vuelva a preguntar.",
	NotYours: "Este botón es de la respuesta de otra persona. Hágame su propia pregunta.",
	TooOld:   "Este botón es demasiado antiguo. Vuelva a preguntar, por favor.",
	Removed:  "Respuesta borrada.",
	ShownBy:  "Mostrado a petición de {name}",
	CannotDM: "No puedo escribir donde me ha preguntado. Aquí tiene mi respuesta.",

	Privacy: "No guardo nada sobre usted. El tema de su última pregunta (no sus palabras) queda diez minutos en memoria, para que «¿y en Instagram?» tenga sentido, y luego desaparece. No se guarda ningún mensaje, nombre ni identificador. Los botones «útil», «no me sirve» y «está anticuado» solo suman uno a un contador.",

	AskCommand: "preguntar", AskDescription: "Cómo impedir que un servicio entrene su IA con sus datos",
	AskOption: "pregunta", AskOptionDescription: "Su pregunta con sus palabras: «desactivar la IA de LinkedIn»",
	PrivacyCommand: "privacidad", PrivacyDescription: "Lo que guardo sobre usted",
	HelpCommand: "ayuda", HelpDescription: "Cómo hacerme una pregunta",
	AnswerThis: "Responder a este mensaje",
	About:      "NonMerci le dice cómo impedir que un servicio entrene su IA con sus datos: pasos, enlace al ajuste, qué cambia, fuente y fecha de la última comprobación. Pregunte con sus palabras. Las fichas están en francés y en inglés. No guardo nada sobre usted.",
	ShortAbout: "Cómo impedir que un servicio entrene su IA con sus datos. Pasos, enlace, fuente, fecha.",

	CommunityNote: "Nota de esta comunidad", CommunityEntry: "Ficha de esta comunidad, modificada el {date}.",
	CommunityVersion: "Adaptada por esta comunidad el {date}", CommunityOtherLang: "Esta comunidad aún no ha escrito esta ficha en su idioma.",

	InlineEmpty: "Escriba un servicio: «LinkedIn», «WhatsApp», «ChatGPT»…",
}
