package desk

import "nonmerci/bot"

// add puts blocks at the end.
func (s *Screen) add(blocks ...bot.Block) { s.Blocks = append(s.Blocks, blocks...) }

// row puts buttons in a row of their own, in rows of five when they are more.
func (s *Screen) row(buttons ...Button) {
	for len(buttons) > 0 {
		n := min(5, len(buttons))
		s.Buttons = append(s.Buttons, buttons[:n:n])
		buttons = buttons[n:]
	}
}

// rows puts buttons in rows of a width.
func (s *Screen) rows(width int, buttons []Button) {
	for len(buttons) > 0 {
		n := min(width, len(buttons))
		s.Buttons = append(s.Buttons, buttons[:n:n])
		buttons = buttons[n:]
	}
}

// pageSize is how many lines a list shows at once.
const pageSize = 8

// page cuts a page out of a list: its bounds, and whether there is one before and after. A page that does not exist is the last.
func page(n, length int) (number, from, to int) {
	last := max(0, (length-1)/pageSize)
	n = max(0, min(n, last))
	return n, n * pageSize, min(length, (n+1)*pageSize)
}

// turnPages adds the buttons to the pages before and after.
func (t *turn) turnPages(n, length int, to func(page string) Act) []Button {
	var out []Button
	if n > 0 {
		out = append(out, Button{Label: t.w.Before, Act: to(itoa(n - 1))})
	}
	if (n+1)*pageSize < length {
		out = append(out, Button{Label: t.w.After, Act: to(itoa(n + 1))})
	}
	return append(out, t.homeButton())
}
