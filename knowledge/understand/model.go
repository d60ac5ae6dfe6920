package understand

import (
	"bytes"
	_ "embed"
	"encoding/gob"
	"errors"
	"fmt"
	"io"
	"slices"
	"sync"

	"nonmerci/knowledge/linear"
	"nonmerci/knowledge/neural"
)

//go:generate go run ../../internal/cmd/train -out model.bin

//go:embed model.bin
var embedded []byte

// A Model reads questions. It is immutable and safe for concurrent use.
type Model struct {
	lex      *lexicon
	lang     *linear.Model // classes: languages
	intent   *neural.Model // a question that stands alone; classes: see Class
	follow   *neural.Model // a question after another; the same classes
	subject  *neural.Model // classes: slugs, and NoSubject
	side     *linear.Model // classes: "no" and "ours"
	affinity affinity
	gates    [2]gate // for a question that stands alone, and for one after another
}

// Default returns the model that is part of the program. It is decoded once.
var Default = sync.OnceValues(func() (*Model, error) {
	m, err := Decode(embedded)
	release(embedded)
	return m, err
})

// stored is the part of a model that gob keeps.
type stored struct {
	Lexicon  flatLexicon
	Gates    [2]gate
	Affinity flatAffinity
}

// Encode writes m so that Decode reads it back. The same model gives the same bytes.
func (m *Model) Encode(w io.Writer) error {
	var b bytes.Buffer
	if err := gob.NewEncoder(&b).Encode(stored{m.lex.packed.sorted(), m.gates, m.affinity.flat()}); err != nil {
		return fmt.Errorf("encode the lexicon: %w", err)
	}
	size := b.Len()
	if _, err := fmt.Fprintf(w, "nmund003%12d", size); err != nil {
		return err
	}
	if _, err := w.Write(b.Bytes()); err != nil {
		return err
	}
	for _, l := range []interface{ Encode(io.Writer) error }{m.lang, m.side, m.intent, m.follow, m.subject} {
		if err := l.Encode(w); err != nil {
			return err
		}
	}
	return nil
}

// ErrFormat is returned by Decode for bytes that Encode did not write.
var ErrFormat = errors.New("not an understanding model")

// Decode reads what Encode wrote.
func Decode(data []byte) (*Model, error) {
	var size int
	if len(data) < 20 || string(data[:8]) != "nmund003" {
		return nil, ErrFormat
	}
	if _, err := fmt.Sscanf(string(data[8:20]), "%d", &size); err != nil || size < 0 || size > len(data)-20 {
		return nil, ErrFormat
	}
	var flat stored
	if err := gob.NewDecoder(bytes.NewReader(data[20 : 20+size])).Decode(&flat); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrFormat, err)
	}
	if len(flat.Affinity.Stems) != len(flat.Affinity.Odds) || len(flat.Gates[0].Weights) != gateFacts || len(flat.Gates[1].Weights) != gateFacts {
		return nil, ErrFormat
	}
	m := &Model{lex: newLexicon(flat.Lexicon.packed()), gates: flat.Gates, affinity: flat.Affinity.affinity()}
	rest := data[20+size:]
	for _, l := range []**linear.Model{&m.lang, &m.side} {
		var err error
		if *l, rest, err = linear.Decode(rest); err != nil {
			return nil, fmt.Errorf("%w: %w", ErrFormat, err)
		}
	}
	for _, n := range []**neural.Model{&m.intent, &m.follow, &m.subject} {
		var err error
		if *n, rest, err = neural.Decode(rest); err != nil {
			return nil, fmt.Errorf("%w: %w", ErrFormat, err)
		}
	}
	if !m.whole() {
		return nil, ErrFormat
	}
	return m, nil
}

// whole says whether the models have the classes that Read counts on.
func (m *Model) whole() bool {
	return len(m.lang.Classes()) > 0 && m.intent.Class(Bare) >= 0 && slices.Equal(m.intent.Classes(), m.follow.Classes()) &&
		m.subject.Class(NoSubject) >= 0 && len(m.side.Classes()) == 2
}
