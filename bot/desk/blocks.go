package desk

import (
	"strings"

	"nonmerci/bot"
	"nonmerci/knowledge"
)

// para is a paragraph of words as they stand: no mark in them has a meaning.
func para(s string) bot.Block { return bot.Block{Kind: bot.Paragraph, Spans: []bot.Span{{Text: s}}} }

func small(s string) bot.Block { return bot.Block{Kind: bot.Small, Spans: []bot.Span{{Text: s}}} }

func heading(s string) bot.Block { return bot.Block{Kind: bot.Heading, Spans: []bot.Span{{Text: s}}} }

// bullets is a list of lines as they stand; nothing for an empty one.
func bullets(lines ...string) []bot.Block {
	if len(lines) == 0 {
		return nil
	}
	b := bot.Block{Kind: bot.Bulleted}
	for _, l := range lines {
		b.Items = append(b.Items, []bot.Span{{Text: l}})
	}
	return []bot.Block{b}
}

// inline reads inline Markdown; text that is not valid is shown as it stands.
func inline(s string) []bot.Span {
	read, err := knowledge.Spans(s)
	if err != nil {
		return []bot.Span{{Text: s}}
	}
	out := make([]bot.Span, len(read))
	for i, sp := range read {
		out[i] = bot.Span{Text: sp.Text, URL: sp.URL, Bold: sp.Kind == knowledge.LabelSpan, Emphasis: sp.Kind == knowledge.EmphasisSpan}
	}
	return out
}

// entryBlocks shows one language of an entry whole, as its moderators read it again before publishing.
func (w *words) entryBlocks(e *knowledge.Entry, lang string) []bot.Block {
	t := e.Text[lang]
	out := []bot.Block{{Kind: bot.Paragraph, Spans: []bot.Span{{Text: t.Title, Bold: true}}}}
	if t.Short != "" {
		out = append(out, bot.Block{Kind: bot.Paragraph, Spans: inline(t.Short)})
	}
	section := func(kind bot.BlockKind, title string, items []string) {
		if len(items) == 0 {
			return
		}
		b := bot.Block{Kind: kind}
		for _, it := range items {
			b.Items = append(b.Items, inline(it))
		}
		out = append(out, heading(title), b)
	}
	for _, d := range t.Steps {
		section(bot.Ordered, w.device(d.Device), d.Steps)
	}
	if len(t.Links) > 0 {
		b := bot.Block{Kind: bot.Bulleted}
		for _, l := range t.Links {
			b.Items = append(b.Items, []bot.Span{{Text: l.Text, URL: l.URL}})
		}
		out = append(out, heading(w.Links), b)
	}
	section(bot.Bulleted, w.Changes, t.Changes)
	section(bot.Bulleted, w.Keeps, t.Keeps)
	section(bot.Bulleted, w.Notes, t.Notes)
	return out
}

// plainText is what a reader sees of blocks, one line for each paragraph and item.
func plainText(blocks []bot.Block) string {
	var b strings.Builder
	for _, bl := range blocks {
		if len(bl.Spans) > 0 {
			writeSpans(&b, bl.Spans)
			b.WriteString("\n")
		}
		for i, it := range bl.Items {
			if bl.Kind == bot.Ordered {
				b.WriteString(itoa(i+1) + ". ")
			} else {
				b.WriteString("- ")
			}
			writeSpans(&b, it)
			b.WriteString("\n")
		}
		if bl.Kind != bot.Heading {
			b.WriteString("\n")
		}
	}
	return strings.TrimSpace(b.String())
}

func writeSpans(b *strings.Builder, spans []bot.Span) {
	for _, sp := range spans {
		b.WriteString(sp.Text)
		if sp.URL != "" && sp.URL != sp.Text {
			b.WriteString(" (" + sp.URL + ")")
		}
	}
}
