package rephrase

import (
	"context"
	"fmt"
	"strings"
)

// needed is how many tokens a server has to read for the longest answers, with the room for what is written about them.
const needed = 7000

// checkContext asks for a word after a text that no tokenizer makes less than needed tokens of, and says whether the server has read them. Where it does not
// say how many it read, or takes too long to, nothing is found: the answers that people wait for are shorter.
func (r *Rewriter) checkContext(ctx context.Context, say func(ok bool, what, remedy string)) {
	digits := strings.Repeat("7 3 9 1 ", needed/4) // a token has no more than one of them
	switch read, f := r.word(ctx, digits+"\nSay: yes"); {
	case read >= needed:
		say(true, fmt.Sprintf("it reads %d tokens and more", needed), "")
	case read > 0:
		say(false, fmt.Sprintf("of %d tokens the server gives %d to the model and drops the others without saying so", needed, read),
			"give it a context of 8,192 tokens, for Ollama with OLLAMA_CONTEXT_LENGTH=8192, and start it again")
	case f != nil:
		say(true, "how long a text it reads cannot be told: "+string(f.Class), "")
	}
}
