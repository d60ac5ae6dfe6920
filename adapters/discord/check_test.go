package discord

import (
	"fmt"
	"strings"
	"testing"

	"nonmerci/internal/discordtest"
)

// findings are what Check tells.
func (w *world) findings(opts Options) string {
	var out strings.Builder
	Check(w.ctx, opts, func(ok bool, what, remedy string) { fmt.Fprintln(&out, ok, what, "|", remedy) })
	return out.String()
}

func TestCheck(t *testing.T) {
	inQuietWorld(t, func(w *world) {
		got := w.findings(w.opts)
		for _, want := range []string{
			"true Discord: the token is that of the bot nonmerci",
			"https://discord.com/oauth2/authorize?client_id=" + w.ApplicationID() + "&scope=bot+applications.commands&permissions=2252074691709952",
			"true Discord: no privileged intent", "1000 of 1000 sessions", "commands are not registered",
		} {
			if !strings.Contains(got, want) {
				t.Errorf("%q is missing in\n%s", want, got)
			}
		}
		if n := len(w.RequestsTo("PUT " + routeCommands)); n != 0 {
			t.Error("it wrote the commands")
		}
		w.start()
		w.connected()
		if got := w.findings(w.opts); !strings.Contains(got, "true Discord: the commands are registered") {
			t.Error(got)
		}
		bad := w.opts
		bad.Token = "another.token"
		if got := w.findings(bad); !strings.Contains(got, "false Discord: the token is refused") || strings.Contains(got, "another") {
			t.Error(got)
		}
		bad.Token = "Bot x"
		if got := w.findings(bad); !strings.HasPrefix(got, "false") {
			t.Error(got)
		}
		w.at.RefuseDials(true)
		w.at.CutAll()
		if got := w.findings(w.opts); !strings.Contains(got, "false Discord cannot be reached") {
			t.Error(got)
		}
		w.at.RefuseDials(false)
	}, checked(t))
	t.Run("privileged", func(t *testing.T) {
		inQuietWorld(t, func(w *world) {
			if got := w.findings(w.opts); !strings.Contains(got, "switch them off") {
				t.Error(got)
			}
		}, withServer(func(o *discordtest.Options) { o.Privileged = discordtest.IntentMessageContent }))
	})
}

// TestUserAgent: Discord is told an address and a version in the form that it asks for, by default those of the library.
func TestUserAgent(t *testing.T) {
	for _, c := range []struct{ homepage, version, want string }{
		{"", "", "DiscordBot (https://github.com/bwmarrin/discordgo, 0.29.0) NonMerci"},
		{"", "2.1", "DiscordBot (https://github.com/bwmarrin/discordgo, 0.29.0) NonMerci"},
		{"https://nonmerci.example/bot", "2.1", "DiscordBot (https://nonmerci.example/bot, 2.1)"},
		{"https://nonmerci.example", "", "DiscordBot (https://nonmerci.example, 1)"},
		{"nonmerci.example", "", ""},
		{"https://nonmerci.example", "2 (beta)", ""},
		{"https://nonmerci.example/a b", "1", ""},
		{"https://nonmerci.example\r\nX: y", "1", ""},
	} {
		got, err := userAgent(c.homepage, c.version)
		if got != c.want || (err == nil) != (c.want != "") {
			t.Errorf("%q %q: %q, %v", c.homepage, c.version, got, err)
		}
	}
	for _, homepage := range []string{"", "https://nonmerci.example"} {
		inQuietWorld(t, func(w *world) { // the server notes an agent of another form as a problem
			w.opts.Homepage = homepage
			w.start()
			w.connected()
			w.answerOf(w.say("bonjour"))
		}, withAnswer(echo))
	}
}

func TestOptions(t *testing.T) {
	for name, o := range map[string]Options{
		"no token": {}, "a space": {Token: "Bot abc"}, "an address": {Token: "abc", APIURL: "discord.com"},
		"shards": {Token: "abc", Shards: -1}, "a homepage": {Token: "abc", Homepage: "ftp://x"},
	} {
		if _, err := New(o, nil, nil); err == nil || strings.Contains(err.Error(), "abc") {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := New(Options{Token: "abc"}, nil, nil); err != nil {
		t.Error(err)
	}
}
