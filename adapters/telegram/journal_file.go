package telegram

import (
	"fmt"
	"os"
	"strings"
)

func (j *journal) append(line string) {
	if j.file == nil {
		return
	}
	j.lines++
	if _, err := j.file.WriteString(line + "\n"); err != nil {
		j.giveUp(err)
	}
}

// rewrite puts what still counts into a new file, in the place of the old one.
func (j *journal) rewrite() {
	var b strings.Builder
	for id, e := range j.state {
		b.WriteString(e.line(id) + "\n")
	}
	j.closeFile()
	next := j.path + ".new"
	if err := os.WriteFile(next, []byte(b.String()), 0o600); err != nil {
		j.giveUp(err)
		return
	}
	if err := os.Rename(next, j.path); err != nil {
		j.giveUp(err)
		return
	}
	f, err := os.OpenFile(j.path, os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		j.giveUp(err)
		return
	}
	j.file, j.lines = f, len(j.state)
}

// giveUp goes on in memory.
func (j *journal) giveUp(err error) {
	j.closeFile()
	j.log.Warn("the journal of Telegram cannot be kept; a crash may now double an answer. Make room, or point NONMERCI_STATE_DIR to another folder",
		"path", j.path, "err", fmt.Sprint(err))
}

func (j *journal) closeFile() {
	if j.file != nil {
		_ = j.file.Close()
		j.file = nil
	}
}

// close ends the journal; what it has stays in the file.
func (j *journal) close() {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.closeFile()
}
