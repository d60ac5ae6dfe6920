package telegramtest

import (
	"context"
	"maps"
	"slices"
)

// A Sent is a message that somebody wrote, and what the bot answered. A message of the bot answers the one that it replies to, also by
// way of its own; one that replies to nothing answers, in private, the oldest message still without an answer, or else the one answered last; in a group,
// the last message of the same topic that the bot was shown.
type Sent struct {
	srv     *Server
	chat    *Chat
	record  *record
	answers []*record
	settled bool // no answer is expected any more
	err     error
}

// Err says why the message could not be written.
func (q *Sent) Err() error { return q.err }

// Message is the message as it stands.
func (q *Sent) Message() Message {
	if q.record == nil {
		return Message{}
	}
	q.srv.mu.Lock()
	defer q.srv.mu.Unlock()
	return q.record.msg
}

// Shown says whether the bot was shown the message.
func (q *Sent) Shown() bool {
	q.srv.mu.Lock()
	defer q.srv.mu.Unlock()
	return q.record != nil && q.record.shown
}

// Settle says that the message needs no answer: what the bot writes next without replying is not taken for one.
func (q *Sent) Settle() {
	q.srv.mu.Lock()
	defer q.srv.mu.Unlock()
	q.settled = true
}

// Answers are the bot's answers as they stand, in the order in which they came.
func (q *Sent) Answers() []Message {
	q.srv.mu.Lock()
	defer q.srv.mu.Unlock()
	return q.current()
}

func (q *Sent) current() []Message {
	var all []Message
	for _, r := range q.answers {
		all = append(all, r.msg)
	}
	return all
}

// Wait waits for the first answer.
func (q *Sent) Wait(ctx context.Context) (Message, error) {
	all, err := q.WaitFor(ctx, func(all []Message) bool { return len(all) > 0 })
	if err != nil {
		return Message{}, err
	}
	return all[0], nil
}

// WaitFor waits until the answers, as they then stand, satisfy ok, which must not call the server.
func (q *Sent) WaitFor(ctx context.Context, ok func([]Message) bool) ([]Message, error) {
	if q.err != nil {
		return nil, q.err
	}
	var all []Message
	err := q.srv.await(ctx, "an answer", func() bool {
		all = q.current()
		return ok(all)
	})
	return all, err
}

// attribute finds what a message of the bot answers.
func (s *Server) attribute(c *Chat, r *record) {
	q := s.answered(c, &r.msg)
	if q == nil {
		return
	}
	q.answers = append(q.answers, r)
	r.answerOf, c.lastBot = q, q
}

func (s *Server) answered(c *Chat, m *Message) *Sent {
	if m.ReplyTo != nil && m.ReplyTo.TopicCreated == nil {
		return c.repliedTo(m.ReplyTo.ID)
	}
	if c.person != nil {
		for _, q := range c.sents {
			if len(q.answers) == 0 && !q.settled {
				return q
			}
		}
		return c.lastBot
	}
	for _, q := range slices.Backward(c.sents) {
		if asked := &q.record.msg; asked.IsTopicMessage == m.IsTopicMessage && (!m.IsTopicMessage || asked.ThreadID == m.ThreadID) {
			return q
		}
	}
	return nil
}

// repliedTo is the message with an id, or the one that the bot answered with it, or nil.
func (c *Chat) repliedTo(id int) *Sent {
	if r := c.messages[id]; r != nil && r.answerOf != nil {
		return r.answerOf
	}
	for _, q := range slices.Backward(c.sents) {
		if q.record.msg.ID == id {
			return q
		}
	}
	return nil
}

// Counts sum up what became of what people did.
type Counts struct {
	Shown       int // messages of people that the bot was shown
	Answered    int
	Answers     int
	Duplicates  int // answers with the text of an earlier answer to the same message
	Presses     int
	Unanswered  int // presses without an answer
	Queries     int // inline queries that the bot was asked
	NotAnswered int // of these, without an answer
}

// Counts counts everything since the server was made.
func (s *Server) Counts() Counts {
	s.mu.Lock()
	defer s.mu.Unlock()
	n := Counts{Shown: len(s.sents), Presses: len(s.callbacks), Queries: len(s.inline.queries)}
	for _, q := range s.sents {
		n.Answers += len(q.answers)
		if len(q.answers) > 0 {
			n.Answered++
		}
		seen := map[string]bool{}
		for _, r := range q.answers {
			if text := r.msg.Text + r.msg.Caption; seen[text] {
				n.Duplicates++
			} else {
				seen[text] = true
			}
		}
	}
	for p := range maps.Values(s.callbacks) {
		if p.answer == nil {
			n.Unanswered++
		}
	}
	for t := range maps.Values(s.inline.queries) {
		if t.answer == nil {
			n.NotAnswered++
		}
	}
	return n
}

// Sents are the messages of people that the bot was shown, oldest first.
func (s *Server) Sents() []*Sent {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.sents)
}
