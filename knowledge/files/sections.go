package files

import (
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"

	"nonmerci/knowledge"
)

func itoa(n int) string { return strconv.Itoa(n) }

// sections reads what stands under the headings of level three.
func (p *parsing) sections(nodes []ast.Node, t *knowledge.Text) {
	current, last := section(-1), section(-1)
	device := knowledge.Device("")
	for _, n := range nodes {
		if h, ok := n.(*ast.Heading); ok {
			name := p.inline(h)
			if h.Level == 4 && current == secSteps {
				device = p.device(name, h, t)
				continue
			}
			current = p.section(name, h)
			if current >= 0 && current <= last {
				p.report(p.line(h), "the section "+quote(name)+" stands in the wrong place or twice", "keep the order: "+strings.Join(headings[p.lang], ", "))
			}
			last, device = max(last, current), ""
			continue
		}
		list, ok := n.(*ast.List)
		switch {
		case current < 0:
			p.report(p.line(n), "text outside any section", "put it under a heading ### or into the short answer")
		case !ok:
			p.report(p.line(n), "this section holds lists only", "begin the line with - (or 1. for a step)")
		case current == secSteps && device == "":
			p.report(p.line(n), "steps without a device", "put them under #### "+deviceHeadings[p.lang][0])
		case current == secSteps && !list.IsOrdered():
			p.report(p.line(n), "steps are numbered", "begin each with 1., 2., …")
		default:
			p.fill(t, current, p.items(list))
		}
	}
}

func (p *parsing) section(name string, h *ast.Heading) section {
	i := slices.Index(headings[p.lang], name)
	if i < 0 || h.Level != 3 {
		p.report(p.line(h), "unknown section "+quote(name), "write one of ### "+strings.Join(headings[p.lang], ", ### "))
		return -1
	}
	return section(i)
}

func (p *parsing) device(name string, h *ast.Heading, t *knowledge.Text) knowledge.Device {
	i := slices.Index(deviceHeadings[p.lang], name)
	if i < 0 {
		p.report(p.line(h), "unknown device "+quote(name), "write one of #### "+strings.Join(deviceHeadings[p.lang], ", #### "))
		return ""
	}
	d := knowledge.Devices[i]
	if n := len(t.Steps); n > 0 && slices.Index(knowledge.Devices, t.Steps[n-1].Device) >= i {
		p.report(p.line(h), "the device "+quote(name)+" stands in the wrong place or twice", "keep the order: "+strings.Join(deviceHeadings[p.lang], ", "))
	}
	t.Steps = append(t.Steps, knowledge.DeviceSteps{Device: d})
	return d
}

// items are the lines of a list, each with its place.
func (p *parsing) items(list *ast.List) []item {
	var out []item
	for li := list.FirstChild(); li != nil; li = li.NextSibling() {
		first := li.FirstChild()
		if first == nil {
			p.report(p.line(list), "an empty item", "write something or remove it")
			continue
		}
		if li.ChildCount() > 1 || first.Kind() == ast.KindList {
			p.report(p.line(first), "a list inside a list, or a second paragraph in an item", "make it an item of its own")
		}
		out = append(out, item{p.inline(first), p.line(first), first})
	}
	return out
}

type item struct {
	text string
	line int
	node ast.Node
}

func (p *parsing) fill(t *knowledge.Text, s section, items []item) {
	for _, it := range items {
		switch s {
		case secPhrases:
			t.Phrases = append(t.Phrases, it.text)
		case secSteps:
			last := &t.Steps[len(t.Steps)-1]
			last.Steps = append(last.Steps, it.text)
		case secLinks:
			p.link(t, it)
		case secChanges:
			t.Changes = append(t.Changes, it.text)
		case secKeeps:
			t.Keeps = append(t.Keeps, it.text)
		case secNotes:
			t.Notes = append(t.Notes, it.text)
		}
	}
}

// link reads an item that is one link with its kind as the title.
func (p *parsing) link(t *knowledge.Text, it item) {
	l, ok := it.node.FirstChild().(*ast.Link)
	if !ok || l.NextSibling() != nil {
		p.report(it.line, "a link is missing, or stands among other words", `write - [text](https://… "setting")`)
		return
	}
	kind := knowledge.LinkKind(l.Title)
	if !slices.Contains(knowledge.LinkKinds, kind) {
		p.report(it.line, "the kind of the link is "+quote(string(kind)), `end the link with "setting", "form" or "help"`)
	}
	text := it.text
	if i := strings.LastIndex(text, "]("); i > 0 {
		text = text[1:i]
	}
	t.Links = append(t.Links, knowledge.Link{Kind: kind, Text: text, URL: string(l.Destination)})
}

// checkSources refuses an id that the front matter lacks, and a source that no entry names.
func (p *parsing) checkSources(f *File) {
	have, used := map[string]bool{}, map[string]bool{}
	for _, s := range f.Subject.Sources[f.Lang] {
		have[s.ID] = true
	}
	for _, e := range f.Entries {
		for _, id := range e.Sources {
			used[id] = true
			if !have[id] {
				p.report(e.Text[f.Lang].Position.Line, "source "+quote(id)+" is not in the front matter", "add it there, or correct the id")
			}
		}
	}
	for _, s := range f.Subject.Sources[f.Lang] {
		if !used[s.ID] {
			p.report(1, "source "+quote(s.ID)+" is named by no entry", "remove it, or name it in an entry")
		}
	}
}
