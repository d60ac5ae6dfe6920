package links

import "net/url"

// offlineAfter is after how many hosts without a connection, one after another, a run takes itself for offline.
const offlineAfter = 12

// A streak holds back records of hosts that could not be reached until another host answers: without a network, every site of the base
// would otherwise be noted as dead.
type streak struct {
	held  []Record
	hosts map[string]bool
}

// add takes a record and returns those that are certain by now; offline says that the streak is too long to be chance. A timeout neither
// begins nor ends one: they come last, all together.
func (s *streak) add(rec Record) (certain []Record, offline bool) {
	switch rec.Result {
	case DNS, Unreachable, TLS: // the last where a network asks to be paid or signed in to first
		u, err := url.Parse(rec.last())
		if err != nil {
			return []Record{rec}, false
		}
		if s.hosts == nil {
			s.hosts = map[string]bool{}
		}
		s.hosts[hostname(u)] = true
		s.held = append(s.held, rec)
		return nil, len(s.hosts) >= offlineAfter
	case Timeout, Private:
		return []Record{rec}, false
	}
	return append(s.end(), rec), false
}

// end returns what is still held.
func (s *streak) end() []Record {
	held := s.held
	s.held, s.hosts = nil, nil
	return held
}
