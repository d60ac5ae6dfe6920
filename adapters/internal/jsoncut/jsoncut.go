// Package jsoncut cuts JSON into its parts without decoding them: most of what the platforms send is read by nobody here, some of it is
// megabytes long, and what is read is decoded once, by who reads it.
//
// It checks no more than it must to find where a part ends, so that what it cuts out may still be no JSON; what is JSON is cut as
// encoding/json would, but for names that are escaped, which it takes as they are written. What it returns lies in what it was given.
package jsoncut

import "encoding/json"

// Members calls visit with each member of an object, in order: the name as it is written, with its quotes, and the value. It returns false
// for what is no object, or does not end where it should, and when visit does, which ends it.
func Members(object []byte, visit func(name, value []byte) bool) bool {
	s := scanner{b: object}
	if !s.skip('{') {
		return false
	}
	for first := true; !s.skip('}'); first = false {
		if !first && !s.skip(',') {
			return false
		}
		name := s.value()
		if len(name) < 2 || name[0] != '"' || !s.skip(':') {
			return false
		}
		value := s.value()
		if value == nil || !visit(name, value) {
			return false
		}
	}
	return s.ended()
}

// Member returns the value of the last member of an object that has a name, which is given with its quotes; nil when there is none, or
// Members would return false.
func Member(object []byte, quoted string) []byte {
	var found []byte
	whole := Members(object, func(name, value []byte) bool {
		if string(name) == quoted {
			found = value
		}
		return true
	})
	if !whole {
		return nil
	}
	return found
}

// Elements returns the elements of an array; ok is false for what is none, or does not end where it should.
func Elements(array []byte) (all []json.RawMessage, ok bool) {
	s := scanner{b: array}
	if !s.skip('[') {
		return nil, false
	}
	for first := true; !s.skip(']'); first = false {
		if !first && !s.skip(',') {
			return nil, false
		}
		element := s.value()
		if element == nil {
			return nil, false
		}
		all = append(all, element)
	}
	return all, s.ended()
}

// Text returns a string that is written without escapes, out of its quotes; ok is false for anything else.
func Text(value []byte) (text []byte, ok bool) {
	s := scanner{b: value}
	if len(value) < 2 || value[0] != '"' || !s.text() || s.i != len(value) {
		return nil, false
	}
	text = value[1 : len(value)-1]
	for _, c := range text {
		if c == '\\' || c < ' ' {
			return nil, false
		}
	}
	return text, true
}
