package playground

// A phone is what the page needs to lay one out.
type phone struct {
	Name   string
	Title  string
	People []choice
	Places []choice
	Ways   []choice // how a message can be sent, besides the commands that the bot registers
}

var people = []choice{{ID: camille, Title: "Camille (fr)"}, {ID: sam, Title: "Sam (en)"}, {ID: nora, Title: "Nora (fr, moderator)"}}

// phones are those on the page.
var phones = []phone{
	{
		Name: "discord", Title: "Discord", People: people,
		Places: []choice{{ID: "private", Title: "Direct message"}, {ID: "channel", Title: "#général"}, {ID: "elsewhere", Title: "A server without the bot"}},
		Ways:   []choice{{ID: "say", Title: "Message"}, {ID: "mention", Title: "Message to @NonMerci"}},
	},
	{
		Name: "telegram", Title: "Telegram", People: people,
		Places: []choice{
			{ID: "private", Title: "Private chat"},
			{ID: "group", Title: "Group"},
			{ID: "admin", Title: "Group, bot is administrator"},
			{ID: "topic", Title: "Topic of a forum"},
		},
		Ways: []choice{
			{ID: "say", Title: "Message"},
			{ID: "mention", Title: "Message to @NonMerciBot"},
			{ID: "inline", Title: "Inline query"},
			{ID: "start", Title: "Link t.me/…?start="},
		},
	},
}
