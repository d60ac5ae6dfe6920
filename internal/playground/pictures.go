package playground

import (
	"context"
	"fmt"
	"html/template"
	"os"
	"path/filepath"
)

// A Picture is some screens of one platform.
type Picture struct {
	Name string // of its file, without what it ends with
	PNG  []byte
}

// Pictures asks the bot the same six questions on both platforms, and photographs what a reader sees; then what a moderator sees who
// corrects an entry. The bot must be connected (see Wait), and Chromium there (see CanPhotograph). It takes about a minute.
func (p *Playground) Pictures(ctx context.Context) ([]Picture, error) {
	var out []Picture
	for _, ph := range phones {
		act, see := p.discord.act, p.discord.screen
		if ph.Name == "telegram" {
			act, see = p.telegram.act, p.telegram.screen
		}
		list, err := cards(ctx, act, see)
		if err != nil {
			return nil, fmt.Errorf("cards of %s: %w", ph.Title, err)
		}
		png, err := picture(ctx, ph, list, asCards)
		if err != nil {
			return nil, fmt.Errorf("picture of %s: %w", ph.Title, err)
		}
		out = append(out, Picture{ph.Name + "-cards", png})
	}
	desks, err := p.moderators(ctx)
	return append(out, desks...), err
}

// A layout is how cards stand on a page.
type layout struct {
	Class string
	Width int // of the page, in pixels
}

var (
	asCards   = layout{"picture", 1290}        // three beside each other, as high as they are
	asScreens = layout{"picture screens", 825} // two beside each other, each a phone 390 wide and 970 high, of which the end is shown
)

// picture writes the cards as a page of their own and photographs it.
func picture(ctx context.Context, ph phone, list []card, l layout) ([]byte, error) {
	css, err := files.ReadFile("page/app.css")
	if err != nil {
		return nil, err
	}
	html, err := render("cards", struct {
		Name, Title, Class string
		CSS                template.CSS
		Cards              []card
	}{ph.Name, ph.Title, l.Class, template.CSS(css), list}) //nolint:gosec // our own file
	if err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp("", "nonmerci-picture-")
	if err != nil {
		return nil, err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	page := filepath.Join(dir, "cards.html")
	if err := os.WriteFile(page, []byte(html), 0o600); err != nil {
		return nil, err
	}
	return photograph(ctx, page, dir, l.Width)
}
