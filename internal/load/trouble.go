package load

import (
	"context"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"time"

	"nonmerci/internal/discordtest"
	"nonmerci/internal/telegramtest"
)

// A misfortune is something that goes wrong around the program, and what the program should do about it.
type misfortune struct {
	name   string
	change map[string]string // of the settings it starts with; nil when it strikes later
	strike func(*stage)      // once the program is ready; nil when it is wrong from the start
	ends   bool              // the program should end, with an error
	deaf   []string          // platforms that /readyz should call not receiving
	why    string            // what it should say of each of them
	final  bool              // the adapters of these should end, with a line of the log each
}

// trouble lets the program meet what it cannot help, and looks at whether it lives or ends with one clear line, and at /readyz.
func trouble(ctx context.Context, b bench) error {
	for _, m := range misfortunes() {
		b.Progress("trouble: %s", m.name)
		if err := b.endure(ctx, m); err != nil {
			return fmt.Errorf("%s: %w", m.name, err)
		}
	}
	if err := b.diskTrouble(ctx); err != nil {
		return fmt.Errorf("a full disk: %w", err)
	}
	b.add(Figure{Name: "a jump of the clock", Measured: "out of reach: a process cannot be given a clock of its own", OK: true})
	return nil
}

func misfortunes() []misfortune {
	const nowhere = "nonmerci-load.invalid" // a name that never is (RFC 2606)
	bothDeaf := []string{discord, telegram}
	token := map[string]string{"NONMERCI_DISCORD_TOKEN": "revoked.to.ken", "NONMERCI_TELEGRAM_TOKEN": "1:revoked"}
	return []misfortune{
		{name: "both tokens revoked at the start", change: token, ends: true},
		{name: "Discord’s token revoked at the start", change: part(token, "DISCORD"), deaf: []string{discord}, why: "token", final: true},
		{name: "Telegram’s token revoked at the start", change: part(token, "TELEGRAM"), deaf: []string{telegram}, why: "token", final: true},
		{name: "Discord’s token revoked in the middle", strike: revokeDiscord, deaf: []string{discord}, why: "token", final: true},
		{name: "Telegram’s token revoked in the middle", strike: revokeTelegram, deaf: []string{telegram}, why: "token", final: true},
		{name: "both tokens revoked in the middle", strike: func(st *stage) { revokeDiscord(st); revokeTelegram(st) }, ends: true},
		{name: "the names of both are not known", change: addresses("http://" + nowhere), deaf: bothDeaf, why: "no such host"},
		{name: "TLS to ports that do not speak it", change: addresses("https://"), deaf: bothDeaf, why: "HTTP response to HTTPS"},
	}
}

// part takes one platform's settings.
func part(all map[string]string, platform string) map[string]string {
	out := map[string]string{}
	for name, v := range all {
		if strings.Contains(name, platform) {
			out[name] = v
		}
	}
	return out
}

// addresses sets both addresses; « https:// » alone means our own servers by TLS, which they do not speak.
func addresses(url string) map[string]string {
	return map[string]string{"NONMERCI_DISCORD_API_URL": url, "NONMERCI_TELEGRAM_API_URL": url}
}

// resolve completes addresses by those of the stage.
func (st *stage) resolve(change map[string]string) map[string]string {
	out := map[string]string{}
	for name, v := range change {
		if v == "https://" {
			v = strings.Replace(st.settings[name], "http://", "https://", 1)
		}
		out[name] = v
	}
	return out
}

func revokeDiscord(st *stage) {
	st.discord.Fail(discordtest.Fault{Status: http.StatusUnauthorized, Body: `{"message": "401: Unauthorized", "code": 0}`})
	st.discord.Gateway().Next(-1, discordtest.ConnectionFault{RefuseIdentify: 4004})
	st.discord.Gateway().CloseWith(4004)
}

func revokeTelegram(st *stage) {
	st.telegram.Fail(telegramtest.Fault{Method: "*", Times: -1, Err: &telegramtest.Error{Code: http.StatusUnauthorized, Description: "Unauthorized"}})
	st.wires[telegram].cut() // so that the poll under way does not last
}

// endureWithin is how long a misfortune may take to show.
const endureWithin = 40 * time.Second

// endure starts the program, lets a misfortune strike, and waits until the program does what it should.
func (b bench) endure(ctx context.Context, m misfortune) error {
	st, err := newStage(ctx, limited())
	if err != nil {
		return err
	}
	c, err := st.start(ctx, b.Program, st.resolve(m.change))
	if err != nil {
		return err
	}
	defer b.leave(st, c)
	if m.strike != nil {
		if !until(ctx, readyWithin, c.ready) {
			return fmt.Errorf("the program was not ready; its last words: %s", c.log.last())
		}
		m.strike(st)
	}
	as := until(ctx, endureWithin, func() bool { return m.met(c) })
	want, got, said := b.tale(m, c)
	b.check(m.name, want, got, as, said...)
	b.secrets(m.name, st, c)
	return ctx.Err()
}

// met says whether the program does what it should.
func (m misfortune) met(c *child) bool {
	if m.ends {
		return c.ended() && c.cmd.ProcessState.ExitCode() > 0 && strings.HasPrefix(c.log.last(), "nonmerci: ")
	}
	status, text := c.get("/readyz")
	if status != http.StatusServiceUnavailable || c.ended() {
		return false
	}
	for line := range strings.Lines(text) {
		platform, state, _ := strings.Cut(line, ": ")
		if !slices.Contains(m.deaf, platform) {
			if strings.TrimSpace(state) != "receiving" {
				return false
			}
			continue
		}
		ended := len(c.log.with("level=ERROR msg=ended platform="+platform)) == 1
		if !strings.HasPrefix(state, "not receiving: ") || !strings.Contains(state, m.why) || m.final && !ended {
			return false
		}
	}
	return true
}

// tale is what was wanted, what happened, and what the program said of it.
func (b bench) tale(m misfortune, c *child) (want, got string, said []string) {
	want = fmt.Sprintf("lives; %s not receiving: %q", strings.Join(m.deaf, ", "), m.why)
	if m.ends {
		want = "ends with one line"
	}
	if c.ended() {
		return want, exitText(c.cmd.ProcessState.ExitCode()), []string{c.log.last()}
	}
	status, text := c.get("/readyz")
	said = []string{fmt.Sprintf("/readyz %d: %s", status, strings.ReplaceAll(strings.TrimSpace(text), "\n", " | "))}
	if told := c.log.with("level=ERROR", "level=WARN"); len(told) > 0 {
		said = append(said, fmt.Sprintf("log, the last of %d warnings: %s", len(told), told[len(told)-1]))
	}
	return want, fmt.Sprintf("lives; /readyz %d", status), said
}

// secrets reports tokens in what the program wrote.
func (b bench) secrets(name string, st *stage, c *child) {
	if told := c.log.with(st.discord.Token(), st.telegram.Token(), "revoked.to.ken", "1:revoked"); len(told) > 0 {
		b.zero(name+": lines of the log with a token", len(told), told[0])
	}
}

func exitText(code int) string {
	if code < 0 {
		return "killed"
	}
	return fmt.Sprintf("exit %d", code)
}
