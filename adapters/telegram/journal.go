package telegram

import (
	"bufio"
	"log/slog"
	"os"
	"strconv"
	"strings"
	"sync"
)

// A journal remembers across a crash which updates were begun and which are done, and for a while after they were confirmed to Telegram. It is a file of
// lines « b ID MESSAGE » (an answer is about to leave, which comes after a message) and « d ID MESSAGE… » (done; the message answered and those sent),
// and has numbers in it and nothing else.
// Losing it doubles or repeats nothing but answers that were under way, so it is not synced, and a disk that fails ends it with one
// warning. It is safe for concurrent use.
type journal struct {
	log *slog.Logger

	mu    sync.Mutex
	path  string
	file  *os.File // nil: memory alone
	state map[int64]*entry
	lines int
}

// An entry is what is known of one update.
type entry struct {
	done     bool
	behind   number   // what the answer comes after
	messages []number // once it is done
}

// openJournal reads the journal of an earlier run and goes on with it. path may be "".
func openJournal(path string, log *slog.Logger) *journal {
	j := &journal{log: log, path: path, state: map[int64]*entry{}}
	if path == "" {
		return j
	}
	if err := j.load(); err != nil && !os.IsNotExist(err) {
		j.giveUp(err)
		return j
	}
	j.rewrite()
	return j
}

func (j *journal) load() error {
	f, err := os.Open(j.path)
	if err != nil {
		return err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		word := strings.Fields(lines.Text())
		if len(word) < 2 {
			continue // the last line of a crash
		}
		id, err := strconv.ParseInt(word[1], 10, 64)
		if err != nil {
			continue
		}
		e := j.of(id)
		e.done = e.done || word[0] == "d"
		for _, w := range word[2:] {
			n, ok := parseNumber(w)
			switch {
			case !ok:
			case word[0] == "b":
				e.behind = n
			default:
				e.messages = append(e.messages, n)
			}
		}
	}
	return lines.Err()
}

func (j *journal) of(id int64) *entry {
	e := j.state[id]
	if e == nil {
		e = &entry{}
		j.state[id] = e
	}
	return e
}

// known returns what an earlier run, or this one, did about an update.
func (j *journal) known(id int64) (begun, done bool) {
	j.mu.Lock()
	defer j.mu.Unlock()
	e := j.state[id]
	return e != nil, e != nil && e.done
}

// behind is what the answer to an update was to come after when it was begun.
func (j *journal) behind(id int64) number {
	j.mu.Lock()
	defer j.mu.Unlock()
	if e := j.state[id]; e != nil {
		return e.behind
	}
	return number{}
}

// begin notes that an answer is about to leave. It comes after a message.
func (j *journal) begin(id int64, behind number) {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.state[id] == nil {
		e := j.of(id)
		e.behind = behind
		j.append(e.line(id))
	}
}

// end notes that an update is done, with its own message and those that were sent for it. Of one that was never begun nothing need be known: to
// handle it once more would show nobody anything.
func (j *journal) end(id int64, messages []number) {
	j.mu.Lock()
	defer j.mu.Unlock()
	e := j.state[id]
	if e == nil {
		return
	}
	e.done, e.messages = true, messages
	j.append(e.line(id))
}

func (e *entry) line(id int64) string {
	if !e.done {
		return "b " + strconv.FormatInt(id, 10) + " " + e.behind.String()
	}
	s := "d " + strconv.FormatInt(id, 10)
	for _, m := range e.messages {
		s += " " + m.String()
	}
	return s
}

// sent are the messages of earlier updates and those that they led to, as far as the journal reaches back; begun is how many updates may have led to one more,
// because nothing says that they are done.
func (j *journal) sent() (messages map[number]bool, begun int) {
	j.mu.Lock()
	defer j.mu.Unlock()
	messages = map[number]bool{}
	for _, e := range j.state {
		if !e.done {
			begun++
		}
		for _, m := range e.messages {
			messages[m] = true
		}
	}
	return messages, begun
}

// forget drops what is older than an id. The file is written anew when most of it is old.
func (j *journal) forget(before int64) {
	j.mu.Lock()
	defer j.mu.Unlock()
	for id := range j.state {
		if id < before {
			delete(j.state, id)
		}
	}
	if j.file != nil && j.lines > 4*len(j.state)+1000 {
		j.rewrite()
	}
}
