package telegramtest

import (
	"bytes"
	"cmp"
	"encoding/json"
	"slices"
	"strings"
)

// checkCall notes what the specification does not allow in a call. The server is not locked, here and in checkResult.
func (s *Server) checkCall(c *call) {
	if s.spec == nil {
		return
	}
	found := s.spec.checkArgs(c)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.note(c.method, found)
}

// checkResult holds this server to the same.
func (s *Server) checkResult(c *call, result any) {
	if s.spec == nil || s.spec.methods[c.method] == nil {
		return
	}
	if _, raw := result.(rawResult); raw {
		return // its updates were checked when they were made, or are wrong on purpose
	}
	found := s.spec.check(s.spec.methods[c.method].returns, decode(mustJSON(result)), "result")
	s.mu.Lock()
	defer s.mu.Unlock()
	s.note("answer to "+c.method, found)
}

// checkUpdate does so for an update; the server is locked.
func (s *Server) checkUpdate(kind string, body []byte) {
	if s.spec != nil {
		s.note("update "+kind, s.spec.check([]string{"Update"}, decode(body), ""))
	}
}

func (s *Server) note(where string, found []finding) {
	slices.SortFunc(found, func(a, b finding) int {
		return cmp.Or(strings.Compare(a.path, b.path), strings.Compare(a.what, b.what))
	})
	for _, f := range found {
		s.problems = append(s.problems, Problem{where, f.path, f.what})
	}
}

func decode(raw []byte) any {
	dec := json.NewDecoder(bytes.NewReader(raw))
	dec.UseNumber()
	var v any
	if dec.Decode(&v) != nil {
		return nil
	}
	return v
}
