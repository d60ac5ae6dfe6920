package config

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func env(pairs ...string) func(string) string {
	return func(name string) string {
		for i := 0; i < len(pairs); i += 2 {
			if pairs[i] == name {
				return pairs[i+1]
			}
		}
		return ""
	}
}

func write(t *testing.T, text string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "f")
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}

func TestEnvironmentWinsOverTheFile(t *testing.T) {
	file := write(t, "lang: de\n")
	c, err := Load(env("NONMERCI_CONFIG", file, "NONMERCI_LANG", "nl"))
	if err != nil || c.Lang != "nl" {
		t.Fatalf("got %+v, %v", c, err)
	}
	if c, err = Load(env("NONMERCI_CONFIG", file)); err != nil || c.Lang != "de" {
		t.Fatalf("got %+v, %v", c, err)
	}
}

func TestASettingCanStandInAFile(t *testing.T) {
	c, err := Load(env("NONMERCI_LANG_FILE", write(t, "it\n")))
	if err != nil || c.Lang != "it" {
		t.Fatalf("got %+v, %v", c, err)
	}
}

func TestMistakesNameTheSettingAndTheRemedy(t *testing.T) {
	for name, c := range map[string]struct {
		env  []string
		want []string
	}{
		"UnknownLanguage": {[]string{"NONMERCI_LANG", "eo"}, []string{"NONMERCI_LANG", "fr, en"}},
		"Both":            {[]string{"NONMERCI_LANG", "fr", "NONMERCI_LANG_FILE", "x"}, []string{"both", "unset one"}},
		"NoFile":          {[]string{"NONMERCI_LANG_FILE", "/nowhere/x"}, []string{"NONMERCI_LANG_FILE", "/nowhere/x"}},
		"NoBase":          {[]string{"NONMERCI_KB", "/nowhere"}, []string{"NONMERCI_KB", "unset"}},
		"NoConfig":        {[]string{"NONMERCI_CONFIG", "/nowhere"}, []string{"NONMERCI_CONFIG", "unset"}},
		"NoToken":         {[]string{"NONMERCI_TELEGRAM_TOKEN", "s3cret"}, []string{"NONMERCI_TELEGRAM_TOKEN", "@BotFather"}},
		"TokenWithSpace":  {[]string{"NONMERCI_DISCORD_TOKEN", "Bot s3cret"}, []string{"NONMERCI_DISCORD_TOKEN", "without « Bot »"}},
		"NoURL":           {[]string{"NONMERCI_DISCORD_API_URL", "localhost"}, []string{"NONMERCI_DISCORD_API_URL", "https://"}},
		"NoSecret":        {[]string{"NONMERCI_TELEGRAM_WEBHOOK_URL", "https://example.org/hook"}, []string{"NONMERCI_TELEGRAM_WEBHOOK_SECRET", "openssl"}},
		"BadSecret":       {[]string{"NONMERCI_TELEGRAM_WEBHOOK_URL", "https://example.org/hook", "NONMERCI_TELEGRAM_WEBHOOK_SECRET", "s3cret!"}, []string{"_SECRET must be"}},
		"NoAddress":       {[]string{"NONMERCI_HTTP_ADDR", "8080"}, []string{"NONMERCI_HTTP_ADDR", "host:port"}},
		"NoNumber":        {[]string{"NONMERCI_PERSON_PER_MINUTE", "many"}, []string{"NONMERCI_PERSON_PER_MINUTE", "number"}},
		"NegativeNumber":  {[]string{"NONMERCI_CHAT_PER_MINUTE", "-1"}, []string{"NONMERCI_CHAT_PER_MINUTE", "number"}},
		"LogFormat":       {[]string{"NONMERCI_LOG_FORMAT", "xml"}, []string{"NONMERCI_LOG_FORMAT", "text or json"}},
		"NoDatabase":      {[]string{"NONMERCI_DATABASE_URL", "mysql://u:s3cret@h/db"}, []string{"NONMERCI_DATABASE_URL", "sqlite:nonmerci.db"}},
		"NoPath":          {[]string{"NONMERCI_DATABASE_URL", "sqlite:"}, []string{"NONMERCI_DATABASE_URL", "path"}},
		"BadPassword":     {[]string{"NONMERCI_DATABASE_URL", "postgres://u:s3cret%zz@h/db"}, []string{"NONMERCI_DATABASE_URL", "%40"}},
		"NoCurator":       {[]string{"NONMERCI_CURATORS", "discord:1 @chloe"}, []string{"NONMERCI_CURATORS", "@chloe", "discord:123456789"}},
		"NoShards":        {[]string{"NONMERCI_DISCORD_SHARDS", "-1"}, []string{"NONMERCI_DISCORD_SHARDS", "number"}},
		"NoContact":       {[]string{"NONMERCI_CONTACT", "two words"}, []string{"NONMERCI_CONTACT", "https://example.org/bot"}},
		"SecretInFile":    {[]string{"NONMERCI_CONFIG", write(t, "telegram_token: [s3cret]\n")}, []string{"the keys are"}},
		"UnknownKey":      {[]string{"NONMERCI_CONFIG", write(t, "language: fr\n")}, []string{"the keys are kb, lang"}},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Load(env(c.env...))
			if err == nil {
				t.Fatal("no error")
			}
			for _, w := range c.want {
				if !strings.Contains(err.Error(), w) {
					t.Errorf("%q does not say %q", err, w)
				}
			}
			if strings.Contains(err.Error(), "s3cret") {
				t.Errorf("%q shows a secret", err)
			}
			if strings.Contains(err.Error(), "\n") {
				t.Errorf("%q is more than one line", err)
			}
		})
	}
}

// TestEverySettingIsReadFromAllPlaces: the variable, the file that a variable names, and the YAML file.
func TestEverySettingIsReadFromAllPlaces(t *testing.T) {
	values := map[string]string{
		"KB": ".", "LANG": "nl", "DISCORD_TOKEN": "a.b.c", "TELEGRAM_TOKEN": "1:x", "DISCORD_API_URL": "http://127.0.0.1:1",
		"TELEGRAM_API_URL": "http://127.0.0.1:2", "TELEGRAM_WEBHOOK_URL": "https://example.org/hook", "TELEGRAM_WEBHOOK_SECRET": "xyz",
		"HTTP_ADDR": ":0", "STATE_DIR": "elsewhere", "PERSON_PER_MINUTE": "7", "CHAT_PER_MINUTE": "0", "LOG_FORMAT": "json",
		"DATABASE_URL": "postgres://u:p@h/db", "CURATORS": "discord:1 telegram:2", "DISCORD_SHARDS": "3", "CONTACT": "https://example.org/bot",
		"LLM_BASE_URL": "http://127.0.0.1:3/v1", "LLM_MODEL": "m", "LLM_API_KEY": "k", "LLM_PROFILE": "vllm", "LLM_TIMEOUT": "3s",
		"LLM_DAILY_TOKENS": "0", "LLM_COMMUNITY_DAILY_TOKENS": "9",
	}
	var vars, files, yaml []string
	for name, v := range values {
		vars = append(vars, "NONMERCI_"+name, v)
		files = append(files, "NONMERCI_"+name+"_FILE", write(t, v+"\n"))
		yaml = append(yaml, strings.ToLower(name)+": \""+v+"\"")
	}
	for place, pairs := range map[string][]string{
		"variables": vars, "files": files, "YAML": {"NONMERCI_CONFIG", write(t, strings.Join(yaml, "\n"))},
	} {
		c, err := Load(env(pairs...))
		if err != nil {
			t.Fatalf("%s: %v", place, err)
		}
		for _, s := range c.settings() {
			if *s.field != values[s.name] {
				t.Errorf("%s: %s is %q, want %q", place, s.name, *s.field, values[s.name])
			}
		}
		if person, chat := c.PerMinute(); person != 7 || chat != 0 {
			t.Errorf("%s: %d and %d a minute", place, person, chat)
		}
		if n := c.Shards(); n != 3 {
			t.Errorf("%s: %d shards", place, n)
		}
	}
}

func TestSecretsAreNotShown(t *testing.T) {
	c := Config{DiscordToken: "s3cret", TelegramToken: "1:s3cret", TelegramWebhookSecret: "s3cret"}
	if s := c.String(); strings.Contains(s, "s3cret") || strings.Count(s, " set\n") != 3 {
		t.Error(s)
	}
}

func TestStringListsEverySetting(t *testing.T) {
	s := Config{KB: "folder"}.String()
	for _, w := range []string{"NONMERCI_KB", "folder", "NONMERCI_LANG"} {
		if !strings.Contains(s, w) {
			t.Errorf("%q lacks %q", s, w)
		}
	}
}
