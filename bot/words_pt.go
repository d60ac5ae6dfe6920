package bot

var wordsPortuguese = Words{
	Useful: "Útil", NotUseful: "Não ajudou", Outdated: "Obsoleto",
	Missing: "Não vejo esta opção", Back: "Voltar à resposta",
	Show: "Mostrar a todos", Remove: "Apagar", Open: "Abrir a opção",

	ThanksUseful:    "Obrigado, fica registado.",
	ThanksNotUseful: "Obrigado, fica registado. Se quiser, pergunte de novo por outras palavras.",
	ThanksOutdated:  "Obrigado: esta resposta vai ser verificada de novo.",
	CausesTitle:     "Não vê esta opção? As razões mais frequentes:",
	Causes: []string{
		"O seu país: algumas opções só existem numa região, por exemplo a União Europeia.",
		"Uma aplicação antiga: atualize-a, ou use o site.",
		"Já está feito: a opção pode estar desligada, ou nunca ter estado ligada para si.",
		"Uma conta de trabalho ou de escola: nesse caso decide o administrador.",
		"O menu mudou de sítio: procure «IA» ou «privacidade» nas definições.",
	},
	CausesEnd: "Se não for nada disto, carregue em «Obsoleto»: a resposta será verificada.",

	Busy:     "É mais rápido do que eu! Dê-me um momento e pergunte de novo.",
	NotYours: "Este botão é da resposta de outra pessoa. Faça-me a sua própria pergunta.",
	TooOld:   "Este botão é demasiado antigo. Faça a pergunta de novo, por favor.",
	Removed:  "Resposta apagada.",
	ShownBy:  "Mostrado a pedido de {name}",
	CannotDM: "Não posso escrever onde me perguntou. Aqui está a minha resposta.",

	Privacy: "Quando faz uma pergunta, não guardo nada sobre si: nem as suas palavras, nem o seu nome, nem o seu identificador. O tema da última pergunta (não as suas palavras) fica dez minutos em memória, para que «e no Instagram?» faça sentido, e depois desaparece. Os botões «útil», «não ajudou» e «obsoleto» apenas somam um a um contador. Três exceções. Onde uma comunidade assim o escolheu, uma pergunta sem resposta é guardada 90 dias, sem dados pessoais e sem ligação a si. Se propuser uma ficha, o seu identificador é guardado até lhe ser comunicada a decisão. Se for moderador, acompanha o que escreveu e fez, até que o apague. Subscrever os avisos guarda apenas um canal.",

	Original:       "Texto original",
	Rephrased:      "Reformulado por um modelo.",
	RephrasedOf:    "Reformulado por um modelo; texto original verificado em {date}.",
	Translated:     "Traduzido por um modelo; texto original: {language}.",
	TranslatedOf:   "Traduzido por um modelo; texto original ({language}) verificado em {date}.",
	PrivacyModel:   "Um modelo de linguagem pode reformular ou traduzir as minhas respostas. Recebe a ficha e a língua pretendida, nunca o seu nome nem o seu identificador. A sua pergunta, sem dados pessoais, só lhe é transmitida se o permitir e, num servidor ou num grupo, se os moderadores também o tiverem permitido. Esta escolha fica apenas em memória: é esquecida quando o programa reinicia.",
	QuestionKept:   "A sua escolha: a sua pergunta não é transmitida ao modelo.",
	QuestionSent:   "A sua escolha: a sua pergunta pode ser transmitida ao modelo.",
	OriginalsShown: "A sua escolha: sempre o texto original. O modelo não recebe nada por si.",
	AllowQuestion:  "Permitir que a minha pergunta vá para o modelo",
	ForbidQuestion: "Não transmitir mais a minha pergunta ao modelo",
	AlwaysOriginal: "Mostrar-me sempre o texto original",
	AllowRephrase:  "Aceitar de novo as reformulações",

	AskCommand: "perguntar", AskDescription: "Como recusar que um serviço treine a sua IA com os seus dados",
	AskOption: "pergunta", AskOptionDescription: "A sua pergunta, por palavras suas: «desativar a IA do LinkedIn»",
	PrivacyCommand: "privacidade", PrivacyDescription: "O que guardo sobre si",
	HelpCommand: "ajuda", HelpDescription: "Como me fazer uma pergunta",
	AnswerThis: "Responder a esta mensagem",
	About:      "O NonMerci diz-lhe como recusar que um serviço treine a sua IA com os seus dados: passos, ligação para a opção, o que muda, fonte e data da última verificação. Pergunte por palavras suas. As fichas estão em francês e em inglês. Se perguntar, não guardo nada sobre si.",
	ShortAbout: "Como recusar que um serviço treine a sua IA com os seus dados. Passos, ligação, fonte, data.",

	CommunityNote: "Nota desta comunidade", CommunityEntry: "Ficha desta comunidade, alterada em {date}.",
	CommunityVersion: "Adaptada por esta comunidade em {date}", CommunityOtherLang: "Esta comunidade ainda não escreveu esta ficha na sua língua.",

	InlineEmpty: "Escreva um serviço: «LinkedIn», «WhatsApp», «ChatGPT»…",
}
