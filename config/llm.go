package config

import (
	"fmt"
	"net"
	"net/netip"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/sashabaranov/go-openai"
)

// What empty settings of the model mean.
const (
	DefaultLLMTimeout              = 2500 * time.Millisecond
	DefaultLLMDailyTokens          = 500_000
	DefaultLLMCommunityDailyTokens = 50_000
)

// The bounds of NONMERCI_LLM_TIMEOUT: below, no model answers; above, nobody waits.
const (
	minLLMTimeout = 100 * time.Millisecond
	maxLLMTimeout = 30 * time.Second
)

// Profiles are the kinds of server that can be named; auto guesses from the address.
var Profiles = []string{"auto", "openai", "ollama", "llamacpp", "vllm", "mistral"}

// LLM are the settings of the model that are numbers.
type LLM struct {
	Timeout                           time.Duration
	DailyTokens, CommunityDailyTokens int // 0: no bound
}

// LLM reads the settings of the model that are numbers. c must be valid.
func (c Config) LLM() LLM {
	l, _ := c.readLLM()
	return l
}

func (c Config) readLLM() (l LLM, err error) {
	l = LLM{DefaultLLMTimeout, DefaultLLMDailyTokens, DefaultLLMCommunityDailyTokens}
	if c.LLMTimeout != "" {
		l.Timeout, err = time.ParseDuration(c.LLMTimeout)
		if err != nil || l.Timeout < minLLMTimeout || l.Timeout > maxLLMTimeout {
			return l, fmt.Errorf("NONMERCI_LLM_TIMEOUT is %q; write a time from %v to %v, such as 2.5s", c.LLMTimeout, minLLMTimeout, maxLLMTimeout)
		}
	}
	for _, s := range []struct {
		name, value string
		field       *int
	}{{"LLM_DAILY_TOKENS", c.LLMDailyTokens, &l.DailyTokens}, {"LLM_COMMUNITY_DAILY_TOKENS", c.LLMCommunityDailyTokens, &l.CommunityDailyTokens}} {
		if s.value == "" {
			continue
		}
		if *s.field, err = strconv.Atoi(s.value); err != nil || *s.field < 0 {
			return l, fmt.Errorf("NONMERCI_%s is %q; write a number of tokens a day, or 0 for no bound", s.name, s.value)
		}
	}
	return l, nil
}

func (c Config) validateLLM() error {
	if c.LLMBaseURL == "" {
		for name, value := range map[string]string{"LLM_MODEL": c.LLMModel, "LLM_API_KEY": c.LLMAPIKey, "LLM_PROFILE": c.LLMProfile} {
			if value != "" {
				return fmt.Errorf("NONMERCI_%s is set, and NONMERCI_LLM_BASE_URL is not; set both, such as http://127.0.0.1:11434/v1, or unset it", name)
			}
		}
	} else if err := c.validateServer(); err != nil {
		return err
	}
	_, err := c.readLLM()
	return err
}

// validateServer checks the settings of a model that is there.
func (c Config) validateServer() error {
	u, err := url.Parse(c.LLMBaseURL)
	switch {
	case err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.RawQuery != "" || u.Fragment != "":
		return fmt.Errorf("NONMERCI_LLM_BASE_URL is not an address; write it as https://host/v1, without a question mark, or unset it")
	case u.User != nil:
		return fmt.Errorf("NONMERCI_LLM_BASE_URL has a name or a password in it; put the key into NONMERCI_LLM_API_KEY")
	case strings.HasSuffix(strings.TrimRight(u.Path, "/"), "/chat/completions"):
		return fmt.Errorf("NONMERCI_LLM_BASE_URL ends with /chat/completions; leave that out: the address ends with /v1")
	case c.LLMModel == "":
		return fmt.Errorf("NONMERCI_LLM_BASE_URL is set, and NONMERCI_LLM_MODEL is not; name a model that the server has, or unset the address")
	case c.LLMProfile != "" && !slices.Contains(Profiles, c.LLMProfile):
		return fmt.Errorf("NONMERCI_LLM_PROFILE is %q; write one of %s, or unset it", c.LLMProfile, strings.Join(Profiles, ", "))
	case strings.ContainsFunc(c.LLMAPIKey, func(r rune) bool { return r <= ' ' || r > '~' }):
		return fmt.Errorf("NONMERCI_LLM_API_KEY has a space or an accent in it; copy it again, without « Bearer » before it")
	}
	//lint:ignore SA1019 the field that every server knows, and that the client refuses
	request := openai.ChatCompletionRequest{Model: c.LLMModel, MaxTokens: 1, Temperature: 0.2} //nolint:staticcheck // the same
	if err := openai.NewReasoningValidator().Validate(request); err != nil {
		return fmt.Errorf("NONMERCI_LLM_MODEL is %q, a model that reasons before it writes: too slow for this, and refused by the client; "+
			"name another, or give yours another name on your server", c.LLMModel)
	}
	return nil
}

// Warnings are what can be used and had better be changed, a line each, with the remedy. c must be valid.
func (c Config) Warnings() []string {
	u, err := url.Parse(c.LLMBaseURL)
	if err != nil || u.Scheme != "http" || c.LLMAPIKey == "" || nearby(u.Hostname()) {
		return nil
	}
	return []string{"NONMERCI_LLM_API_KEY is sent over plain http to a host that may be far away, where others can read it; use https in NONMERCI_LLM_BASE_URL"}
}

// nearby says whether a host is of this machine or of a network of one's own, as far as its name tells.
func nearby(host string) bool {
	if ip, err := netip.ParseAddr(host); err == nil {
		return ip.IsLoopback() || ip.IsPrivate() || ip.IsLinkLocalUnicast()
	}
	if net.ParseIP(host) != nil || !strings.Contains(strings.TrimSuffix(host, "."), ".") {
		return true // a name without a point is of one's own network
	}
	for _, end := range []string{".local", ".localhost", ".internal", ".lan", ".home.arpa"} {
		if strings.HasSuffix(strings.ToLower(host), end) {
			return true
		}
	}
	return false
}
