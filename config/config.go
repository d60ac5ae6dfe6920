package config

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"github.com/goccy/go-yaml"
)

// Config is every setting. The zero value is the default of each, but where a comment says otherwise.
type Config struct {
	// KB is a folder of base files, or a file of JSON lines, to answer from instead of the shared base.
	KB string `yaml:"kb"`
	// Lang is the language to answer in when a text is too short to tell.
	Lang string `yaml:"lang"`

	// DiscordToken and TelegramToken are the tokens of the bots; serve runs each adapter that has one.
	DiscordToken  string `yaml:"discord_token"`
	TelegramToken string `yaml:"telegram_token"`
	// DiscordAPIURL and TelegramAPIURL point to a proxy or a compatible server instead of the real one.
	DiscordAPIURL  string `yaml:"discord_api_url"`
	TelegramAPIURL string `yaml:"telegram_api_url"`
	// TelegramWebhookURL is where Telegram delivers updates to, instead of being asked for them; TelegramWebhookSecret proves that it is
	// Telegram.
	TelegramWebhookURL    string `yaml:"telegram_webhook_url"`
	TelegramWebhookSecret string `yaml:"telegram_webhook_secret"`

	// HTTPAddr is where health, metrics and the webhook are served: host:port. DefaultHTTPAddr when it is empty.
	HTTPAddr string `yaml:"http_addr"`
	// StateDir is a folder for what must outlive a restart: ids of updates already answered. DefaultStateDir when it is empty.
	StateDir string `yaml:"state_dir"`
	// PersonPerMinute and ChatPerMinute bound the questions answered; "0" lifts the bound. DefaultPerson… and DefaultChat… when empty.
	PersonPerMinute string `yaml:"person_per_minute"`
	ChatPerMinute   string `yaml:"chat_per_minute"`
	// LogFormat is text or json.
	LogFormat string `yaml:"log_format"`

	// DatabaseURL is the address of the database that keeps what moderators write: sqlite:FILE or postgres://…; Database says what it means
	// when it is empty. It may hold a password.
	DatabaseURL string `yaml:"database_url"`
	// Curators are the people who edit the shared base, as « discord:123 telegram:456 »; CuratorList reads them.
	Curators string `yaml:"curators"`
	// DiscordShards is how many connections to Discord share out its servers; "0" or empty: as many as Discord recommends. Shards reads it.
	DiscordShards string `yaml:"discord_shards"`
	// Contact is a page or a mailbox of whoever runs the program, for those who run the sites and platforms that it asks.
	Contact string `yaml:"contact"`

	// LLMBaseURL is the address of a server with the chat completions of OpenAI, up to and with /v1; without it no model rephrases anything.
	// LLMModel is the model's name there, LLMAPIKey the key, LLMProfile what the server understands (Profiles).
	LLMBaseURL string `yaml:"llm_base_url"`
	LLMModel   string `yaml:"llm_model"`
	LLMAPIKey  string `yaml:"llm_api_key"`
	LLMProfile string `yaml:"llm_profile"`
	// LLMTimeout is how long a reader waits for the model's words at most; LLM reads it, and the bounds on tokens a day, "0" for no bound.
	LLMTimeout              string `yaml:"llm_timeout"`
	LLMDailyTokens          string `yaml:"llm_daily_tokens"`
	LLMCommunityDailyTokens string `yaml:"llm_community_daily_tokens"`
}

// What empty settings mean.
const (
	DefaultHTTPAddr        = "127.0.0.1:8080"
	DefaultStateDir        = "nonmerci-state"
	DefaultPersonPerMinute = 30
	DefaultChatPerMinute   = 120
)

// A setting is one field under its names.
type setting struct {
	name   string // of the environment variable, after NONMERCI_
	field  *string
	unset  string // what it means when it is empty
	secret bool
	show   func(string) string // what of the value is shown; nil: all, or of a secret nothing
}

// settings lists the fields of c in the order that they are shown.
func (c *Config) settings() []setting {
	return []setting{
		{name: "KB", field: &c.KB, unset: "the shared base"},
		{name: "LANG", field: &c.Lang, unset: "found out from the question"},
		{name: "DISCORD_TOKEN", field: &c.DiscordToken, unset: "not on Discord", secret: true},
		{name: "DISCORD_SHARDS", field: &c.DiscordShards, unset: "as many as Discord recommends"},
		{name: "DISCORD_API_URL", field: &c.DiscordAPIURL, unset: "Discord itself"},
		{name: "TELEGRAM_TOKEN", field: &c.TelegramToken, unset: "not on Telegram", secret: true},
		{name: "TELEGRAM_API_URL", field: &c.TelegramAPIURL, unset: "Telegram itself"},
		{name: "TELEGRAM_WEBHOOK_URL", field: &c.TelegramWebhookURL, unset: "none: long polling"},
		{name: "TELEGRAM_WEBHOOK_SECRET", field: &c.TelegramWebhookSecret, unset: "none", secret: true},
		{name: "HTTP_ADDR", field: &c.HTTPAddr, unset: DefaultHTTPAddr},
		{name: "STATE_DIR", field: &c.StateDir, unset: DefaultStateDir},
		{name: "PERSON_PER_MINUTE", field: &c.PersonPerMinute, unset: fmt.Sprint(DefaultPersonPerMinute)},
		{name: "CHAT_PER_MINUTE", field: &c.ChatPerMinute, unset: fmt.Sprint(DefaultChatPerMinute)},
		{name: "LOG_FORMAT", field: &c.LogFormat, unset: "text"},
		{name: "DATABASE_URL", field: &c.DatabaseURL, unset: "for serve a file in NONMERCI_STATE_DIR, for kb none", show: withoutPassword},
		{name: "CURATORS", field: &c.Curators, unset: "nobody"},
		{name: "CONTACT", field: &c.Contact, unset: "none"},
		{name: "LLM_BASE_URL", field: &c.LLMBaseURL, unset: "no model", show: withoutPassword},
		{name: "LLM_MODEL", field: &c.LLMModel, unset: "none"},
		{name: "LLM_API_KEY", field: &c.LLMAPIKey, unset: "none", secret: true},
		{name: "LLM_PROFILE", field: &c.LLMProfile, unset: "auto"},
		{name: "LLM_TIMEOUT", field: &c.LLMTimeout, unset: DefaultLLMTimeout.String()},
		{name: "LLM_DAILY_TOKENS", field: &c.LLMDailyTokens, unset: fmt.Sprint(DefaultLLMDailyTokens)},
		{name: "LLM_COMMUNITY_DAILY_TOKENS", field: &c.LLMCommunityDailyTokens, unset: fmt.Sprint(DefaultLLMCommunityDailyTokens)},
	}
}

// Load reads the file named by NONMERCI_CONFIG, if it is set, then the environment over it: each setting as NONMERCI_NAME, or as
// NONMERCI_NAME_FILE, the path of a file that holds it. getenv is os.Getenv, or a test's. An error names the setting and the remedy,
// never its value when it could be a secret.
func Load(getenv func(string) string) (Config, error) {
	var c Config
	if path := getenv("NONMERCI_CONFIG"); path != "" {
		if err := c.readFile(path); err != nil {
			return c, err
		}
	}
	for _, s := range c.settings() {
		if err := fromEnvironment(getenv, "NONMERCI_"+s.name, s.field); err != nil {
			return c, err
		}
	}
	return c, c.Validate()
}

func (c *Config) readFile(path string) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return fmt.Errorf("NONMERCI_CONFIG: %w; point it to a readable YAML file, or unset it", plain(err))
	}
	if err := yaml.UnmarshalWithOptions(data, c, yaml.Strict()); err != nil {
		var keys []string
		for _, s := range c.settings() {
			keys = append(keys, strings.ToLower(s.name))
		}
		// The error of the library shows the lines around the mistake, and a token may stand there.
		return fmt.Errorf("%s: %s; the keys are %s", path, place(err), strings.Join(keys, ", "))
	}
	return nil
}

// place is the first line of a YAML error, and no more if it quotes the file.
func place(err error) string {
	first := strings.SplitN(err.Error(), "\n", 2)[0]
	return cmp.Or(first, "not a YAML file")
}

// fromEnvironment sets field from a variable, or from the file that the variable with _FILE names.
func fromEnvironment(getenv func(string) string, name string, field *string) error {
	value, file := getenv(name), getenv(name+"_FILE")
	switch {
	case value != "" && file != "":
		return fmt.Errorf("%s and %s_FILE are both set; unset one", name, name)
	case value != "":
		*field = strings.TrimSpace(value)
	case file != "":
		data, err := os.ReadFile(file)
		if err != nil {
			return fmt.Errorf("%s_FILE: %w; point it to a readable file, or unset it", name, plain(err))
		}
		*field = strings.TrimSpace(string(data))
	}
	return nil
}

// plain drops the operation from a file error: the path and the reason remain.
func plain(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return fmt.Errorf("%s: %w", p.Path, p.Err)
	}
	return err
}

// String lists the settings, a line each. Secrets are not among what it says, only whether they are set; the address of a database is shown
// without its password.
func (c Config) String() string {
	var b strings.Builder
	for _, s := range c.settings() {
		value := cmp.Or(*s.field, s.unset)
		switch {
		case *s.field == "":
		case s.secret:
			value = "set"
		case s.show != nil:
			value = s.show(*s.field)
		}
		fmt.Fprintf(&b, "NONMERCI_%-26s %s\n", s.name, value)
	}
	return b.String()
}
