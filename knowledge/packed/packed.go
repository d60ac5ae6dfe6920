// Package packed keeps a base as bytes that are quick to read: the program embeds the shared base so, because reading Markdown at
// each start would take longer than answering.
package packed

import (
	"bytes"
	"encoding/gob"
	"errors"
	"fmt"
	"maps"
	"slices"

	"nonmerci/knowledge"
)

// ErrFormat is returned by Decode for bytes that Encode did not write.
var ErrFormat = errors.New("not a packed base")

// shelf is a base without maps, whose order gob does not keep.
type shelf struct {
	Subjects []subject
	Entries  []entry
}

type subject struct {
	Slug, Owner string
	Langs       []string
	Names       []string
	Sources     [][]knowledge.Source
}

type entry struct {
	Meta  knowledge.Entry // without Text
	Langs []string
	Texts []knowledge.Text
}

// Encode packs a base. The same base gives the same bytes.
func Encode(b *knowledge.Base) ([]byte, error) {
	var s shelf
	for _, slug := range b.Slugs() {
		in := b.Subjects[slug]
		out := subject{Slug: in.Slug, Owner: in.Owner, Langs: slices.Sorted(maps.Keys(in.Name))}
		for _, l := range out.Langs {
			out.Names = append(out.Names, in.Name[l])
			out.Sources = append(out.Sources, in.Sources[l])
		}
		s.Subjects = append(s.Subjects, out)
	}
	for _, id := range b.IDs() {
		in := b.Entries[id]
		out := entry{Meta: *in, Langs: slices.Sorted(maps.Keys(in.Text))}
		out.Meta.Text = nil
		for _, l := range out.Langs {
			out.Texts = append(out.Texts, in.Text[l])
		}
		s.Entries = append(s.Entries, out)
	}
	var buf bytes.Buffer
	if err := gob.NewEncoder(&buf).Encode(s); err != nil {
		return nil, fmt.Errorf("pack the base: %w", err)
	}
	return buf.Bytes(), nil
}

// Decode reads what Encode wrote.
func Decode(data []byte) (*knowledge.Base, error) {
	var s shelf
	if err := gob.NewDecoder(bytes.NewReader(data)).Decode(&s); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrFormat, err)
	}
	b := knowledge.NewBase()
	for _, in := range s.Subjects {
		out := &knowledge.Subject{Slug: in.Slug, Owner: in.Owner, Name: map[string]string{}, Sources: map[string][]knowledge.Source{}}
		if len(in.Names) != len(in.Langs) || len(in.Sources) != len(in.Langs) {
			return nil, ErrFormat
		}
		for i, l := range in.Langs {
			out.Name[l], out.Sources[l] = in.Names[i], in.Sources[i]
		}
		b.Subjects[in.Slug] = out
	}
	for i := range s.Entries {
		in := &s.Entries[i]
		e := in.Meta
		if len(in.Texts) != len(in.Langs) {
			return nil, fmt.Errorf("%w: %s", ErrFormat, e.ID)
		}
		e.Text = make(map[string]knowledge.Text, len(in.Langs))
		for k, l := range in.Langs {
			e.Text[l] = in.Texts[k]
		}
		b.Entries[e.ID] = &e
	}
	return b, nil
}
