package desk

import (
	"strings"
	"unicode/utf16"

	"nonmerci/bot"
)

// tidy makes a screen keep the limits: labels are cut, and what is too long to read in one message goes whole into a file.
func (s *Screen) tidy(w *words) {
	s.Title = clip(s.Title, 100)
	n := 0
	for i, row := range s.Buttons {
		for j := range row {
			s.Buttons[i][j].Label = clip(row[j].Label, MaxLabel)
		}
		n += len(row)
	}
	if f := s.Form; f != nil {
		f.Title, f.Open = clip(f.Title, MaxTitle), clip(f.Open, MaxLabel)
		for i := range f.Fields {
			f.Fields[i].Label, f.Fields[i].Hint = clip(f.Fields[i].Label, MaxTitle), clip(f.Fields[i].Hint, 100)
		}
	}
	if total := units(s.Title) + size(s.Blocks); total > MaxText {
		s.Files = append([]File{{Name: w.TextFile, Type: "text/plain; charset=utf-8", Data: []byte(s.Title + "\n\n" + plainText(s.Blocks) + "\n")}}, s.Files...)
		s.Blocks = append(head(s.Blocks, MaxText-units(s.Title)-units(w.RestInFile)-10), small(w.RestInFile))
	}
}

// size is how many characters blocks take, with some room for their marks.
func size(blocks []bot.Block) int {
	n := 0
	for _, b := range blocks {
		n += spansSize(b.Spans) + 2
		for _, it := range b.Items {
			n += spansSize(it) + 5
		}
	}
	return n
}

func spansSize(spans []bot.Span) int {
	n := 0
	for _, sp := range spans {
		n += units(sp.Text) + 4
		if sp.URL != "" {
			n += units(sp.URL) + 4
		}
	}
	return n
}

// head keeps the first blocks, and the first items of the one that no longer fits.
func head(blocks []bot.Block, limit int) []bot.Block {
	var out []bot.Block
	for _, b := range blocks {
		one := size([]bot.Block{b})
		if one <= limit {
			out, limit = append(out, b), limit-one
			continue
		}
		if len(b.Items) == 0 {
			text := ""
			for _, sp := range b.Spans {
				text += sp.Text
			}
			if limit > 100 {
				out = append(out, bot.Block{Kind: b.Kind, Spans: []bot.Span{{Text: clipUnits(text, limit-20)}}})
			}
			return out
		}
		cut := bot.Block{Kind: b.Kind}
		for _, it := range b.Items {
			if limit -= spansSize(it) + 5; limit < 10 {
				break
			}
			cut.Items = append(cut.Items, it)
		}
		if len(cut.Items) > 0 {
			out = append(out, cut)
		}
		return out
	}
	return out
}

// clip keeps the first characters of a text, in one line.
func clip(s string, limit int) string {
	s = oneLine(s)
	if r := []rune(s); len(r) > limit {
		return strings.TrimSpace(string(r[:limit-1])) + "…"
	}
	return s
}

// clipUnits keeps what fits in a number of UTF-16 units.
func clipUnits(s string, limit int) string {
	n := 0
	for i, r := range s {
		if n += utf16.RuneLen(r); n > limit-1 {
			return s[:i] + "…"
		}
	}
	return s
}

func units(s string) int {
	n := 0
	for _, r := range s {
		n += max(1, utf16.RuneLen(r))
	}
	return n
}
