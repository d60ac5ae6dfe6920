package telegram

import (
	"strconv"
	"strings"

	"nonmerci/bot/desk"
)

// The data of a button of the desk is sealed for whoever it is shown to, and says by itself what the button does, so that it works after a
// restart. There is no room in it for the group that it is about: one button of each keyboard, the last, names that (tapClose, tapAbandon),
// and Telegram brings the whole keyboard with a press.
const (
	tapAct     = 'a' // an act
	tapClose   = 'x' // the end of a screen; a spot
	tapAbandon = 'q' // the end of a form; a spot
	tapForm    = 'f' // a step in a form; a letter, and the act that opens the form again
	tapMenu    = 'g' // a menu of the guide; a group, a page and a key
	tapEntry   = 'e' // an entry of the guide; a group and a code
)

// The steps in a form.
const (
	stepKeep  = 'k' // this field as it is
	stepClear = 'v' // nothing in this field
	stepBack  = 'b' // the field before
	stepRest  = 'r' // this and all further fields as they are
	stepNext  = 'n' // what was typed is all
	stepRedo  = 'z' // this field as it was, and again
	stepStay  = 'c' // go on, after something else came
)

// steps are the steps in the order that stepCode counts them in.
const steps = "kvbrnzc"

// codes write a step and a field in one character, since there is no room for two. The field keeps a second press on the same button from
// doing to the next field what was meant for this one.
const codes = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

func stepCode(b byte, field int) string {
	i := strings.IndexByte(steps, b)*desk.MaxFields + field
	return codes[i : i+1]
}

func parseStep(code byte) (b byte, field int, ok bool) {
	i := strings.IndexByte(codes, code)
	if i < 0 || i >= len(steps)*desk.MaxFields {
		return 0, 0, false
	}
	return steps[i/desk.MaxFields], i % desk.MaxFields, true
}

// A tap is what a press asks for.
type tap struct {
	kind byte
	act  desk.Act
	spot spot
	step byte
	at   int    // the field that a step is about
	chat int64  // of a menu or an entry
	page int    // of a menu
	key  string // of a menu, or the code of an entry
}

func actData(a desk.Act) string { return string(tapAct) + a.String() }
func closeData(s spot) string   { return string(tapClose) + s.String() }
func abandonData(s spot) string { return string(tapAbandon) + s.String() }
func (k talk) stepData(b byte) string {
	return string(tapForm) + stepCode(b, k.field) + k.again.String()
}

func menuData(chat int64, key string, page int) string {
	return string(tapMenu) + strconv.FormatInt(-chat, 36) + "." + strconv.Itoa(page) + "." + key
}

func entryData(chat int64, code string) string {
	return string(tapEntry) + strconv.FormatInt(-chat, 36) + "." + code
}

// parseTap reads the words of a button of the desk.
func parseTap(words string) (t tap, ok bool) {
	if words == "" {
		return t, false
	}
	t.kind = words[0]
	rest := words[1:]
	switch t.kind {
	case tapAct:
		return t.with(rest)
	case tapForm:
		if rest == "" {
			return t, false
		}
		if t.step, t.at, ok = parseStep(rest[0]); !ok {
			return t, false
		}
		return t.with(rest[1:])
	case tapClose, tapAbandon:
		t.spot, ok = parseSpot(rest)
		return t, ok
	case tapMenu, tapEntry:
		return t.guide(rest)
	}
	return t, false
}

func (t tap) with(act string) (tap, bool) {
	var err error
	t.act, err = desk.Parse(act)
	return t, err == nil
}

func (t tap) guide(rest string) (tap, bool) {
	part := strings.SplitN(rest, ".", 3)
	chat, err := strconv.ParseInt(part[0], 36, 64)
	if err != nil || chat < 0 {
		return t, false
	}
	t.chat, t.key = -chat, part[len(part)-1]
	switch {
	case t.kind == tapEntry:
		return t, len(part) == 2
	case len(part) != 3:
		return t, false
	}
	t.page, err = strconv.Atoi(part[1])
	return t, err == nil && t.page >= 0
}
