package telegramtest

import "slices"

// A Problem is a call, an answer or an update that the specification does not allow. Calls are carried out all the same, unless the
// real server refuses them too.
type Problem struct {
	Where string // the method, or « update <kind> »
	Path  string // such as reply_markup.inline_keyboard[0][1].text
	What  string
}

// String is the problem on one line.
func (p Problem) String() string { return p.Where + ": " + p.Path + ": " + p.What }

// Problems are all problems so far. None are found without Options.Spec.
func (s *Server) Problems() []Problem {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.problems)
}
