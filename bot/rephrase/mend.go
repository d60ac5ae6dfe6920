package rephrase

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/sashabaranov/go-openai"

	"nonmerci/bot"
)

// maxMends is how often lines that did not pass are asked for again: once where the entry's own line can be read by who asked, twice in a translation.
const maxMends = 2

// reword has a model put an answer into other words, and mends them. The job it returns is the last that gave words: nil with an error.
func (r *Rewriter) reword(ctx context.Context, w bot.Rewriting) (bot.Rewritten, *job, error) {
	j := r.newJob(w)
	if err := r.pay(ctx, j); err != nil {
		return bot.Rewritten{}, nil, err
	}
	r.tally.wrote(j)
	words, err := j.c.result()
	for j.mendable() && (err != nil || r.soon(j)) {
		next, until := r.newMend(j), ctx
		if err == nil { // there are words to give to who waits
			var cancel context.CancelFunc
			until, cancel = context.WithDeadline(ctx, j.first.Add(r.o.Timeout*9/10))
			defer cancel()
		}
		if r.pay(until, next) != nil {
			break // what there is stands
		}
		j = next
		r.tally.wrote(j)
		if mended, errMended := j.c.result(); errMended == nil {
			words, err = mended, nil
		}
	}
	return words, j, err
}

// mendable says whether lines did not pass that may pass when they are written again: the model must have shown that it can.
func (j *job) mendable() bool {
	most := maxMends
	if j.w.From == j.w.To {
		most = 1
	}
	return len(j.c.refused) > 0 && j.mends < most && (j.c.passed > 0 || len(j.c.refused) <= 2)
}

// soon says whether mending will be over before those who wait leave, as fast as the model has been so far.
func (r *Rewriter) soon(j *job) bool {
	took := time.Since(j.first)
	return took+time.Since(j.begun)*time.Duration(len(j.c.refused)+1)/time.Duration(len(j.numbers)+1) < r.o.Timeout*9/10
}

// mendLater mends words that were given already, for those who ask next. It returns at once.
func (r *Rewriter) mendLater(k key, j *job) {
	if !j.mendable() || !r.begin() {
		return
	}
	go func() {
		defer r.work.Done()
		if !r.slots.TryAcquire(1) {
			return // readers come first
		}
		defer r.slots.Release(1)
		ctx, cancel := context.WithTimeout(r.life, r.o.Finish)
		defer cancel()
		for j.mendable() {
			next := r.newMend(j)
			if r.pay(ctx, next) != nil {
				return
			}
			j = next
			r.tally.wrote(j)
			if words, err := j.c.result(); err == nil {
				r.cache.put(k, words)
			}
		}
	}()
}

// newMend returns a job that asks once more for the lines of another that did not pass, and says what stands against each.
func (r *Rewriter) newMend(j *job) *job {
	next := &job{w: j.w, before: j.c, mends: j.mends + 1, first: j.first}
	var asked bot.Rewriting
	for _, l := range j.c.refused {
		next.numbers, asked.Lines = append(next.numbers, l.n), append(asked.Lines, j.w.Lines[l.n-1])
	}
	next.room = maxTokens(asked)
	next.messages = slices.Concat(messages(j.w), []openai.ChatCompletionMessage{
		{Role: openai.ChatMessageRoleAssistant, Content: j.c.written()},
		{Role: openai.ChatMessageRoleUser, Content: j.c.complaint()},
	})
	return r.prepare(next)
}

// again returns a comparer that knows what came before, and waits for the lines that did not pass.
func (c *comparer) again() *comparer {
	return &comparer{w: c.w, opening: c.opening, lines: slices.Clone(c.lines), passed: c.passed}
}

// written is what the model wrote so far, as it wrote it.
func (c *comparer) written() string {
	lines := slices.Clone(c.lines)
	for _, l := range c.refused {
		lines[l.n-1] = l.text
	}
	var b strings.Builder
	for i, l := range lines {
		b.WriteString("[" + strconv.Itoa(i+1) + "] " + l + "\n")
	}
	return b.String()
}
