package files

import (
	"fmt"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"

	"nonmerci/knowledge"
)

// sections reads what stands under the headings of level three.
func (r *reading) sections(nodes []ast.Node) {
	current, last := section(-1), section(-1)
	unknown := false // the section's title was refused: its items are not counted as mistakes of their own
	device := knowledge.Device("")
	for _, n := range nodes {
		if h, ok := n.(*ast.Heading); ok {
			if h.Level == 4 && current == secSteps {
				device = r.device(h)
				continue
			}
			current = r.section(h, last)
			last, device, unknown = max(last, current), "", current < 0
			continue
		}
		if list := r.list(n, current, device, unknown); list != nil {
			r.fill(current, device, list)
		}
	}
}

// list returns the node as a list that may stand where it does, nil when it may not.
func (r *reading) list(n ast.Node, current section, device knowledge.Device, unknown bool) *ast.List {
	list, ok := n.(*ast.List)
	switch {
	case unknown:
	case n.Kind() == ast.KindHTMLBlock:
		r.report(r.line(n), "HTML", "write plain text or Markdown")
	case n.Kind() == ast.KindLinkReferenceDefinition:
		r.report(r.line(n), "the address of a link stands apart from its words", "write the link whole: [text](https://…)")
	case current < 0:
		r.report(r.line(n), "text outside any section", "put it into the short answer, which is one paragraph, or under a heading ###")
	case !ok:
		r.report(r.line(n), "this section holds lists only", "begin the line with - (or 1. for a step)")
	case current == secSteps && device == "":
		r.report(r.line(n), "steps without a device", "put them under #### "+strings.Join(deviceHeadings[r.lang], ", #### "))
	case current == secSteps && !list.IsOrdered():
		r.report(r.line(n), "steps are numbered", "begin each with 1., 2., …")
	case current != secSteps && list.IsOrdered():
		r.report(r.line(n), "only steps are numbered", "begin each line with -")
	default:
		return list
	}
	return nil
}

func (r *reading) section(h *ast.Heading, last section) section {
	name := r.value(h)
	i := slices.Index(headings[r.lang], name)
	switch {
	case i < 0 || h.Level != 3 || h.Attributes() != nil:
		r.report(r.line(h), "unknown section "+quote(name), "write one of ### "+strings.Join(headings[r.lang], ", ### "))
		return -1
	case section(i) <= last:
		r.report(r.line(h), "the section "+quote(name)+" stands twice or too late", "keep the order: "+strings.Join(headings[r.lang], ", "))
	}
	return section(i)
}

func (r *reading) device(h *ast.Heading) knowledge.Device {
	name := r.value(h)
	i := slices.Index(deviceHeadings[r.lang], name)
	if i < 0 || h.Attributes() != nil {
		r.report(r.line(h), "unknown device "+quote(name), "write one of #### "+strings.Join(deviceHeadings[r.lang], ", #### "))
		return ""
	}
	d := knowledge.Devices[i]
	r.lines[r.lang+".steps."+string(d)] = r.line(h)
	r.text.Steps = append(r.text.Steps, knowledge.DeviceSteps{Device: d})
	return d
}

// fill adds the items of a list to the text.
func (r *reading) fill(current section, device knowledge.Device, list *ast.List) {
	for li := list.FirstChild(); li != nil; li = li.NextSibling() {
		first := li.FirstChild()
		if first == nil || first.Kind() != ast.KindTextBlock && first.Kind() != ast.KindParagraph {
			r.report(r.line(li), "an item that is empty, or not one line of text", "write one sentence or remove it")
			continue
		}
		for _, l := range first.Lines().Sliced(1, first.Lines().Len()) {
			if l.Start > 0 && r.source[l.Start-1] == '\n' {
				r.report(r.lineAt(l.Start), "a line that does not begin as an item", "begin it with -, or put two spaces before it to go on with the item above")
			}
		}
		if li.ChildCount() > 1 {
			r.report(r.line(first.NextSibling()), "a list inside a list, or a second paragraph in an item", "make it an item of its own")
		}
		if current == secLinks {
			r.link(first)
			continue
		}
		into, field := r.part(current, device)
		*into = append(*into, r.value(first))
		r.lines[fmt.Sprintf("%s.%s.%d", r.lang, field, len(*into))] = r.line(first)
	}
}

// part is where the items of a section go, and the name of the field.
func (r *reading) part(current section, device knowledge.Device) (*[]string, string) {
	t := &r.text
	switch current {
	case secSteps:
		return &t.Steps[len(t.Steps)-1].Steps, "steps." + string(device)
	case secPhrases:
		return &t.Phrases, fieldNames[current]
	case secChanges:
		return &t.Changes, fieldNames[current]
	case secKeeps:
		return &t.Keeps, fieldNames[current]
	default:
		return &t.Notes, fieldNames[current]
	}
}

// link reads an item that is one link with its kind as the title.
func (r *reading) link(n ast.Node) {
	l, ok := n.FirstChild().(*ast.Link)
	if !ok || l.NextSibling() != nil {
		r.report(r.line(n), "a link is missing, or stands among other words", `write - [text](https://… "setting")`)
		return
	}
	s := strings.Trim(string(n.Lines().Value(r.source)), " \t\n")
	end := strings.LastIndex(s, "](")
	link := knowledge.Link{Kind: knowledge.LinkKind(l.Title), URL: string(l.Destination)}
	if end > 0 {
		link.Text = lineBreak.ReplaceAllString(s[1:end], " ")
	}
	if !strings.HasPrefix(s[max(0, end):], "]("+link.URL) || link.Text != r.words(l) {
		r.report(r.line(n), "the words or the address of the link are ambiguous", `write - [text](https://… "setting"), without other marks`)
	}
	r.text.Links = append(r.text.Links, link)
	r.lines[fmt.Sprintf("%s.links.%d", r.lang, len(r.text.Links))] = r.line(n)
}
