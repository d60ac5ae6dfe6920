package main

import (
	"bytes"
	"io"
)

// help says in a line what each measure of ours is; docs/operating.md says more. Neither line ends nor backslashes may be in it.
var help = map[string]string{
	"nonmerci_answer_seconds":         "Time to decide on a reply, without sending it.",
	"nonmerci_delivery_seconds":       "From the receipt of a question to the leaving of its reply.",
	"nonmerci_model_answers_total":    "Answers that a model was to rephrase, by how that ended.",
	"nonmerci_model_cache_hits_total": "Answers whose words were ready.",
	"nonmerci_model_calls_total":      "Requests for words sent to the model's server.",
	"nonmerci_model_lines_total":      "Lines in the model's words, by what became of them.",
	"nonmerci_model_tokens_today":     "Tokens used since midnight (UTC).",
	"nonmerci_model_up":               "1 when the last that was heard of the model is good, else 0.",
	"nonmerci_panics_total":           "Panics caught.",
	"nonmerci_questions_total":        "Messages answered, by platform and by the kind of reply.",
	"nonmerci_queue_depth":            "Pieces of work that wait.",
	"nonmerci_rate_limited_total":     "Refusals for going too fast, by what they hold up.",
	"nonmerci_reconnects_total":       "Times that receiving failed and was begun anew.",
	"nonmerci_retries_total":          "Requests sent again after a failure.",
	"nonmerci_rewrites_total":         "Answers that were to be shown in a model's words after they were sent, by what became of that.",
	"nonmerci_sends_total":            "Requests sent to the platform, by method and outcome.",
	"nonmerci_shard_reconnects_total": "Times that a connection to Discord's gateway was lost and made anew, by shard.",
	"nonmerci_shard_up":               "Whether a connection to Discord's gateway receives, by shard.",
	"nonmerci_shards":                 "Connections to Discord's gateway that this process is to hold.",
	"nonmerci_shards_connected":       "Connections to Discord's gateway that receive.",
	"nonmerci_undecodable_total":      "Events that could not be read and were passed over.",
	"nonmerci_updates_total":          "Events received, by what they bring.",
}

// described writes a page of measures with what each is: the library leaves the lines for that without a text. Those of which help says nothing
// are left out, for some readers of the format want a text.
func described(w io.Writer, page []byte) error {
	var out bytes.Buffer
	for line := range bytes.Lines(page) {
		name, empty := bytes.CutPrefix(bytes.TrimSpace(line), []byte("# HELP "))
		if !empty {
			out.Write(line)
		} else if text := help[string(name)]; text != "" {
			out.WriteString("# HELP " + string(name) + " " + text + "\n")
		}
	}
	_, err := w.Write(out.Bytes())
	return err
}
