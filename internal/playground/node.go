package playground

// A node is a piece of a message as its reader sees it. It is drawn by html/template, which escapes every text and every address:
// whatever a bot sends stays a text.
type node struct {
	Tag  string // one of those in templates/message.html; "" is Text alone
	Text string
	Href string // of a link
	Kids []node
}

func plain(s string) node { return node{Text: s} }

func wrap(tag string, kids []node) node { return node{Tag: tag, Kids: kids} }
