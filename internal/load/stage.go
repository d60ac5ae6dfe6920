package load

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"time"

	"nonmerci/internal/discordtest"
	"nonmerci/internal/telegramtest"
)

// A stage is both servers on sockets, with taps on them, and the settings that point the program at them.
type stage struct {
	discord  *discordtest.Server
	telegram *telegramtest.Server
	ledger   *ledger
	wires    map[string]*wire
	settings map[string]string
	dir      string
	webs     []*http.Server
}

// setting is how the servers behave.
type setting struct {
	discord  discordtest.Options
	telegram telegramtest.Options
}

// unlimited are servers that never refuse for speed, so that the program alone is measured.
func unlimited() setting {
	return setting{
		discordtest.Options{Limits: discordtest.Limits{Off: true}},
		telegramtest.Options{Inline: true, Limits: telegramtest.Limits{Off: true}},
	}
}

// limited are servers with the platforms' limits.
func limited() setting { return setting{telegram: telegramtest.Options{Inline: true}} }

// newStage starts the servers. The program is not limited by person or chat, because few people ask much here. Close it when done.
func newStage(ctx context.Context, how setting) (*stage, error) {
	dir, err := os.MkdirTemp("", "nonmerci-load-")
	if err != nil {
		return nil, fmt.Errorf("make a folder for state: %w", err)
	}
	st := &stage{ledger: newLedger(), wires: map[string]*wire{}, dir: dir}
	if err := st.open(ctx, how); err != nil {
		return nil, errors.Join(err, st.close())
	}
	return st, nil
}

func (st *stage) open(ctx context.Context, how setting) (err error) {
	if st.discord, err = discordtest.New(how.discord); err != nil {
		return fmt.Errorf("make a Discord: %w", err)
	}
	if st.telegram, err = telegramtest.New(how.telegram); err != nil {
		return fmt.Errorf("make a Telegram: %w", err)
	}
	addr, err := freeAddr(ctx)
	if err != nil {
		return err
	}
	st.settings = map[string]string{
		"NONMERCI_DISCORD_TOKEN": st.discord.Token(), "NONMERCI_TELEGRAM_TOKEN": st.telegram.Token(), "NONMERCI_HTTP_ADDR": addr,
		"NONMERCI_STATE_DIR": filepath.Join(st.dir, "state"), "NONMERCI_PERSON_PER_MINUTE": "0", "NONMERCI_CHAT_PER_MINUTE": "0",
	}
	for name, h := range map[string]http.Handler{discord: tapDiscord(st.discord, st.ledger), telegram: tapTelegram(st.telegram, st.ledger)} {
		if err := st.serve(ctx, name, h); err != nil {
			return err
		}
	}
	st.settings["NONMERCI_DISCORD_API_URL"] = "http://" + st.wires[discord].Addr().String()
	st.settings["NONMERCI_TELEGRAM_API_URL"] = "http://" + st.wires[telegram].Addr().String()
	return nil
}

func (st *stage) serve(ctx context.Context, name string, h http.Handler) error {
	l, err := (&net.ListenConfig{}).Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return fmt.Errorf("serve %s: %w", name, err)
	}
	w := &wire{Listener: l, open: map[net.Conn]bool{}}
	s := &http.Server{Handler: h, ReadHeaderTimeout: 10 * time.Second, ErrorLog: silent()}
	st.wires[name], st.webs = w, append(st.webs, s)
	go func() { _ = s.Serve(w) }() // it returns when it is closed
	return nil
}

// freeAddr is an address of this machine that nobody listens at.
func freeAddr(ctx context.Context) (string, error) {
	l, err := (&net.ListenConfig{}).Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return "", fmt.Errorf("find a free port: %w", err)
	}
	defer l.Close() //nolint:errcheck // nothing was written
	return l.Addr().String(), nil
}

// environment is what the program runs with: the settings, changed as said, and nothing of ours but where things are. A value of ""
// takes a setting away.
func (st *stage) environment(change map[string]string) []string {
	env := []string{"PATH=" + os.Getenv("PATH"), "HOME=" + st.dir, "TMPDIR=" + st.dir}
	all := maps.Clone(st.settings)
	maps.Copy(all, change)
	for _, name := range slices.Sorted(maps.Keys(all)) {
		if all[name] != "" {
			env = append(env, name+"="+all[name])
		}
	}
	return env
}

// problems are what the servers took note of though they let it pass.
func (st *stage) problems() []string {
	out := st.discord.Problems()
	for _, p := range st.telegram.Problems() {
		out = append(out, p.String())
	}
	return out
}

func (st *stage) close() error {
	var errs []error
	if st.discord != nil {
		errs = append(errs, st.discord.Close())
	}
	if st.telegram != nil {
		st.telegram.Close()
	}
	for _, s := range st.webs {
		errs = append(errs, s.Close())
	}
	return errors.Join(append(errs, os.RemoveAll(st.dir))...)
}
