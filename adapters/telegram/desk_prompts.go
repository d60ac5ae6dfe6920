package telegram

import (
	"bufio"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"
)

const (
	lostLife     = talkLife // after a start: then a form would have been over anyway
	maxLost      = 20       // questions of an earlier run that are remembered
	promptsAfter = 1000     // lines after which the file is written anew
)

// prompts remember, across a crash, the numbers of messages that asked for a field and were not yet answered: who typed the answer while the
// program was away would otherwise be taken to ask something. It is a file of lines « + ID » and « - ID » beside the journal, with numbers in it
// and nothing else. Losing it loses that courtesy alone, so it is not synced and a disk that fails ends it. It is safe for concurrent use;
// the zero value remembers nothing.
type prompts struct {
	mu    sync.Mutex
	file  *os.File
	path  string
	open  map[int]bool
	lines int
}

// openPrompts reads the file of an earlier run, returns the questions that it left open, the latest first, and goes on with an empty one. path
// may be "".
func openPrompts(path string) (p *prompts, lost []int) {
	p = &prompts{path: path, open: map[int]bool{}}
	if path == "" {
		return p, nil
	}
	if f, err := os.Open(path); err == nil {
		for lines := bufio.NewScanner(f); lines.Scan(); {
			sign, number, _ := strings.Cut(lines.Text(), " ")
			if id, err := strconv.Atoi(number); err == nil {
				p.open[id] = sign == "+"
			}
		}
		_ = f.Close()
	}
	for id, is := range p.open {
		if is {
			lost = append(lost, id)
		}
	}
	slices.SortFunc(lost, func(a, b int) int { return b - a })
	clear(p.open)
	p.rewrite()
	return p, lost[:min(len(lost), maxLost)]
}

// move notes that one question is over and another one is open; 0 is none.
func (p *prompts) move(from, to int) {
	if from == to {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.open[from] {
		delete(p.open, from)
		p.write("- " + strconv.Itoa(from) + "\n")
	}
	if to != 0 && p.open != nil {
		p.open[to] = true
		p.write("+ " + strconv.Itoa(to) + "\n")
	}
	if p.lines > promptsAfter+2*len(p.open) {
		p.rewrite()
	}
}

func (p *prompts) write(line string) {
	if p.file == nil {
		return
	}
	if _, err := p.file.WriteString(line); err != nil {
		p.close()
	}
	p.lines++
}

func (p *prompts) rewrite() {
	p.close()
	f, err := os.OpenFile(p.path, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return
	}
	p.file, p.lines = f, 0
	for id := range p.open {
		p.write("+ " + strconv.Itoa(id) + "\n")
	}
}

// end lets go of the file.
func (p *prompts) end() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.close()
}

func (p *prompts) close() {
	if p.file != nil {
		_ = p.file.Close()
		p.file = nil
	}
}
