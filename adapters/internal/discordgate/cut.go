package discordgate

import (
	"encoding/json"
	"strconv"

	"nonmerci/adapters/internal/jsoncut"
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
	found := false
	ok = jsoncut.Members(message, func(name, value []byte) bool {
		found = found || string(name) == `"op"`
		return p.set(string(name), value)
	})
	return p, ok && found
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
