package bot

var wordsSpanish = Words{
	Useful: "Útil", NotUseful: "No es útil", Outdated: "Anticuado",
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
	CausesEnd: "Si no es nada de esto, pulse «Anticuado» y se comprobará.",

	Busy:     "¡Va más rápido que yo! Deme un momento y vuelva a preguntar.",
	NotYours: "Este botón es de la respuesta de otra persona. Hágame su propia pregunta.",
	TooOld:   "Este botón es demasiado antiguo. Vuelva a preguntar, por favor.",
	Removed:  "Respuesta borrada.",
	ShownBy:  "Mostrado a petición de {name}",
	CannotDM: "No puedo escribir donde me ha preguntado. Aquí tiene mi respuesta.",

	Privacy: "Cuando pregunta, no guardo nada sobre usted: ni sus palabras, ni su nombre, ni su identificador. El tema de la última pregunta (no sus palabras) queda diez minutos en memoria, para que «¿y en Instagram?» tenga sentido, y luego desaparece. Los botones «útil», «no es útil» y «anticuado» solo suman uno a un contador. Hay tres excepciones. Donde una comunidad lo ha elegido, una pregunta sin respuesta se guarda 90 días, sin datos personales y sin relación con usted. Si propone una ficha, su identificador se guarda hasta que se le comunique la decisión. Si modera, acompaña lo que ha escrito y hecho hasta que usted lo borre. Suscribirse a los avisos solo guarda un canal.",

	Original:       "Texto original",
	Rephrased:      "Reformulado por un modelo.",
	RephrasedOf:    "Reformulado por un modelo; texto original comprobado el {date}.",
	Translated:     "Traducido por un modelo; texto original: {language}.",
	TranslatedOf:   "Traducido por un modelo; texto original ({language}) comprobado el {date}.",
	PrivacyModel:   "Un modelo de lenguaje puede reformular o traducir mis respuestas. Recibe la ficha y el idioma deseado, nunca su nombre ni su identificador. Su pregunta, sin datos personales, solo se le transmite si usted lo permite y, en un servidor o un grupo, si sus moderadores también lo han permitido. Esta elección solo queda en memoria: se olvida al reiniciar el programa.",
	QuestionKept:   "Su elección: su pregunta no se transmite al modelo.",
	QuestionSent:   "Su elección: su pregunta puede transmitirse al modelo.",
	OriginalsShown: "Su elección: siempre el texto original. El modelo no recibe nada por usted.",
	AllowQuestion:  "Permitir que mi pregunta llegue al modelo",
	ForbidQuestion: "No transmitir más mi pregunta al modelo",
	AlwaysOriginal: "Mostrarme siempre el texto original",
	AllowRephrase:  "Aceptar de nuevo las reformulaciones",

	AskCommand: "preguntar", AskDescription: "Cómo impedir que un servicio entrene su IA con sus datos",
	AskOption: "pregunta", AskOptionDescription: "Su pregunta con sus palabras: «desactivar la IA de LinkedIn»",
	PrivacyCommand: "privacidad", PrivacyDescription: "Lo que guardo sobre usted",
	HelpCommand: "ayuda", HelpDescription: "Cómo hacerme una pregunta",
	AnswerThis: "Responder a este mensaje",
	About:      "NonMerci le dice cómo impedir que un servicio entrene su IA con sus datos: pasos, enlace al ajuste, qué cambia, fuente y fecha de la última comprobación. Pregunte con sus palabras. Las fichas están en francés y en inglés. Si pregunta, no guardo nada sobre usted.",
	ShortAbout: "Cómo impedir que un servicio entrene su IA con sus datos. Pasos, enlace, fuente, fecha.",

	CommunityNote: "Nota de esta comunidad", CommunityEntry: "Ficha de esta comunidad, modificada el {date}.",
	CommunityVersion: "Adaptada por esta comunidad el {date}", CommunityOtherLang: "Esta comunidad aún no ha escrito esta ficha en su idioma.",

	InlineEmpty: "Escriba un servicio: «LinkedIn», «WhatsApp», «ChatGPT»…",
}
