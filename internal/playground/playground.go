package playground

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"time"

	"nonmerci/internal/discordtest"
	"nonmerci/internal/telegramtest"
)

// Options say where the specifications are.
type Options struct {
	// Specs is a folder with discord/openapi.json and telegram/api.json, against which every call of the bot is then checked. "" or a
	// folder without them checks nothing.
	Specs string
}

// A Playground is a Discord, a Telegram and the page to use them. It is an http.Handler for all three, safe for concurrent use. Close
// it when done.
type Playground struct {
	discord  *discordPhone
	telegram *telegramPhone
	checked  bool // calls are checked against the specifications
	changed  *signal
	page     http.Handler
}

// New makes a Playground that nobody serves yet. It reads the specifications, and fails when it cannot.
func New(o Options) (*Playground, error) {
	p := &Playground{changed: newSignal()}
	var d discordtest.Options
	var t telegramtest.Options
	if file := filepath.Join(o.Specs, "discord", "openapi.json"); o.Specs != "" && exists(file) {
		d.Spec, t.Spec, p.checked = file, filepath.Join(o.Specs, "telegram"), true
	}
	var err error
	if p.discord, err = newDiscordPhone(d); err != nil {
		return nil, err
	}
	if p.telegram, err = newTelegramPhone(t); err != nil {
		return nil, err
	}
	p.page = p.routes()
	return p, nil
}

func exists(file string) bool {
	_, err := os.Stat(file)
	return err == nil
}

// Checked says whether the calls of the bot are checked against the specifications.
func (p *Playground) Checked() bool { return p.checked }

// ServeHTTP serves Discord under /api, /gateway and /attachments, Telegram under /bot… and /file/bot…, and everything else is the page.
func (p *Playground) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	switch path := r.URL.Path; {
	case strings.HasPrefix(path, "/api/"), path == "/gateway", strings.HasPrefix(path, "/gateway/"), strings.HasPrefix(path, "/attachments/"):
		p.discord.ServeHTTP(w, r)
		p.changed.send()
	case strings.HasPrefix(path, "/bot"), strings.HasPrefix(path, "/file/bot"):
		p.telegram.ServeHTTP(w, r)
		p.changed.send()
	default:
		p.page.ServeHTTP(w, r)
	}
}

// Close ends the connections of the bot.
func (p *Playground) Close() {
	p.telegram.Close()
	_ = p.discord.Close() // it only ends what is open
}

// Environment is how the program is told to meet people here, when the Playground is served under address, such as
// http://127.0.0.1:8090. The tokens open nothing else.
func (p *Playground) Environment(address string) []string {
	return []string{
		"NONMERCI_DISCORD_TOKEN=" + p.discord.Token(),
		"NONMERCI_DISCORD_API_URL=" + address,
		"NONMERCI_TELEGRAM_TOKEN=" + p.telegram.Token(),
		"NONMERCI_TELEGRAM_API_URL=" + address,
	}
}

// Wait waits until the bot is heard on both platforms.
func (p *Playground) Wait(ctx context.Context) error {
	for {
		discord, telegram := p.connected()
		if discord && telegram {
			return nil
		}
		changed := p.changed.wait()
		select {
		case <-ctx.Done():
			return fmt.Errorf("wait for the bot (on Discord: %t, on Telegram: %t): %w", discord, telegram, ctx.Err())
		case <-changed:
		case <-time.After(100 * time.Millisecond): // a request under way is no change yet
		}
	}
}

// connected says where the bot is heard: it has a session, its commands are there, and it asks for updates.
func (p *Playground) connected() (discord, telegram bool) {
	for _, r := range p.telegram.Requests("getUpdates") {
		telegram = telegram || r.Done.IsZero()
	}
	return p.discord.Gateway().State().Connected > 0 && len(p.discord.Commands()) > 0, telegram
}
