package rephrase

import (
	"fmt"
	"net/url"
	"slices"
	"strings"

	"github.com/sashabaranov/go-openai"
)

// temperature is low: the model has little to invent. Zero would not be sent, and the server's own be taken.
const temperature = 0.2

// A profile says which fields a kind of server accepts beside model, messages, max_tokens, temperature and stream, which all do. Nothing else is ever
// sent: some servers refuse a request for one field too many.
type profile struct {
	name     string
	usage    bool // stream_options, to be told the tokens of a stream
	anyModel bool // accepts any name of a model: whether it is listed says nothing
	anyCase  bool // accepts the name of a model in any case
	cuts     bool // cuts what is longer than its context, without saying so
}

// profiles are the kinds of server. The first is for those that nothing is known of: the fewest fields.
var profiles = []profile{
	{name: "auto"},
	{name: "openai", usage: true},
	{name: "ollama", usage: true, anyCase: true, cuts: true},
	{name: "llamacpp", usage: true, anyModel: true},
	{name: "vllm", usage: true},
	{name: "mistral"}, // stream_options is refused with 422; the last chunk has the tokens all the same
}

// Profiles lists the names of the profiles.
func Profiles() []string {
	names := make([]string, len(profiles))
	for i, p := range profiles {
		names[i] = p.name
	}
	return names
}

// profileOf returns the profile of a name, for "" and "auto" the one that an address tells.
func profileOf(name, baseURL string) (profile, error) {
	if name == "" || name == "auto" {
		name = guess(baseURL)
	}
	i := slices.IndexFunc(profiles, func(p profile) bool { return p.name == name })
	if i < 0 {
		return profile{}, fmt.Errorf("the profile %q is not known; write one of %s", name, strings.Join(Profiles(), ", "))
	}
	return profiles[i], nil
}

// guess tells a kind of server by its host, or by the port that it uses unless told otherwise.
func guess(baseURL string) string {
	u, err := url.Parse(baseURL)
	if err != nil {
		return "auto"
	}
	host := strings.ToLower(u.Hostname())
	switch {
	case host == "api.openai.com":
		return "openai"
	case host == "mistral.ai" || strings.HasSuffix(host, ".mistral.ai"):
		return "mistral"
	}
	switch u.Port() {
	case "11434":
		return "ollama"
	case "8080":
		return "llamacpp"
	case "8000":
		return "vllm"
	}
	return "auto"
}

// request is what is sent to every kind of server. The field max_tokens has a successor, which only some of them know.
func request(model string, messages []openai.ChatCompletionMessage, maxTokens int) openai.ChatCompletionRequest {
	//lint:ignore SA1019 see above
	return openai.ChatCompletionRequest{Model: model, Messages: messages, MaxTokens: maxTokens, Temperature: temperature} //nolint:staticcheck // see above
}

// streamed is a request for a stream.
func (p profile) streamed(r openai.ChatCompletionRequest) openai.ChatCompletionRequest {
	r.Stream = true
	if p.usage {
		r.StreamOptions = &openai.StreamOptions{IncludeUsage: true}
	}
	return r
}
