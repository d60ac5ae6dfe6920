package playground

import (
	"bytes"
	"encoding/json"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"
)

// state is what the page shows to those who look at « person.place » on each phone.
func (p *Playground) state(discord, telegram string) (state, error) {
	s := state{Requests: p.calls(), Problems: p.Problems(), Checked: p.checked}
	s.Discord.Connected, s.Telegram.Connected = p.connected()
	if err := s.Discord.fill(discord, p.discord.screen); err != nil {
		return s, err
	}
	return s, s.Telegram.fill(telegram, p.telegram.screen)
}

func (s *phoneState) fill(who string, see func(as, place string) (screen, error)) error {
	as, place, _ := strings.Cut(who, ".")
	sc, err := see(as, place)
	if err != nil {
		return err
	}
	s.Messages, s.Commands = []drawn{}, append([]choice{}, sc.Commands...)
	for _, m := range sc.Messages {
		html, err := render("message", m)
		if err != nil {
			return err
		}
		s.Messages = append(s.Messages, drawn{m.ID, html})
	}
	return nil
}

// Problems lists what the bot did that a platform accepts or ignores but that is wrong, as far as the test servers see it.
func (p *Playground) Problems() []string {
	out := []string{}
	for _, s := range p.discord.Problems() {
		out = append(out, "Discord: "+s)
	}
	for _, s := range p.telegram.Problems() {
		out = append(out, "Telegram: "+s.String())
	}
	return out
}

// A call is a request of the bot.
type call struct {
	At    string `json:"at"`
	On    string `json:"on"`
	What  string `json:"what"`
	Said  string `json:"said"` // the status, and the reason of a refusal
	Body  string `json:"body"`
	order time.Time
}

// maxCalls is how many requests the page lists.
const maxCalls = 40

// calls are the last requests on both platforms, newest first, without the long polls that went well.
func (p *Playground) calls() []call {
	out := []call{}
	for _, r := range p.discord.Requests() {
		c := call{On: "Discord", What: r.Method + " " + r.Template, Said: strconv.Itoa(r.Status), Body: indented(r.Body), order: r.At}
		if r.Code != 0 {
			c.Said += ", code " + strconv.Itoa(r.Code)
		}
		out = append(out, c)
	}
	for _, r := range p.telegram.Requests("") {
		if r.Method == "getUpdates" && (r.Status == 0 || r.Status == http.StatusOK) {
			continue
		}
		args, _ := json.Marshal(r.Args) // strings: it cannot fail
		out = append(out, call{On: "Telegram", What: r.Method, Said: strings.TrimSpace(strconv.Itoa(r.Status) + " " + r.Description), Body: indented(args), order: r.At})
	}
	slices.SortStableFunc(out, func(a, b call) int { return b.order.Compare(a.order) })
	out = out[:min(len(out), maxCalls)]
	for i := range out {
		out[i].At = out[i].order.Format("15:04:05.000")
	}
	return out
}

// indented is JSON on several lines; what is no JSON stays as it is.
func indented(raw []byte) string {
	var b bytes.Buffer
	if json.Indent(&b, raw, "", "  ") != nil {
		return string(raw)
	}
	return b.String()
}
