package discordgate

import (
	"encoding/json"
	"strconv"
)

// A packet is what the gateway sends (docs: events/gateway). Its parts are cut out of the message, not decoded: most events are of
// kinds that nobody here reads, some are megabytes long, and those that are read are decoded once, by who reads them.
type packet struct {
	op       int
	data     []byte // as JSON; nil when there is none
	sequence int64
	kind     []byte // the type of an event
}

// readPacket cuts a message up; ok is false for what is no object with an opcode. What data holds may still be no JSON.
func readPacket(message []byte) (p packet, ok bool) {
	s := scanner{b: message}
	if !s.skip('{') {
		return p, false
	}
	found := false
	for first := true; !s.skip('}'); first = false {
		if !first && !s.skip(',') {
			return p, false
		}
		name := s.value()
		if len(name) < 2 || name[0] != '"' || !s.skip(':') {
			return p, false
		}
		value := s.value()
		if value == nil {
			return p, false
		}
		if string(name) == `"op"` {
			found = true
		}
		if !p.set(string(name), value) {
			return p, false
		}
	}
	s.space()
	return p, found && s.i == len(message)
}

// set takes one field; false says that its value is of another type than it must be.
func (p *packet) set(name string, value []byte) bool {
	null := string(value) == "null"
	var err error
	switch name {
	case `"op"`:
		p.op, err = strconv.Atoi(string(value))
	case `"d"`:
		p.data = value
	case `"s"`:
		p.sequence = 0
		if !null {
			p.sequence, err = strconv.ParseInt(string(value), 10, 64)
		}
	case `"t"`:
		p.kind = nil
		if !null {
			return p.setKind(value)
		}
	}
	return err == nil
}

func (p *packet) setKind(value []byte) bool {
	if value[0] != '"' {
		return false
	}
	p.kind = value[1 : len(value)-1]
	for _, c := range p.kind {
		if c == '\\' { // none is, but it may be
			var s string
			if json.Unmarshal(value, &s) != nil {
				return false
			}
			p.kind = []byte(s)
			break
		}
	}
	return true
}

// A scanner goes through JSON without checking more than it must.
type scanner struct {
	b []byte
	i int
}

func (s *scanner) space() {
	for s.i < len(s.b) && (s.b[s.i] == ' ' || s.b[s.i] == '\n' || s.b[s.i] == '\r' || s.b[s.i] == '\t') {
		s.i++
	}
}

// skip passes over one character, after spaces, if it comes next.
func (s *scanner) skip(c byte) bool {
	s.space()
	if s.i >= len(s.b) || s.b[s.i] != c {
		return false
	}
	s.i++
	return true
}

// value passes over a value and returns it; nil when there is none, or it does not end.
func (s *scanner) value() []byte {
	s.space()
	from, depth := s.i, 0
	for s.i < len(s.b) {
		switch s.b[s.i] {
		case '"':
			if !s.text() {
				return nil
			}
		case '{', '[':
			depth++
			s.i++
		case '}', ']', ',', ':', ' ', '\n', '\r', '\t':
			if depth == 0 {
				return s.cut(from) // of a number or a word
			}
			if c := s.b[s.i]; c == '}' || c == ']' {
				depth--
			}
			s.i++
		default:
			s.i++
			continue
		}
		if depth == 0 {
			return s.cut(from)
		}
	}
	return nil
}

// text passes over a string, whose quote comes next; false when it does not end.
func (s *scanner) text() bool {
	for s.i++; s.i < len(s.b); s.i++ {
		switch s.b[s.i] {
		case '\\':
			s.i++
		case '"':
			s.i++
			return true
		}
	}
	return false
}

// cut is what was passed over since a place; nil for nothing.
func (s *scanner) cut(from int) []byte {
	if s.i == from {
		return nil
	}
	return s.b[from:s.i]
}
