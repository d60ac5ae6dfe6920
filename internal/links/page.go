package links

import (
	"bytes"
	"io"
	"mime"
	"net/http"
	"strings"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"
)

// A page is what was read of an answer.
type page struct {
	words    []string // of the visible text, normal; nil when it is no text
	text     bool
	password bool // it has a field for a password
	body     []byte
}

// readPage reads a page of any charset: the visible text of HTML, the whole of another text. What declares no charset, or one that
// does not exist, is read as the HTML standard guesses.
func readPage(body []byte, contentType string) page {
	kind, _, err := mime.ParseMediaType(contentType)
	if err != nil || kind == "" {
		kind, _, _ = mime.ParseMediaType(http.DetectContentType(body))
	}
	p := page{body: body}
	isHTML := kind == "text/html" || kind == "application/xhtml+xml"
	if !isHTML && !strings.HasPrefix(kind, "text/") && kind != "application/json" {
		return p
	}
	r, err := charset.NewReader(bytes.NewReader(body), contentType)
	if err != nil { // an empty body
		return p
	}
	var seen strings.Builder
	if isHTML {
		doc, err := html.Parse(r)
		if err != nil { // nested beyond reason
			return p
		}
		p.password = visibleText(doc, &seen)
	} else if _, err := io.Copy(&seen, r); err != nil {
		return p
	}
	p.text, p.words = true, normalWords(seen.String())
	return p
}

// print is the fingerprint of the page.
func (p page) print(now time.Time) *Print {
	if !p.text {
		return newBytePrint(p.body, now)
	}
	return newPrint(p.words, now)
}

// visibleText writes what a person sees of a document, but for what is around the page and changes by itself, and says whether there is
// a field for a password anywhere. It does not recurse: a page may be nested as deep as it likes.
func visibleText(doc *html.Node, out *strings.Builder) (password bool) {
	hidden := 0 // how many of the nodes above are not seen
	for n := doc; n != nil; {
		password = password || isPassword(n)
		if n.Type == html.TextNode && hidden == 0 {
			out.WriteString(n.Data)
			out.WriteByte(' ')
		}
		if n.FirstChild != nil {
			if skipped(n) {
				hidden++
			}
			n = n.FirstChild
			continue
		}
		for n != nil && n.NextSibling == nil {
			if n = n.Parent; n != nil && skipped(n) {
				hidden--
			}
		}
		if n != nil {
			n = n.NextSibling
		}
	}
	return password
}

func isPassword(n *html.Node) bool {
	return n.DataAtom == atom.Input && strings.EqualFold(attribute(n, "type"), "password")
}

// skipped says whether what is inside a node is not seen, or is not the page itself.
func skipped(n *html.Node) bool {
	if n.Type != html.ElementNode {
		return false
	}
	switch n.DataAtom {
	case atom.Head, atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Svg, atom.Iframe, atom.Object, atom.Canvas, atom.Nav,
		atom.Footer, atom.Select, atom.Datalist:
		return true
	case atom.Header: // of the site; that of an article holds its title
		return n.Parent != nil && n.Parent.DataAtom == atom.Body
	}
	switch strings.ToLower(attribute(n, "role")) {
	case "navigation", "banner", "contentinfo", "search", "dialog", "alertdialog":
		return true
	}
	style := strings.ToLower(strings.ReplaceAll(attribute(n, "style"), " ", ""))
	return has(n, "hidden") || strings.EqualFold(attribute(n, "aria-hidden"), "true") || strings.Contains(style, "display:none")
}

func has(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}

// attribute is the value of an attribute, "" when there is none.
func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return strings.TrimSpace(a.Val)
		}
	}
	return ""
}
