package scrub

// stopWords are the words of each language that a question is not about, folded. Words that turn a question round are not among them:
// no negation, no « without », no « against », no « why » or « when ».
var stopWords = map[string]map[string]bool{
	"fr": set(`a ai aie aimerais aimerait ait allez alors apres as au aussi aux avais avait avec avez avoir avons b bah ben bien bjr bon
	bonjour bonsoir c ca car ce ceci cela celle celles celui ces cet cette ceux chez ci cmt coucou comment comme d dans de des donc
	du e elle elles en es est et etaient etait etant etc ete etes etre eux f faire fais fait faites faudrait faut g h hello hey hein
	il ils j je l la le les leur leurs lui m ma mais me merci merciii mes moi mon mr n ne ni nos notre nous nouveau o on ont or ou p
	par parce pardon peut peux plait pour pourrais pouvez pouvoir pr pourriez q qu que quel quelle quelles quels qui quoi r s sa
	salut sont se serait ses si sil soit sommes son stp suis sur svp t ta te tes ton toi tous tout toute toutes tres tu u un une v
	va vais vers veut veux voici voila voir vont vos votre voudrais voudrait vouloir voulais voulez vous vu w y z cher chers chere
	svpl slt cc dis dites dire aider aide aidez savoir sais sait aimer souhaite souhaiterais souhaiterait besoin possible arrive
	arriver peu juste ici etes-vous question questions`),
	"en": set(`a about all am an and any are as at b be been being but by c can could d did do does doing done e f for from g get getting had
	has have having he hello help her here hers hey hi him his h how i if im in into is it its itself j k know l let lets like look
	m me mine my myself n need of oh ok on or our ours out own p please pls plz q r s shall she should so some such t thanks thank
	that the their theirs them then there these they this those through to too trying try u up us v ve very w want wanna wants was
	we were what which who whom whose will with would y you your yours z question wondering possible just dear ll re don isn doesn
	didn won shouldn couldn wouldn aren wasn weren hasn haven hadn ain`),
	"de": set(`a aber als am an auch auf aus b bei bin bis bist bitte c d da damit danke das dass dein deine dem den denn der des dich die dies
	diese diesem diesen dieser dir doch du durch e ein eine einem einen einer eines er es etwas euch f fur g geht gibt guten hab
	habe haben hallo hast hat hi ich ihm ihn ihr ihre ihrem ihren im in ins ist j ja k kann kannst konnen konnte l liebe m machen
	mal man mein meine meinem meinen meiner mich mir mit mochte muss n nach nun nur o ob oder p q r s schon sehr sein seine sich sie
	sind so soll t tag u uber um und uns unser v vom von vor w war was welche welcher welches werden wie will wir wird wurde y z zu
	zum zur frage hilfe moglich`),
	"es": set(`a al algo alguien ante aqui asi b bien buenas buenos c como con cual cuales cuyo d de del desde dia dias donde e el ella ellas
	ellos en entre era es esa ese eso esta estan estar estas este esto estos estoy f favor fue g gracias ha hacer hago hay haya he
	hola i j k l la las le les lo los m mas me mi mis mucho muy n necesito nos nosotros o os otra otro p para pero poder podria por
	porque pueda puede puedo q que quien quiero quisiera r s saber se ser si sido sobre son soy su sus t tambien te tengo ti tiene
	todo todos tu tus u un una uno unos usted v vosotros voy w y ya yo z ayuda pregunta posible querria`),
	"it": set(`a ad agli ai al alla alle allo anche avere b c che chi ci ciao come con cosa cui d da dagli dai dal dalla de degli dei del della
	delle dello di dove e ed egli essere f fa fai fare faccio g gia gli grazie h ha hai hanno ho i il in io l la le lei li lo loro
	lui m ma me mi mia mie miei mio molto n ne nei nel nella noi nostro o p per pero piu poi posso possa potrei prego puo puoi q
	quale quali quel quella questa queste questi questo qui r s salve sapere se sei si sia sono su sua sue sul sulla suo t tra tu
	tua tue tuo tutti tutto u un una uno v vi voi volevo vorrei voglio vuole w y z aiuto buongiorno buonasera domanda possibile
	favore`),
	"pt": set(`a ao aos aquele aqui as ate b bem boa bom c com como d da daqui das de dela dele deles depois do dos e ela elas ele eles em
	entre era essa esse esta estar estas este estes estou eu f faco favor fazer foi g gostaria h ha isso isto i j k l la lhe lo m
	mais mas me meu meus minha minhas muito n na nas no nos nossa nosso num numa o obrigado obrigada oi ola onde os ou p para pela
	pelo por porque posso pode preciso q qual quais que quem quero queria r s saber se ser seu seus sua suas so sobre sou t tambem
	te tem tenho ter teu toda todas todo todos tu tua u um uma v vai voce voces vou w y z ajuda pergunta possivel dia tarde`),
	"nl": set(`a aan al alle als alstublieft altijd b ben bent bij c d daar dag dan dank danku dat de deze die dit doe doen door dus e een en
	er f g graag h had hallo heb hebben heeft heel hem het hier hij hoe hoi hun i ik in is j ja je jij jou jouw jullie k kan kun
	kunnen kunt l m maar mag me meer men met mij mijn moet moeten mogen n na naar nog nu o of om omdat onder ons ook op over p q r s
	t te toch toe tot u uit uw v van veel voor w waar want waren was wat we wel welke werd wie wij wil willen word worden wordt x y
	z zal ze zich zij zijn zo zou hulp vraag mogelijk`),
}

// plainWords are other words that may follow « moi c'est » or stand where a name could.
var plainWords = set(`pas non oui rien plus jamais aucun aucune sans contre pourquoi quand combien pareil pareille bizarre bon mort fini simple
	complique different differente inverse contraire idem meme mieux pire nul nulle cool super genial genant chiant penible dur
	facile grave horrible impossible encore toujours souvent surtout plutot seulement justement exactement quelque quelqu chaque
	depuis pendant avant entre oublie oubliee perdu perdue compromis compromise vole volee pirate piratee faible fort demande
	demandee refuse utilise utilisee utilises utiliser change changer modifier gere gerer active desactive coupe not no never
	nothing without against why when mandatory optional required wrong lost forgotten stolen weak strong public private used visible
	shared listed nicht kein keine nie ohne gegen warum wann sin nunca nada contra senza mai perche quando sem niet geen nooit
	zonder tegen waarom wanneer pourtant enfin aussi tellement vraiment trop tant moins assez presque hier aujourd demain ia ai ki
	aujourdhui internet reseaux reseau compte comptes telephone prive privee publique affiche affichee partage partagee visibles
	dessus dedans dehors partout ailleurs normal logique obligatoire possible photos maps impots`)

// anyStop are the stop words of all languages with the plain words.
var anyStop = func() map[string]bool {
	out := map[string]bool{}
	for _, words := range stopWords {
		for w := range words {
			out[w] = true
		}
	}
	for w := range plainWords {
		out[w] = true
	}
	return out
}()

// isStop says whether a folded word is a stop word of any language, or one of those that stand where a name could.
func isStop(word string) bool { return anyStop[word] }
