package rephrase

import (
	"context"
	"errors"
	"net/http"
	"syscall"
	"time"

	"github.com/sashabaranov/go-openai"

	"nonmerci/bot"
)

// A job is one thing asked of a model, with what came of it: at most two calls.
type job struct {
	w        bot.Rewriting
	numbers  []int // of the lines that are asked for
	messages []openai.ChatCompletionMessage
	prompt   int // tokens, estimated
	room     int // tokens that the model may write
	begun    time.Time
	first    time.Time // when the first job for the same words was begun
	mends    int       // how many jobs before it asked for some of the same lines
	used     int       // tokens so far
	whole    bool      // the server is asked for the whole answer at once
	before   *comparer // what came of the lines before, where some are asked for again; nil where all are asked for
	c        *comparer // what came of them now
}

// newJob returns a job that asks for every line of an answer.
func (r *Rewriter) newJob(w bot.Rewriting) *job {
	return r.prepare(&job{w: w, numbers: upTo(len(w.Lines)), messages: messages(w), room: maxTokens(w)})
}

func (r *Rewriter) prepare(j *job) *job {
	j.begun, j.whole = time.Now(), r.whole.Load()
	if j.mends == 0 {
		j.first = j.begun
	}
	for _, m := range j.messages {
		j.prompt += tokens(len(m.Content)) + 4
	}
	return j
}

// most is what a job costs at the most, in tokens. A tokenizer that knows a language badly makes one of three bytes.
func (j *job) most() int { return j.prompt*4/3 + j.room }

// ask asks the model, a second time where that is safe and can help, and compares what it writes.
func (r *Rewriter) ask(ctx context.Context, j *job) error {
	e, err := r.call(ctx, j)
	if err == nil || !r.again(ctx, j, e, err) {
		return failureOf(ctx, err)
	}
	if e, err = r.call(ctx, j); err != nil {
		r.rest(e)
	}
	return failureOf(ctx, err)
}

// call makes one call. What came of it is whole, or there is an error.
func (r *Rewriter) call(ctx context.Context, j *job) (e *exchange, err error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel() // what is not read to its end is ended
	ctx, e = withExchange(ctx)
	if j.c = newComparer(j.w); j.before != nil {
		j.c = j.before.again()
	}
	lines := newLineReader(j.numbers, j.longest, j.c.line)
	out := &writing{sink: lines.write}
	r.tally.called()
	request := request(r.o.Model, j.messages, j.room)
	if j.whole {
		err = r.server.once(ctx, request, out)
	} else {
		err = r.server.stream(ctx, e, request, out)
	}
	j.used += used(e, out, j.prompt)
	if err == nil {
		r.whole.Store(j.whole) // a server that gave one whole answer will be asked for others
		err = lines.close()
	}
	return e, err
}

// longest is how long a line may be, in bytes; 0 is the opening.
func (j *job) longest(n int) int {
	if n < 1 || n > len(j.w.Lines) {
		return maxOpening
	}
	return room(j.w.Lines[n-1].Text)
}

// again says whether a call may be made once more, after the wait that it needs: when the server cannot stream, when no connection was made, and
// when the server says that it is too busy and names a time that is not over who asked.
func (r *Rewriter) again(ctx context.Context, j *job, e *exchange, err error) bool {
	var wait time.Duration
	switch {
	case noStream(err) && !j.whole:
		j.whole = true
		return true
	case errors.Is(err, syscall.ECONNREFUSED):
		wait = 50 * time.Millisecond
	case e.retryAfter > 0 && (e.status == http.StatusTooManyRequests || e.status == http.StatusServiceUnavailable):
		wait = e.retryAfter
	default:
		r.rest(e)
		return false
	}
	if time.Since(j.begun)+wait > r.o.Timeout {
		r.rest(e)
		return false
	}
	t := time.NewTimer(wait)
	defer t.Stop()
	select {
	case <-t.C:
		return true
	case <-ctx.Done():
		return false
	}
}

// rest leaves the server alone for as long as it asked.
func (r *Rewriter) rest(e *exchange) {
	if e.retryAfter > 0 { // said with any refusal
		r.paused.Store(time.Now().Add(e.retryAfter).UnixNano())
	}
}

// failureOf is classify, and nil for nil.
func failureOf(ctx context.Context, err error) error {
	if err == nil {
		return nil
	}
	return classify(ctx, err)
}
