package config

import (
	"strings"
	"testing"
	"time"
)

func TestAModelIsSetWholeOrNotAtAll(t *testing.T) {
	for name, c := range map[string]struct {
		env  []string // after NONMERCI_LLM_
		want []string
	}{
		"NoModel":       {[]string{"BASE_URL", "http://127.0.0.1:8080/v1"}, []string{"NONMERCI_LLM_MODEL is not", "unset"}},
		"ModelAlone":    {[]string{"MODEL", "m"}, []string{"NONMERCI_LLM_MODEL is set", "NONMERCI_LLM_BASE_URL"}},
		"KeyAlone":      {[]string{"API_KEY", "s3cret"}, []string{"NONMERCI_LLM_API_KEY is set", "NONMERCI_LLM_BASE_URL"}},
		"ProfileAlone":  {[]string{"PROFILE", "vllm"}, []string{"NONMERCI_LLM_PROFILE is set"}},
		"NoAddress":     {[]string{"BASE_URL", "localhost:8080", "MODEL", "m"}, []string{"NONMERCI_LLM_BASE_URL", "https://"}},
		"Query":         {[]string{"BASE_URL", "https://h.example/v1?key=s3cret", "MODEL", "m"}, []string{"NONMERCI_LLM_BASE_URL", "question mark"}},
		"Password":      {[]string{"BASE_URL", "https://u:s3cret@h.example/v1", "MODEL", "m"}, []string{"NONMERCI_LLM_API_KEY"}},
		"WholeEndpoint": {[]string{"BASE_URL", "https://h.example/v1/chat/completions", "MODEL", "m"}, []string{"leave that out", "/v1"}},
		"Profile":       {[]string{"BASE_URL", "https://h.example/v1", "MODEL", "m", "PROFILE", "bard"}, []string{"bard", "llamacpp"}},
		"Bearer":        {[]string{"BASE_URL", "https://h.example/v1", "MODEL", "m", "API_KEY", "Bearer s3cret"}, []string{"NONMERCI_LLM_API_KEY", "Bearer"}},
		"Reasoning":     {[]string{"BASE_URL", "https://h.example/v1", "MODEL", "gpt-5-mini"}, []string{"NONMERCI_LLM_MODEL", "gpt-5-mini", "name another"}},
		"ReasoningO":    {[]string{"BASE_URL", "https://h.example/v1", "MODEL", "o3"}, []string{"NONMERCI_LLM_MODEL"}},
		"NoTime":        {[]string{"TIMEOUT", "2500"}, []string{"NONMERCI_LLM_TIMEOUT", "2.5s"}},
		"Long":          {[]string{"TIMEOUT", "5m"}, []string{"NONMERCI_LLM_TIMEOUT"}},
		"Tokens":        {[]string{"DAILY_TOKENS", "1M"}, []string{"NONMERCI_LLM_DAILY_TOKENS", "0 for no bound"}},
		"FewerThanNone": {[]string{"COMMUNITY_DAILY_TOKENS", "-1"}, []string{"NONMERCI_LLM_COMMUNITY_DAILY_TOKENS"}},
	} {
		t.Run(name, func(t *testing.T) {
			var vars []string
			for i := 0; i < len(c.env); i += 2 {
				vars = append(vars, "NONMERCI_LLM_"+c.env[i], c.env[i+1])
			}
			_, err := Load(env(vars...))
			if err == nil {
				t.Fatal("no error")
			}
			for _, w := range c.want {
				if !strings.Contains(err.Error(), w) {
					t.Errorf("%q does not say %q", err, w)
				}
			}
			if strings.Contains(err.Error(), "s3cret") || strings.Contains(err.Error(), "\n") {
				t.Errorf("%q shows a secret, or is more than one line", err)
			}
		})
	}
}

func TestNumbersOfTheModel(t *testing.T) {
	if got := (Config{}).LLM(); got != (LLM{DefaultLLMTimeout, DefaultLLMDailyTokens, DefaultLLMCommunityDailyTokens}) {
		t.Errorf("by default %+v", got)
	}
	c := Config{LLMTimeout: "900ms", LLMDailyTokens: "0", LLMCommunityDailyTokens: "7"}
	if got := c.LLM(); got != (LLM{900 * time.Millisecond, 0, 7}) {
		t.Errorf("got %+v", got)
	}
}

func TestAKeyOverPlainHTTPIsWarnedOf(t *testing.T) {
	for url, warned := range map[string]bool{
		"http://models.example.org/v1": true, "http://203.0.113.9:8000/v1": true, "https://models.example.org/v1": false,
		"http://127.0.0.1:8080/v1": false, "http://[::1]:8080/v1": false, "http://localhost:11434/v1": false, "http://10.1.2.3/v1": false,
		"http://ollama:11434/v1": false, "http://box.local/v1": false, "http://models.local.example.org/v1": true,
	} {
		c := Config{LLMBaseURL: url, LLMModel: "m", LLMAPIKey: "s3cret"}
		if err := c.Validate(); err != nil {
			t.Errorf("%s: %v", url, err)
		}
		w := c.Warnings()
		if (len(w) == 1) != warned {
			t.Errorf("%s: warnings %q", url, w)
		}
		if strings.Contains(strings.Join(w, ""), "s3cret") {
			t.Errorf("%s: the key is shown", url)
		}
		if c.LLMAPIKey = ""; c.Warnings() != nil {
			t.Errorf("%s: warned of no key", url)
		}
	}
}
