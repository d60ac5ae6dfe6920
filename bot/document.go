package bot

import (
	"strings"

	"nonmerci/knowledge"
)

// BlockKind is what a part of a reply is.
type BlockKind int

// The kinds of block.
const (
	Paragraph BlockKind = iota
	Echo                // what was understood: « LinkedIn · refuser · Android »
	Heading             // above a list
	Ordered             // steps, one action each
	Bulleted            // a list whose order does not matter
	Small               // what may be set small: dates, sources, difficulty
)

// A Block is one part of a reply, in the order a reader meets them. It is neutral: a platform writes it in its own markup.
type Block struct {
	Kind  BlockKind
	Spans []Span   // of all kinds but lists
	Items [][]Span // of lists
	Extra bool     // worth knowing, but not needed to act: a platform may fold it away or set it apart
}

// A Span is a stretch of text in one style. Text has no marks: a platform escapes it as its own markup wants.
type Span struct {
	Text     string
	Bold     bool   // a label of the screen, or a number to call
	Emphasis bool   // stressed
	URL      string // where the text leads; "" for text that leads nowhere
}

// Blocks returns the reply as blocks. Choices are not among them: they are buttons (Actions), or the lines of Text where there are
// none. Of an answer it has the steps for one device: the one asked for, else the first; the others are a press away.
func (r Reply) Blocks() []Block {
	if r.Card != nil {
		return r.Card.blocks()
	}
	source := r.Text
	if r.ask != "" {
		source = r.ask
	}
	var out []Block
	for part := range strings.SplitSeq(source, "\n\n") {
		if part = strings.TrimSpace(part); part == "" {
			continue
		}
		kind := Paragraph
		if r.Kind == Clarify && len(out) == 0 && strings.HasPrefix(part, "*") && !strings.HasPrefix(part, "**") {
			kind, part = Echo, strings.Trim(part, "*")
		}
		out = append(out, textBlock(kind, part))
	}
	return append(out, r.tail...)
}

// textBlock is a block of inline Markdown.
func textBlock(kind BlockKind, s string) Block { return Block{Kind: kind, Spans: spans(s)} }

// spans reads inline Markdown; text that is not valid is shown as it stands.
func spans(s string) []Span {
	read, err := knowledge.Spans(s)
	if err != nil {
		return []Span{{Text: s}}
	}
	out := make([]Span, len(read))
	for i, sp := range read {
		out[i] = Span{Text: sp.Text, URL: sp.URL, Bold: sp.Kind == knowledge.LabelSpan, Emphasis: sp.Kind == knowledge.EmphasisSpan}
	}
	return out
}

func items(texts []string) [][]Span {
	out := make([][]Span, len(texts))
	for i, t := range texts {
		out[i] = spans(t)
	}
	return out
}

// blocks lays a card out.
func (c *Card) blocks() []Block {
	var out []Block
	text := func(kind BlockKind, s string, extra bool) {
		if s != "" {
			b := textBlock(kind, s)
			b.Extra = extra
			out = append(out, b)
		}
	}
	list := func(kind BlockKind, title string, it [][]Span, extra bool) {
		if len(it) > 0 {
			text(Heading, title, extra)
			out = append(out, Block{Kind: kind, Items: it, Extra: extra})
		}
	}
	text(Echo, c.Echo, false)
	if c.foreign {
		text(Small, c.Mark, false)
	}
	text(Paragraph, c.Lead, false)
	out = append(out, c.noteBlocks()...)
	text(Paragraph, c.Short, false)
	if c.Doubtful {
		text(Small, c.Freshness, false)
	}
	for _, d := range c.Shown() {
		list(Ordered, c.stepsTitle(d.Device), items(d.Steps), false)
	}
	list(Bulleted, c.words.links, linkItems(c.Links), false)
	list(Bulleted, c.words.changes, items(c.Changes), true)
	list(Bulleted, c.words.keeps, items(c.Keeps), true)
	list(Bulleted, c.words.notes, items(c.Notes), true)
	text(Small, strings.Join(c.Facts, " · "), true)
	if len(c.Sources) > 0 {
		out = append(out, Block{Kind: Small, Spans: c.sourceSpans()})
	}
	if !c.Doubtful {
		text(Small, c.Freshness, false)
	}
	if !c.foreign {
		text(Small, c.Mark, false)
	}
	return out
}

// noteBlocks are the note of the community, one block for each paragraph, nil when there is none.
func (c *Card) noteBlocks() []Block {
	var out []Block
	for part := range strings.SplitSeq(c.Note, "\n\n") {
		if part = strings.TrimSpace(part); part == "" {
			continue
		}
		b := textBlock(Paragraph, part)
		if len(out) == 0 {
			b.Spans = append([]Span{{Text: c.noteLabel, Bold: true}, {Text: " "}}, b.Spans...)
		}
		out = append(out, b)
	}
	return out
}

func linkItems(links []knowledge.Link) [][]Span {
	var out [][]Span
	for _, l := range links {
		out = append(out, []Span{{Text: l.Text, URL: l.URL}})
	}
	return out
}

func (c *Card) sourceSpans() []Span {
	out := []Span{{Text: c.words.source + c.words.colon()}}
	for i, s := range c.Sources {
		if i > 0 {
			out = append(out, Span{Text: c.words.semicolon()})
		}
		name := s.Publisher
		if s.Title != "" {
			name += ", " + s.Title
		}
		out = append(out, Span{Text: name, URL: s.URL})
		if d := c.words.dated(s); d != "" {
			out = append(out, Span{Text: d})
		}
	}
	return out
}

// Shown are the steps to show at first: those of the device asked for, else those of the first device that has some of its own, with
// those for any device.
func (c *Card) Shown() []knowledge.DeviceSteps {
	first := c.Device
	if first == "" {
		for _, d := range c.Steps {
			if d.Device != knowledge.AnyDevice {
				first = string(d.Device)
				break
			}
		}
	}
	return stepsFor(c.Steps, first)
}
