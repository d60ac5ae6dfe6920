package rephrase

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/sashabaranov/go-openai"
)

// Check asks the server for its models and for one word, of a kind that cuts what is too long for it also for one after a long text, and says what it finds:
// whether it is right, what it is and, where something is to be done, what. It is for a person who waits, and changes nothing that is counted.
func (r *Rewriter) Check(ctx context.Context, say func(ok bool, what, remedy string)) {
	say(true, fmt.Sprintf("profile %s, model %s", r.server.profile.name, r.o.Model), "")
	list, e, err := r.models(ctx)
	switch {
	case err != nil && e.status == 0:
		f := sayable(ctx, err)
		say(false, "the server cannot be asked: "+string(f.Class), remedies[f.Class])
		return
	case err != nil && ofStatus(e.status) == Key:
		say(false, "the server refuses the key", remedies[Key])
		return
	case err != nil:
		say(true, "the server answers, and does not list its models", "")
	case r.server.profile.anyModel || r.server.profile.listed(list, r.o.Model):
		say(true, fmt.Sprintf("the server answers; models: %d", len(list)), "")
	default:
		say(false, fmt.Sprintf("the server does not list the model %s", r.o.Model), hint(list))
		return
	}
	if _, f := r.word(ctx, "Say: yes"); f != nil {
		say(false, "the model does not write: "+string(f.Class), remedies[f.Class])
		return
	}
	say(true, "the model writes", "")
	if r.server.profile.cuts {
		r.checkContext(ctx, say)
	}
}

// models asks the server which models it has.
func (r *Rewriter) models(ctx context.Context) ([]openai.Model, *exchange, error) {
	ctx, cancel := context.WithTimeout(ctx, r.o.FirstByte)
	defer cancel()
	ctx, e := withExchange(ctx)
	list, err := r.server.client.ListModels(ctx)
	return list.Models, e, err
}

// word asks the model for one word; the failure is nil when it writes any, and read what the server says that the model was given, in tokens, 0 when it does
// not say.
func (r *Rewriter) word(ctx context.Context, ask string) (read int, f *Failure) {
	ctx, cancel := context.WithTimeout(ctx, r.o.Finish)
	defer cancel()
	ctx, e := withExchange(ctx)
	w := &writing{sink: func(string) error { return nil }}
	say := request(r.o.Model, []openai.ChatCompletionMessage{{Role: openai.ChatMessageRoleUser, Content: ask}}, 8)
	err := r.server.stream(ctx, e, say, w)
	if err != nil && noStream(err) {
		err = r.server.once(ctx, say, w)
	}
	if w.usage != nil {
		read = w.usage.PromptTokens
	}
	switch {
	case w.bytes > 0 && w.finish == string(openai.FinishReasonLength) && errors.Is(err, fail(Cut)):
		return read, nil // eight tokens are not many
	case err != nil:
		return read, sayable(ctx, err)
	case w.bytes == 0:
		return read, &Failure{Cut}
	}
	return read, nil
}

// sayable is classify as a *Failure.
func sayable(ctx context.Context, err error) *Failure {
	f := &Failure{Broken}
	errors.As(classify(ctx, err), &f)
	return f
}

// listed says whether a model is among those of a server. Ollama adds « :latest » to names without a tag.
func (p profile) listed(list []openai.Model, name string) bool {
	for _, m := range list {
		if m.ID == name || m.ID == name+":latest" || p.anyCase && (strings.EqualFold(m.ID, name) || strings.EqualFold(m.ID, name+":latest")) {
			return true
		}
	}
	return false
}

// hint names a few of the models that there are. Names of models are all that is ever repeated of a server, and no more than fits a line.
func hint(list []openai.Model) string {
	var names []string
	for _, m := range list {
		if len(names) < 5 && len(m.ID) < 80 && plain(m.ID) && m.ID != "" {
			names = append(names, m.ID)
		}
	}
	if len(names) == 0 {
		return "load it on the server; it lists none"
	}
	return "load it on the server, or set NONMERCI_LLM_MODEL to one that it lists: " + strings.Join(names, ", ")
}
