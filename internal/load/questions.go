package load

import (
	"fmt"
	"io/fs"
	"strings"

	"nonmerci/knowledge/words"
)

// Questions are what people ask in French, in the folder of the word lists, each on its own: none that goes on from an earlier one.
func Questions(dir fs.FS) ([]string, error) {
	_, all, err := words.Load(dir)
	if err != nil {
		return nil, fmt.Errorf("read the questions: %w", err)
	}
	var out []string
	for _, q := range all {
		if q.Lang == "fr" && len(q.Context) == 0 && !strings.HasPrefix(q.Text, "/") {
			out = append(out, q.Text)
		}
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("read the questions: there is none in French")
	}
	return out, nil
}

// A deck deals questions in a fixed order that mixes authors and topics. It is not safe for concurrent use.
type deck struct {
	all  []string
	next int
}

// stride is prime, so that every question comes before one comes again.
const stride = 7919

func (d *deck) deal() string {
	d.next = (d.next + stride) % len(d.all)
	return d.all[d.next]
}
