package modeltest

import "slices"

// A Kind is a kind of server: what it accepts, and how it refuses.
type Kind struct {
	Name     string
	fields   []string // of a request, all that are accepted; nil: any
	errors   shape
	anyModel bool // any name of a model is accepted
	open     bool // its models are listed without a key, and while it reads one
	usage    bool // tokens are told at the end of a stream without being asked
	ollama   bool // it behaves as Ollama where no other does; see ollama.go
}

// A shape is what the body of a refusal looks like.
type shape int

const (
	likeOpenAI  shape = iota // {"error": {"message", "type", "param", "code"}}
	likeLlama                // {"error": {"code", "message", "type"}}, the status as a number for code
	likeMistral              // {"object": "error", "message": {"detail": […]}} for a field, a text otherwise
	likeVLLM                 // {"object": "error", "message": …}, as older versions wrote it
	likeOllama               // as OpenAI's, without param
)

var common = []string{"model", "messages", "max_tokens", "temperature", "top_p", "stream", "stop", "response_format", "seed", "n", "frequency_penalty", "presence_penalty"}

// The kinds, as their documentation and trackers describe them; llama.cpp as its source does; Ollama as it
// answers (testdata/ollama.golden). Strict is none that exists: it accepts the fewest fields of all.
var (
	OpenAI = Kind{Name: "openai", fields: append(slices.Clone(common), "stream_options", "max_completion_tokens", "store", "user", "metadata", "tools", "tool_choice",
		"reasoning_effort", "logprobs", "top_logprobs", "parallel_tool_calls", "service_tier", "logit_bias")}
	Ollama   = Kind{Name: "ollama", errors: likeOllama, ollama: true}                // accepts what it does not know
	LlamaCpp = Kind{Name: "llamacpp", errors: likeLlama, anyModel: true, open: true} // accepts what it does not know
	VLLM     = Kind{Name: "vllm", errors: likeVLLM, fields: append(slices.Clone(common), "stream_options", "max_completion_tokens", "chat_template_kwargs")}
	Mistral  = Kind{Name: "mistral", errors: likeMistral, usage: true, fields: []string{
		"model", "messages", "max_tokens", "temperature", "top_p", "stream", "stop", "random_seed", "response_format", "tools", "tool_choice", "safe_prompt",
		"presence_penalty", "frequency_penalty", "n",
	}}
	Strict = Kind{Name: "strict", fields: []string{"model", "messages", "max_tokens", "temperature", "stream"}}
)
