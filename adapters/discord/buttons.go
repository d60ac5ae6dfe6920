package discord

import (
	"errors"
	"strconv"
	"strings"

	"nonmerci/adapters/internal/seal"
	"nonmerci/bot"
)

// Kinds of our buttons, the first letter of a custom_id.
const (
	buttonPress  = "p" // one that the bot follows
	buttonShow   = "s" // show a private answer to all
	buttonRemove = "x" // delete an answer
)

// buttons make custom_ids, and read them: « kind:what », sealed for the asker.
type buttons struct{ sealer seal.Sealer }

// A pressed button is one of ours, as its custom_id tells.
type pressed struct {
	kind   string
	press  bot.Press // of buttonPress, and of buttonShow the entry to show
	target string    // of buttonShow: the message that the answer is about
	also   []string  // of buttonRemove: the messages before this one that belong to the answer
}

func (b buttons) press(p bot.Press, owner uint64) string {
	return b.sealer.Seal(buttonPress+":"+p.String(), owner)
}

func (b buttons) show(p bot.Press, target string, owner uint64) string {
	return b.sealer.Seal(buttonShow+":"+p.String()+":"+shortID(target), owner)
}

func (b buttons) remove(lang string, also []string, owner uint64) string {
	what := buttonRemove + ":" + orDefault(lang)
	for i, id := range also {
		if i < maxAlso {
			what += ":" + shortID(id)
		}
	}
	return b.sealer.Seal(what, owner)
}

// maxAlso is how many ids a custom_id of 100 characters has room for.
const maxAlso = 3

// open reads a custom_id that by presses. seal.ErrSeal: not ours, or older than this program; seal.ErrOwner: somebody else's, and it is
// returned all the same.
func (b buttons) open(custom string, by uint64) (pressed, error) {
	what, owned := b.sealer.Open(custom, by)
	if errors.Is(owned, seal.ErrSeal) {
		return pressed{}, owned
	}
	part := strings.Split(what, ":")
	p := pressed{kind: part[0]}
	var err error
	switch {
	case p.kind == buttonPress && len(part) == 2:
		p.press, err = bot.ParsePress(part[1])
	case p.kind == buttonShow && len(part) == 3:
		p.target = longID(part[2])
		p.press, err = bot.ParsePress(part[1])
	case p.kind == buttonRemove && len(part) >= 2:
		p.press.Lang = part[1]
		for _, id := range part[2:] {
			p.also = append(p.also, longID(id))
		}
	default:
		err = bot.ErrPress
	}
	if err != nil {
		return p, errors.Join(seal.ErrSeal, err)
	}
	return p, owned
}

// shortID writes an id in fewer letters, and longID reads it; "" stays "".
func shortID(id string) string {
	n, err := strconv.ParseUint(id, 10, 64)
	if err != nil {
		return ""
	}
	return strconv.FormatUint(n, 36)
}

func longID(s string) string {
	n, err := strconv.ParseUint(s, 36, 64)
	if err != nil {
		return ""
	}
	return strconv.FormatUint(n, 10)
}
