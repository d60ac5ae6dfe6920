package bot

var wordsPortuguese = Words{
	Useful: "Útil", NotUseful: "Não ajudou", Outdated: "Está desatualizado",
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
	CausesEnd: "Se não for nada disto, carregue em «Está desatualizado»: a resposta será verificada.",

	Busy:     "É mais rápido do que eu! Dê-me um momento e pergunte de novo.",
	NotYours: "Este botão é da resposta de outra pessoa. Faça-me a sua própria pergunta.",
	TooOld:   "Este botão é demasiado antigo. Faça a pergunta de novo, por favor.",
	Removed:  "Resposta apagada.",
	ShownBy:  "Mostrado a pedido de {name}",
	CannotDM: "Não posso escrever onde me perguntou. Aqui está a minha resposta.",

	Privacy: "Não guardo nada sobre si. O tema da sua última pergunta (não as suas palavras) fica dez minutos em memória, para que «e no Instagram?» faça sentido, e depois desaparece. Nenhuma mensagem, nome ou identificador é guardado. Os botões «útil», «não ajudou» e «está desatualizado» apenas somam um a um contador.",

	AskCommand: "perguntar", AskDescription: "Como recusar que um serviço treine a sua IA com os seus dados",
	AskOption: "pergunta", AskOptionDescription: "A sua pergunta, por palavras suas: «desativar a IA do LinkedIn»",
	PrivacyCommand: "privacidade", PrivacyDescription: "O que guardo sobre si",
	HelpCommand: "ajuda", HelpDescription: "Como me fazer uma pergunta",
	AnswerThis: "Responder a esta mensagem",
	About:      "O NonMerci diz-lhe como recusar que um serviço treine a sua IA com os seus dados: passos, ligação para a opção, o que muda, fonte e data da última verificação. Pergunte por palavras suas. As fichas estão em francês e em inglês. Não guardo nada sobre si.",
	ShortAbout: "Como recusar que um serviço treine a sua IA com os seus dados. Passos, ligação, fonte, data.",

	CommunityNote: "Nota desta comunidade", CommunityEntry: "Ficha desta comunidade, alterada em {date}.",
	CommunityVersion: "Adaptada por esta comunidade em {date}", CommunityOtherLang: "Esta comunidade ainda não escreveu esta ficha na sua língua.",

	InlineEmpty: "Escreva um serviço: «LinkedIn», «WhatsApp», «ChatGPT»…",
}
