package playground

import (
	"slices"
	"unicode/utf16"

	"nonmerci/internal/telegramtest"
)

// entityTags are the entities that a client draws, by what they become; the others look like links that lead nowhere here.
var entityTags = map[string]string{
	"bold": "b", "italic": "i", "underline": "u", "strikethrough": "s", "code": "code", "pre": "pre", "spoiler": "spoiler",
	"blockquote": "blockquote", "expandable_blockquote": "fold", "text_link": "a", "url": "a",
}

// stands says which tags are blocks with lines of their own.
var stands = map[string]bool{"blockquote": true, "fold": true, "pre": true}

// entities cuts a text of Telegram into nodes. Offsets count UTF-16 units; entities that overlap without one holding the other are cut
// at the end of the outer one.
func entities(text string, list []telegramtest.Entity) []node {
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(a, b telegramtest.Entity) int {
		if a.Offset != b.Offset {
			return a.Offset - b.Offset
		}
		return b.Length - a.Length
	})
	units := utf16.Encode([]rune(text))
	return within(units, 0, len(units), list)
}

// within are the nodes of units from one place to another.
func within(units []uint16, from, to int, list []telegramtest.Entity) []node {
	var out []node
	say := func(end int) {
		if n := len(out); n > 0 && stands[out[n-1].Tag] && from < end && units[from] == '\n' {
			from++ // it ends the block, which has its own line already
		}
		if end > from {
			out = append(out, plain(string(utf16.Decode(units[from:end]))))
		}
	}
	for len(list) > 0 {
		e := list[0]
		list = list[1:]
		if e.Offset < from || e.Offset >= to || e.Length <= 0 {
			continue
		}
		say(e.Offset)
		end := min(e.Offset+e.Length, to)
		inner := 0
		for inner < len(list) && list[inner].Offset < end {
			inner++
		}
		out = append(out, styled(e, within(units, e.Offset, end, list[:inner])))
		list, from = list[inner:], end
	}
	say(to)
	return out
}

func styled(e telegramtest.Entity, kids []node) node {
	tag, known := entityTags[e.Type]
	if !known {
		tag = "mention"
	}
	n := wrap(tag, kids)
	switch {
	case e.Type == "text_link":
		n.Href = e.URL
	case e.Type == "url" && len(kids) > 0:
		n.Href = kids[0].Text
	}
	return n
}
