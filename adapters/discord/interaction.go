package discord

import (
	"encoding/json"
	"strconv"
	"strings"
	"time"

	"nonmerci/bot"
)

// Interaction types (docs: interactions/receiving-and-responding).
const (
	kindCommand      = 2
	kindComponent    = 3
	kindAutocomplete = 4
	kindModal        = 5
)

// Permissions that matter here (docs: topics/permissions).
const (
	permissionAdministrator  = 1 << 3
	permissionManageGuild    = 1 << 5
	permissionManageMessages = 1 << 13
	permissionEmbedLinks     = 1 << 14
)

// An interaction is what somebody did with the bot: a command, a button, a few letters of a question.
type interaction struct {
	bot.Message        // Text is the question of a command, or what was typed so far
	id, token          string
	application        string
	kind               int
	command            string // its name
	onMessage          bool   // the command comes from the menu of a message
	target             string // that message
	button             string // its custom_id
	source             string // the message of the button
	hidden             bool   // that message is for one person alone
	channel            string
	author             uint64
	name               string // to show
	direct             bool   // between the bot and one person
	present            bool   // the bot itself is in the channel, and may try to write there
	mayEmbed, moderate bool
	fields             map[string]string // of a form
	sub                string            // the subcommand, "" for none
	given              map[string]string // the options of a command by name
	file               *wireAttachment   // that was attached to a command, nil for none
	values             []string          // chosen in a select
	manages            bool              // they may manage the server
	roles              []string          // that they have there
	received           time.Time
}

// toInteraction reads an interaction. ok is false for one that cannot be answered.
func toInteraction(w wireInteraction) (in interaction, ok bool) {
	who := w.User
	if w.Member != nil && w.Member.User != nil {
		who = w.Member.User
	}
	if w.ID == "" || w.Token == "" || who == nil || who.ID == "" || who.Bot {
		return in, false
	}
	author, err := strconv.ParseUint(who.ID, 10, 64)
	if err != nil {
		return in, false
	}
	in = interaction{
		Message: bot.Message{Chat: chatID(w.ChannelID), From: userID(who.ID), Lang: language(w.Locale)},
		id:      w.ID, token: w.Token, application: w.ApplicationID, kind: w.Type, channel: w.ChannelID, author: author,
		command: w.Data.Name, button: w.Data.CustomID, onMessage: w.Data.Type == 3, target: w.Data.TargetID, name: shownName(w, who),
	}
	in.direct = w.GuildID == "" && (w.Context == nil || *w.Context == 1)
	in.present = in.direct || w.GuildID != "" && installed(w.Owners)
	if w.GuildID != "" && in.present {
		in.Place = placeOf(w.GuildID)
	}
	if w.Member != nil {
		in.manages, in.roles = has(w.Member.Permissions, permissionManageGuild), w.Member.Roles
	}
	in.mayEmbed = w.AppPermissions == "" || has(w.AppPermissions, permissionEmbedLinks)
	in.moderate = w.Member != nil && has(w.Member.Permissions, permissionManageMessages)
	if w.Message != nil {
		in.source, in.hidden = w.Message.ID, w.Message.Flags&flagEphemeral != 0
	}
	in.read(w.Data)
	return in, true
}

// read takes the text out of the data of an interaction.
func (in *interaction) read(d wireData) {
	in.values = d.Values
	in.readOptions(d.Options, maxDepth)
	if f, ok := d.Resolved.Attachments[in.given[fileOption]]; ok {
		in.file = &f
	}
	if in.onMessage {
		in.Text, _ = readText(d.Resolved.Messages[d.TargetID].Content, "")
	}
	if in.kind == kindModal {
		in.fields = map[string]string{}
		readFields(d.Components, in.fields)
	}
}

// readOptions reads the options of a command, and of its subcommand.
func (in *interaction) readOptions(list []wireOption, depth int) {
	for _, o := range list {
		if o.Name == askOption || o.Focused {
			in.Text = o.text()
		}
		if o.Value == nil && depth > 0 {
			in.sub = o.Name
			in.readOptions(o.Options, depth-1)
			continue
		}
		if in.given == nil {
			in.given = map[string]string{}
		}
		if in.given[o.Name] = o.text(); in.given[o.Name] == "" {
			in.given[o.Name] = strings.Trim(string(o.Value), `"`) // a number, or true
		}
	}
}

// onComponent says whether an interaction began at a message that it may change: by a button, or by a form that a button opened.
func (in interaction) onComponent() bool {
	return in.kind == kindComponent || in.kind == kindModal && in.source != ""
}

// maxDepth bounds how deep the parts of a form are read.
const maxDepth = 5

// readFields collects what was filled in, whatever the parts of the form are.
func readFields(list []wireField, into map[string]string) { readDeep(list, into, maxDepth) }

func readDeep(list []wireField, into map[string]string, depth int) {
	if depth == 0 {
		return
	}
	for _, f := range list {
		var s string
		switch {
		case f.CustomID == "":
		case len(f.Values) > 0:
			into[f.CustomID] = f.Values[0]
		case json.Unmarshal(f.Value, &s) == nil:
			into[f.CustomID] = s
		}
		if f.Component != nil {
			readDeep([]wireField{*f.Component}, into, depth-1)
		}
		readDeep(f.Components, into, depth-1)
	}
}

// installed says whether the bot was added to the server, and not only by one person for themselves. A server that does not say is one
// that knows no other way.
func installed(owners map[string]json.RawMessage) bool {
	_, yes := owners["0"]
	return yes || owners == nil
}

func has(permissions string, bit uint64) bool {
	p, err := strconv.ParseUint(permissions, 10, 64)
	return err == nil && p&(bit|permissionAdministrator) != 0
}

func shownName(w wireInteraction, who *wireUser) string {
	if w.Member != nil && w.Member.Nick != "" {
		return w.Member.Nick
	}
	if who.GlobalName != "" {
		return who.GlobalName
	}
	return who.Username
}
