package playground

import (
	"bytes"
	"strings"
)

// A message is one on the screen of a phone, ready to be drawn.
type message struct {
	ID      string
	Author  string
	Initial string
	Time    string
	Bot     bool
	Mine    bool // of the person whose phone it is
	System  bool // of nobody: somebody joined
	Private bool // shown to this person alone
	Edited  bool
	Waiting bool // the bot « is thinking »
	ReplyTo string
	Via     string // the bot that a person sent it through
	Body    []node
	Embeds  []frame
	Files   []sent
	Rows    [][]control
	Menu    []control // what the person's client offers to do with the message
}

// A sent is a file of a message, with what is in it when that is text.
type sent struct{ Name, Text string }

// mostShown is how much of a file is shown, in bytes.
const mostShown = 20_000

func fileOf(name string, data []byte) sent {
	if len(data) > mostShown {
		data = append(bytes.Clone(data[:mostShown]), "…"...)
	}
	return sent{name, strings.ToValidUTF8(string(data), "\ufffd")}
}

// A frame is a part set apart, with a coloured edge.
type frame struct {
	Color string
	Body  []node
}

// A control is a button, a link or, with Options, a select.
type control struct {
	Do      string // an action of the page
	Label   string
	URL     string
	Data    string
	Style   string // primary or danger; "" is an ordinary one
	Off     bool
	Options []choice
}

// A choice is something to choose from: a completion, an inline result, a line of a select.
type choice struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	About string `json:"about,omitempty"`
}

// An action is something that a person does on one of the phones.
type action struct {
	Phone   string `json:"phone"` // discord or telegram
	As      string `json:"as"`    // who does it
	Place   string `json:"place"` // where
	Do      string `json:"do"`
	Text    string `json:"text"`
	Message string `json:"message"` // the id of the message it is done to, or that it replies to
	Data    string `json:"data"`    // which button, command, result or form

	Fields map[string]string `json:"fields"` // what was filled into a form
	File   *upload           `json:"file"`   // what is handed in with a command or a message
}

// An upload is a file of text that a person hands in.
type upload struct {
	Name string `json:"name"`
	Text string `json:"text"`
}

// A result is what a person sees at once of an action; messages come by themselves.
type result struct {
	Notice  string   `json:"notice,omitempty"` // what a press said
	Alert   bool     `json:"alert,omitempty"`  // in a window that must be closed
	Choices []choice `json:"choices,omitempty"`
	Form    string   `json:"form,omitempty"` // HTML of a form to be filled in
}

// A screen is a phone as one person sees one place on it.
type screen struct {
	Messages []message
	Commands []choice // that the client offers there
}

func initial(name string) string {
	for _, r := range name {
		return string(r)
	}
	return "?"
}

// excerpt is the beginning of a text, for the line above a reply to it.
func excerpt(s string) string {
	const most = 60
	r := []rune(s)
	for i, c := range r {
		if c == '\n' {
			r[i] = ' '
		}
	}
	if len(r) > most {
		return string(r[:most]) + "…"
	}
	return string(r)
}
