package telegram

import (
	"strconv"
	"strings"
	"sync"
	"time"

	"nonmerci/adapters/internal/seen"
)

// numbers remember which numbers messages have, ours and those shown to us, so that a message of ours whose number was never told to us
// can be looked for among the others. Supergroups number their messages themselves; all other chats share one row. It is safe for
// concurrent use.
type numbers struct {
	known *seen.Set

	mu     sync.Mutex
	before map[number]bool // met and sent by an earlier run,
	begun  int             // and messages that it may have sent beside them
	top    map[int64]int   // the highest of each row
	latest map[int64]int   // the highest of each private chat
	doubts int             // messages of this run that may have arrived
}

const maxRows = 10_000

func newNumbers() *numbers {
	return &numbers{known: seen.New(time.Hour, 100_000), top: map[int64]int{}, latest: map[int64]int{}}
}

// A number is that of a message, in the row of its supergroup, or in row 0 that all other chats share.
type number struct {
	row int64
	id  int
}

func (p place) number(id int) number {
	if p.numbered {
		return number{p.chat, id}
	}
	return number{id: id}
}

// String is « id », or « row/id » in a supergroup: no number of a person, nor of a chat with one.
func (n number) String() string {
	if n.row == 0 {
		return strconv.Itoa(n.id)
	}
	return strconv.FormatInt(n.row, 10) + "/" + strconv.Itoa(n.id)
}

func parseNumber(s string) (n number, ok bool) {
	if row, id, cut := strings.Cut(s, "/"); cut {
		n.row, _ = strconv.ParseInt(row, 10, 64) // 0 is found out below
		s = id
		ok = n.row != 0
	} else {
		ok = true
	}
	id, err := strconv.Atoi(s)
	n.id = id
	return n, ok && err == nil
}

// note remembers a message.
func (n *numbers) note(at place, id int) {
	n.known.Add(at.number(id).String(), time.Now())
	n.mu.Lock()
	defer n.mu.Unlock()
	if len(n.top) >= maxRows {
		clear(n.top) // it only makes looking shorter
	}
	row := at.number(id).row
	n.top[row] = max(n.top[row], id)
	if at.group {
		return
	}
	if len(n.latest) >= maxRows {
		clear(n.latest) // some answers will not quote what they answer
	}
	n.latest[at.chat] = max(n.latest[at.chat], id)
}

// isLast says that nothing is known to have been said in a private chat after a message.
func (n *numbers) isLast(at place, id int) bool {
	n.mu.Lock()
	defer n.mu.Unlock()
	return !at.group && n.latest[at.chat] <= id
}

// earlier adds the messages that an earlier run met and sent, and how many more it may have sent.
func (n *numbers) earlier(ids map[number]bool, begun int) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.before, n.begun = ids, begun
	for m := range ids {
		n.top[m.row] = max(n.top[m.row], m.id)
	}
}

// doubted adds to how many messages of ours may have arrived without our knowing their numbers. Each is looked for among as many more.
func (n *numbers) doubted(by int) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.doubts += by
}

func (n *numbers) has(at place, id int) bool {
	n.mu.Lock()
	defer n.mu.Unlock()
	return n.before[at.number(id)] || n.known.Has(at.number(id).String(), time.Now())
}

// last is the highest number that a message sent now must come after, which is at least least; 0 stays 0.
func (n *numbers) last(at place, least int) int {
	if least == 0 {
		return 0
	}
	n.mu.Lock()
	defer n.mu.Unlock()
	return max(n.top[at.number(0).row], least)
}

const (
	lookAhead  = 8  // numbers beyond the last known that are looked at, and one for each message in doubt
	mostLooked = 60 // in all: so many messages pass in two seconds at most
)

// end is the last number that a message of ours which has arrived by now may have.
func (n *numbers) end(at place, after int) int {
	top := n.last(at, after)
	n.mu.Lock()
	defer n.mu.Unlock()
	return top + lookAhead + n.begun + n.doubts
}
