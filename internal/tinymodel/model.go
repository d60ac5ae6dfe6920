package tinymodel

import (
	"errors"
	"io"
	"math/rand/v2"
	"unicode/utf8"
)

// Options are what a model is to be.
type Options struct {
	Say     string // what it writes, whatever it is asked; "" for random weights
	Broken  bool   // a matrix is missing, so that no server can load it
	Seed    uint64 // of the weights; the same Options make the same bytes
	Context int    // how many tokens it says that it can read; 0 means 32,768. It reads most letters as one, an « é » as two
}

// The sizes of a model: numbers for a token, heads of its attention. It has one layer.
const (
	width          = 128
	heads          = 4
	defaultContext = 32768
)

// template puts the turns of a conversation one below the other, in the language of templates that llama.cpp reads.
const template = "{% for m in messages %}{{ m.role }}: {{ m.content }}\n{% endfor %}" + Begin

// Modelfile is what « ollama create » wants beside a file of a model, with the same template in Ollama's own language.
func Modelfile(from string) string {
	return "FROM " + from + "\nTEMPLATE \"\"\"{{ range .Messages }}{{ .Role }}: {{ .Content }}\n{{ end }}" + Begin + "\"\"\"\n"
}

// Write writes a model. Its error is that of w, or that the text to say has none that can be said.
func Write(w io.Writer, o Options) error {
	if !utf8.ValidString(o.Say) {
		return errors.New("the text to say is not valid UTF-8; write it as such")
	}
	if o.Context == 0 {
		o.Context = defaultContext
	}
	v, pieces := newVocabulary(o.Say)
	return writeGGUF(w, metadata(o, v), weights(o, v, pieces))
}

func metadata(o Options, v *vocabulary) []field {
	return []field{
		{"general.architecture", "llama"},
		{"general.name", "tiny"},
		{"general.file_type", uint32(0)},
		{"llama.context_length", uint32(o.Context)},
		{"llama.embedding_length", uint32(width)},
		{"llama.block_count", uint32(1)},
		{"llama.feed_forward_length", uint32(width)},
		{"llama.attention.head_count", uint32(heads)},
		{"llama.attention.head_count_kv", uint32(heads)},
		{"llama.attention.layer_norm_rms_epsilon", float32(1e-5)},
		{"llama.rope.dimension_count", uint32(width / heads)},
		{"llama.vocab_size", uint32(len(v.texts))},
		{"tokenizer.ggml.model", "llama"},
		{"tokenizer.ggml.tokens", v.texts},
		{"tokenizer.ggml.scores", v.scores},
		{"tokenizer.ggml.token_type", v.kinds},
		{"tokenizer.ggml.unknown_token_id", uint32(unknown)},
		{"tokenizer.ggml.bos_token_id", uint32(bos)},
		{"tokenizer.ggml.eos_token_id", uint32(eos)},
		{"tokenizer.ggml.add_bos_token", true},
		{"tokenizer.ggml.add_space_prefix", false},
		{"tokenizer.chat_template", template},
	}
}

// weights returns the matrices. A model that says a text attends to nothing: what it knows of a token is a row of random signs, and the token that it finds
// most likely is the one whose column in the last matrix has the same.
func weights(o Options, v *vocabulary, pieces []int) []tensor {
	rng := rand.New(rand.NewPCG(o.Seed, 1))
	n := len(v.texts)
	random := func(size int, scale float64) []float32 {
		out := make([]float32, size)
		for i := range out {
			out[i] = float32(rng.NormFloat64() * scale)
		}
		return out
	}
	known, last, inner := random(n*width, 1), random(n*width, 0.04), 0.1
	if o.Say != "" {
		inner = 0
		for i, x := range known {
			known[i] = 1
			if x < 0 {
				known[i] = -1
			}
		}
		clear(last)
		from := begin
		for _, to := range append(pieces, eos) {
			for i := range width {
				last[to*width+i] = known[from*width+i] / 4
			}
			from = to
		}
	}
	ones := make([]float32, width)
	for i := range ones {
		ones[i] = 1
	}
	out := []tensor{
		{"token_embd.weight", []int{width, n}, known},
		{"output_norm.weight", []int{width}, ones},
		{"output.weight", []int{width, n}, last},
		{"blk.0.attn_norm.weight", []int{width}, ones},
		{"blk.0.ffn_norm.weight", []int{width}, ones},
	}
	for _, name := range []string{"attn_q", "attn_k", "attn_v", "attn_output", "ffn_gate", "ffn_up", "ffn_down"} {
		out = append(out, tensor{"blk.0." + name + ".weight", []int{width, width}, random(width*width, inner)})
	}
	if o.Broken {
		out = out[:len(out)-1]
	}
	return out
}
