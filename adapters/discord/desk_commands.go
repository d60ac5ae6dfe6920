package discord

import (
	"context"
	"slices"
	"strings"

	"github.com/bwmarrin/discordgo"

	"nonmerci/bot"
	"nonmerci/bot/desk"
)

// Base names of the commands of the desk, their subcommands and options.
const (
	kbCommand      = "kb"
	kbHome         = "home"
	kbSearch       = "search"
	kbNew          = "new"
	kbGaps         = "gaps"
	kbStale        = "stale"
	kbDigest       = "digest"
	kbImport       = "import"
	testCommand    = "test"
	suggestCommand = "suggest"
	guideCommand   = "guide"
	promoteMenu    = "Add to the base"

	entryOption     = "entry"
	languagesOption = "languages"
	removeOption    = "remove"
	fileOption      = "file"
	testOption      = "question"
)

// deskCommands are what the bot registers where there is a desk. They are offered in servers alone. Who does not manage the server does not
// see those of moderators, until an administrator shows them to a role; rights are asked at each act all the same.
func deskCommands() []*discordgo.ApplicationCommand {
	w := func(pick func(*deskWords) string) phrase { return phrase{pick(&deskEnglish), pick(&deskFrench)} }
	kb := inServers(discordgo.ChatApplicationCommand, phrase{kbCommand, "fiches"}, w(func(w *deskWords) string { return w.KB }), permissionManageGuild)
	sub := func(name, french string, text func(*deskWords) string, options ...*discordgo.ApplicationCommandOption) {
		o := option(discordgo.ApplicationCommandOptionSubCommand, phrase{name, french}, w(text))
		o.Options = options
		kb.Options = append(kb.Options, o)
	}
	entry := func(required bool, text func(*deskWords) string) *discordgo.ApplicationCommandOption {
		o := option(discordgo.ApplicationCommandOptionString, phrase{entryOption, "fiche"}, w(text))
		o.Required, o.Autocomplete, o.MaxLength = required, true, maxLook
		return o
	}
	sub(kbHome, "accueil", func(w *deskWords) string { return w.KBHome })
	sub(kbSearch, "chercher", func(w *deskWords) string { return w.KBSearch }, entry(true, func(w *deskWords) string { return w.KBEntry }))
	sub(kbNew, "nouvelle", func(w *deskWords) string { return w.KBNew })
	sub(kbGaps, "questions", func(w *deskWords) string { return w.KBGaps })
	sub(kbStale, "a-verifier", func(w *deskWords) string { return w.KBStale })
	sub(kbDigest, "resume", func(w *deskWords) string { return w.KBDigest })
	file := option(discordgo.ApplicationCommandOptionAttachment, phrase{fileOption, "fichier"}, w(func(w *deskWords) string { return w.KBFile }))
	file.Required = true
	sub(kbImport, "importer", func(w *deskWords) string { return w.KBImport }, file)

	test := inServers(discordgo.ChatApplicationCommand, phrase{testCommand, "tester"}, w(func(w *deskWords) string { return w.Test }), permissionManageGuild)
	question := option(discordgo.ApplicationCommandOptionString, phrase{testOption, "question"}, w(func(w *deskWords) string { return w.TestQuestion }))
	question.Required, question.MaxLength = true, maxTest
	test.Options = append(test.Options, question)

	suggest := inServers(discordgo.ChatApplicationCommand, phrase{suggestCommand, "proposer"}, w(func(w *deskWords) string { return w.Suggest }), 0)
	suggest.Options = append(suggest.Options, entry(false, func(w *deskWords) string { return w.SuggestEntry }))

	guide := inServers(discordgo.ChatApplicationCommand, phrase{guideCommand, "guide"}, w(func(w *deskWords) string { return w.Guide }), permissionManageGuild)
	langs := option(discordgo.ApplicationCommandOptionString, phrase{languagesOption, "langues"}, w(func(w *deskWords) string { return w.GuideLanguages }))
	for _, c := range []discordgo.ApplicationCommandOptionChoice{
		{Name: "Français", Value: "fr"}, {Name: "English", Value: "en"}, {Name: "Français + English", Value: "fr en"},
	} {
		langs.Choices = append(langs.Choices, &c)
	}
	remove := option(discordgo.ApplicationCommandOptionBoolean, phrase{removeOption, "retirer"}, w(func(w *deskWords) string { return w.GuideRemove }))
	guide.Options = append(guide.Options, langs, remove)

	menu := inServers(discordgo.MessageApplicationCommand, w(func(w *deskWords) string { return w.Promote }), phrase{}, permissionManageMessages)
	return []*discordgo.ApplicationCommand{kb, test, suggest, guide, menu}
}

// maxLook is how many characters are searched for, maxTest how many of a question are tested.
const (
	maxLook = 100
	maxTest = 1000
)

// A phrase is a name or a description in English, the base, and in French.
type phrase struct{ english, french string }

func (p phrase) localised() map[discordgo.Locale]string {
	if p.french == "" {
		return nil
	}
	return map[discordgo.Locale]string{discordgo.French: p.french}
}

// inServers is a command of servers that the bot was added to, shown to those who have a permission; 0 for everybody.
func inServers(kind discordgo.ApplicationCommandType, name, text phrase, needs int64) *discordgo.ApplicationCommand {
	names, texts := name.localised(), text.localised()
	c := &discordgo.ApplicationCommand{
		Type: kind, Name: name.english, Description: text.english, NameLocalizations: &names,
		Contexts:         &[]discordgo.InteractionContextType{discordgo.InteractionContextGuild},
		IntegrationTypes: &[]discordgo.ApplicationIntegrationType{discordgo.ApplicationIntegrationGuildInstall},
	}
	if texts != nil {
		c.DescriptionLocalizations = &texts
	}
	if needs != 0 {
		c.DefaultMemberPermissions = &needs
	}
	return c
}

func option(kind discordgo.ApplicationCommandOptionType, name, text phrase) *discordgo.ApplicationCommandOption {
	return &discordgo.ApplicationCommandOption{
		Type: kind, Name: name.english, NameLocalizations: name.localised(), Description: text.english, DescriptionLocalizations: text.localised(),
	}
}

// command does a command of the desk; false says that it is none.
func (r *room) command(ctx context.Context, k *ack) bool {
	in := k.in
	switch {
	case in.onMessage && in.command != promoteMenu, !in.onMessage && in.command == promoteMenu:
		return false
	case in.command == privacyCommand:
		if c, ok := r.core.(forgetter); ok {
			c.Forget(in.Chat, in.From)
		}
		r.act(ctx, k, desk.NewAct("privacy"))
		return true
	case in.command != kbCommand && in.command != suggestCommand && in.command != guideCommand && in.command != testCommand && in.command != promoteMenu:
		return false
	case in.Place == (desk.Place{}):
		k.alone(ctx, say(deskWordsIn(in.Lang).OnlyInServer))
		return true
	case in.command == guideCommand:
		r.guideCommand(ctx, k)
		return true
	}
	a := r.meant(in)
	own, err := r.rights(ctx, in)
	if err == nil && a.Verb == "import" && (own.Has(desk.Moderator) || own.Has(desk.CuratorOnly)) {
		var refusal string
		if a.File, refusal = r.handedIn(ctx, in); refusal != "" {
			k.alone(ctx, say(refusal))
			return true
		}
	}
	if err == nil && a.Verb != "suggest" && !own.Has(desk.Moderator) && own.Has(desk.CuratorOnly) {
		a = ofBase(a)
	}
	r.act(ctx, k, a)
	return true
}

// ofBase is an act on the shared base, for a curator who has no say in the community; its menu where there is no such act.
func ofBase(a desk.Act) desk.Act {
	if !slices.Contains([]string{"home", "found", "show", "new", "stale", "tested", "import"}, a.Verb) {
		return desk.NewAct("b-home")
	}
	a.Verb = "b-" + a.Verb
	return a
}

// A forgetter forgets a conversation; *bot.Bot does.
type forgetter interface {
	Forget(chat bot.ChatID, from bot.UserID)
}

// meant is the act that a command stands for.
func (r *room) meant(in interaction) desk.Act {
	entry := strings.TrimSpace(in.given[entryOption])
	code, chosen := strings.CutPrefix(entry, chosenMark)
	switch {
	case in.command == promoteMenu:
		return desk.Act{Verb: "promote", Fields: map[string]string{"text": in.Text}}
	case in.command == testCommand:
		return desk.Act{Verb: "tested", Fields: map[string]string{"question": in.given[testOption]}}
	case in.command == suggestCommand && chosen:
		return desk.NewAct("suggest", code)
	case in.command == suggestCommand && entry != "":
		return desk.Act{Verb: "suggested", Fields: map[string]string{"text": entry}}
	case in.command == suggestCommand:
		return desk.NewAct("suggest")
	case in.sub == kbSearch && chosen:
		return desk.NewAct("show", code)
	case in.sub == kbSearch:
		return desk.Act{Verb: "found", Fields: map[string]string{"q": entry}}
	case in.sub == kbNew:
		return desk.NewAct("new")
	case in.sub == kbGaps, in.sub == kbStale, in.sub == kbDigest, in.sub == kbImport:
		return desk.NewAct(in.sub)
	}
	return desk.NewAct("home")
}
