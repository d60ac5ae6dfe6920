package telegram

import "strings"

// maxEntities is how many marks of style Telegram keeps in a message; those beyond are lost, so we choose which.
const maxEntities = 100

// A page is a text that fits one message, in HTML and, for a server that refuses that, in plain text.
type page struct{ html, plain string }

// write turns paras into a page. Tags are balanced because they are written from the runs, whatever was cut.
func write(paras []para) page {
	paras = limitStyles(paras)
	var html, plain strings.Builder
	size, marks := sizes(paras)
	html.Grow(size + marks)
	plain.Grow(size)
	for i, p := range paras {
		if i > 0 {
			gap := separator(paras[i-1], p)
			if paras[i-1].folded && !p.folded {
				html.WriteString("</blockquote>")
			}
			html.WriteString(gap)
			plain.WriteString(gap)
		}
		if p.folded && (i == 0 || !paras[i-1].folded) {
			html.WriteString("<blockquote expandable>")
		}
		p.html(&html)
		p.plain(&plain)
	}
	if n := len(paras); n > 0 && paras[n-1].folded {
		html.WriteString("</blockquote>")
	}
	return page{html.String(), plain.String()}
}

// sizes are about how long some paras are as plain text, and how much longer in HTML, in bytes.
func sizes(paras []para) (text, marks int) {
	for _, p := range paras {
		text += len("\n\n")
		for _, r := range p.runs {
			text += len(r.text)
			if r.bold || r.italic || r.name {
				marks += len("<code></code>")
			}
			if r.url != "" {
				marks += len(`<a href=""></a>`) + len(r.url)
			}
		}
	}
	return text, marks + len("<blockquote expandable></blockquote>")
}

// separator is what goes between two paras: an empty line before a block, unless a quote sets it apart already.
func separator(a, b para) string {
	if b.begins && a.folded == b.folded {
		return "\n\n"
	}
	return "\n"
}

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

// attribute escapes an address for quotes as well.
var attribute = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

// html writes the runs; italics go on from one run to the next, so that they are one mark. Code stands in no other mark.
func (p para) html(b *strings.Builder) {
	italic := false
	for _, r := range p.runs {
		if r.italic != italic {
			if italic = r.italic; italic {
				b.WriteString("<i>")
			} else {
				b.WriteString("</i>")
			}
		}
		if r.url != "" {
			b.WriteString(`<a href="`)
			b.WriteString(attribute.Replace(r.url))
			b.WriteString(`">`)
		}
		switch {
		case r.name:
			b.WriteString("<code>")
			b.WriteString(escaper.Replace(r.text))
			b.WriteString("</code>")
		case r.bold:
			b.WriteString("<b>")
			b.WriteString(escaper.Replace(r.text))
			b.WriteString("</b>")
		default:
			b.WriteString(escaper.Replace(r.text))
		}
		if r.url != "" {
			b.WriteString("</a>")
		}
	}
	if italic {
		b.WriteString("</i>")
	}
}

// plain writes the runs without style. Addresses are left to the buttons and to what the text says.
func (p para) plain(b *strings.Builder) {
	for _, r := range p.runs {
		b.WriteString(r.text)
	}
}

// limitStyles takes the style from the runs that go beyond the limit, links last.
func limitStyles(paras []para) []para {
	n := 1 // the quote
	count := func(r run) int {
		c := 0
		for _, on := range []bool{r.bold, r.italic, r.name, r.url != ""} {
			if on {
				c++
			}
		}
		return c
	}
	for _, p := range paras {
		for _, r := range p.runs {
			n += count(r)
		}
	}
	if n <= maxEntities {
		return paras
	}
	return plainer(paras, count)
}

func plainer(paras []para, count func(run) int) []para {
	out, left := make([]para, len(paras)), maxEntities-1
	for i, p := range paras {
		out[i] = p
		out[i].runs = make([]run, len(p.runs))
		for j, r := range p.runs {
			r.bold, r.italic = r.bold && p.title, false
			if left -= count(r); left < 0 {
				r = run{text: r.text}
			}
			out[i].runs[j] = r
		}
	}
	return out
}
