package desk

import "nonmerci/bot"

// Limits that every Screen keeps, so that each platform can draw it in one message.
const (
	MaxButtons = 25   // on a screen, in rows of at most 5, at most 5 rows, one of them for a RoleMenu
	MaxLabel   = 38   // characters of a button
	MaxTitle   = 45   // characters of the title of a form, and of the label of a field
	MaxField   = 4000 // characters of a field
	MaxFields  = 5    // of a form
	MaxText    = 3500 // characters of all blocks and the title, as UTF-16 counts; what is longer goes into a file
)

// A Screen is what a person sees after an act. It is for them alone: a platform shows it in private.
type Screen struct {
	Title   string
	Blocks  []bot.Block
	Buttons [][]Button
	Roles   *RoleMenu // below the buttons; nil where no role is to be chosen, and always where the platform has none
	Form    *Form     // to be filled; nil when there is nothing to type
	Files   []File    // to be attached
	Replace bool      // it takes the place of the screen whose button was pressed, where the platform can

	// Notices are for others: each is to be sent, and then confirmed with (*Desk).Delivered.
	Notices []Notice
}

// Style is how a button looks. It says nothing that the label does not.
type Style int

// The styles.
const (
	Plain Style = iota
	Primary
	Danger
)

// A Button does its Act, or leads to URL when that is not "".
type Button struct {
	Label string
	Act   Act
	Style Style
	URL   string
}

// A RoleMenu lets somebody choose one of the roles of the place, as the platform lists them. Act is done with the id of the role as one more
// argument, and without that argument when none is chosen any more.
type RoleMenu struct {
	Label  string // said while none is chosen
	Act    Act
	Chosen string // the id of the role that is chosen now, "" for none; it may have been deleted since
}

// A Form asks for up to five texts at once: a modal on Discord, one question after another on Telegram.
type Form struct {
	Title  string
	Fields []Field
	Submit Act // to be done with Fields filled, each by its Key, those left empty as ""

	// Again shows this form again with the same values. Where a form cannot be shown at once (a modal in answer to a modal), a button with the
	// label Open stands for it.
	Again Act
	Open  string
}

// A Field is one text of a form.
type Field struct {
	Key      string
	Label    string
	Hint     string // an example, or how to write it
	Value    string // what it holds at first
	Long     bool   // more than one line
	Required bool
	Limit    int // characters at most
}

// A File is an attachment. Data is UTF-8 text.
type File struct {
	Name string // lower case, with its extension
	Type string // its media type
	Data []byte
}

// A Notice is a message for somebody else than the caller: to a person in private, or to a channel.
type Notice struct {
	To      Actor  // "" when it is for a channel
	Channel string // « platform:chat/channel », with WholeChat for a chat without channels; "" when it is for a person
	Blocks  []bot.Block
	Key     string // what Delivered needs to know which it was
}

// A Preview is how one platform would show an entry.
type Preview struct {
	Platform string      // « Discord », « Telegram »
	Blocks   []bot.Block // nil when they are those of the entry, as any platform shows them
	Messages int         // how many messages it takes
	Size     int         // characters of the longest
	Limit    int         // that the platform takes
	Problem  string      // why it cannot be shown there, in the language asked; "" when it can. Then the entry is not saved
}
