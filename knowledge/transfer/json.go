package transfer

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"slices"

	"nonmerci/knowledge"
	"nonmerci/knowledge/files"
)

const (
	jsonFormat  = "nonmerci-base"
	jsonVersion = 1
)

// document is a base as JSON: subjects and entries in the order of the files.
type document struct {
	Format   string        `json:"format"`
	Version  int           `json:"version"`
	Subjects []jsonSubject `json:"subjects"`
	Entries  []jsonEntry   `json:"entries"`
}

type jsonSubject struct {
	Slug    string                  `json:"slug"`
	Owner   string                  `json:"owner,omitempty"`
	Name    map[string]string       `json:"name"`
	Sources map[string][]jsonSource `json:"sources,omitempty"`
}

type jsonSource struct {
	ID        string                `json:"id"`
	Publisher string                `json:"publisher"`
	Title     string                `json:"title"`
	URL       string                `json:"url,omitempty"`
	Date      knowledge.PartialDate `json:"date,omitempty"`
	Basis     knowledge.Basis       `json:"basis"`
}

type jsonEntry struct {
	ID         knowledge.ID         `json:"id"`
	Also       []string             `json:"also,omitempty"`
	Kind       knowledge.Kind       `json:"kind"`
	Difficulty knowledge.Difficulty `json:"difficulty,omitempty"`
	Regions    []string             `json:"regions,omitempty"`
	Plans      []string             `json:"plans,omitempty"`
	Ages       string               `json:"ages,omitempty"`
	Sources    []string             `json:"sources,omitempty"`
	Verified   knowledge.Date       `json:"verified,omitzero"`
	Review     knowledge.Date       `json:"review,omitzero"`
	Status     knowledge.Status     `json:"status"`
	Revision   int                  `json:"revision"`
	Author     string               `json:"author,omitempty"`
	Text       map[string]jsonText  `json:"text"`
}

type jsonText struct {
	Title   string      `json:"title"`
	Short   string      `json:"short"`
	Phrases []string    `json:"phrasings,omitempty"`
	Also    []string    `json:"phrases,omitempty"` // the same, as they are named in what is exported in a chat; only read
	Steps   []jsonSteps `json:"steps,omitempty"`
	Links   []jsonLink  `json:"links,omitempty"`
	Changes []string    `json:"changes,omitempty"`
	Keeps   []string    `json:"keeps,omitempty"`
	Notes   []string    `json:"notes,omitempty"`
}

type jsonSteps struct {
	Device knowledge.Device `json:"device"`
	Steps  []string         `json:"steps"`
}

type jsonLink struct {
	Kind knowledge.LinkKind `json:"kind"`
	Text string             `json:"text"`
	URL  string             `json:"url"`
}

// WriteJSON writes a base as JSON. The same base gives the same bytes.
func WriteJSON(w io.Writer, base *knowledge.Base) error {
	doc := document{Format: jsonFormat, Version: jsonVersion, Subjects: []jsonSubject{}, Entries: []jsonEntry{}}
	for _, slug := range base.Slugs() {
		doc.Subjects = append(doc.Subjects, subjectToJSON(base.Subjects[slug]))
	}
	for _, id := range ordered(base) {
		doc.Entries = append(doc.Entries, entryToJSON(base.Entries[id]))
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(doc); err != nil {
		return fmt.Errorf("write the base as JSON: %w", err)
	}
	return nil
}

// ordered are the ids of a base in the order of the files.
func ordered(base *knowledge.Base) []knowledge.ID {
	return slices.SortedFunc(slices.Values(base.IDs()), knowledge.CompareIDs)
}

// ReadJSON reads what WriteJSON wrote; name is for messages. The error is for an r that cannot be read.
func ReadJSON(name string, r io.Reader) (*knowledge.Base, files.Problems, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, nil, fmt.Errorf("read %s: %w", name, err)
	}
	base := knowledge.NewBase()
	var doc document
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&doc); err != nil {
		return base, files.Problems{undecoded(name, data, dec, err)}, nil
	}
	if doc.Format != jsonFormat || doc.Version != jsonVersion {
		return base, files.Problems{{
			File: name, Line: 1, Problem: fmt.Sprintf("format %q, version %d", doc.Format, doc.Version),
			Remedy: fmt.Sprintf("write \"format\": %q, \"version\": %d", jsonFormat, jsonVersion),
		}}, nil
	}
	var problems files.Problems
	for _, s := range doc.Subjects {
		if base.Subjects[s.Slug] != nil {
			problems = append(problems, files.Problem{File: name, Field: "slug", Problem: fmt.Sprintf("two subjects are called %q", s.Slug), Remedy: "join them"})
		}
		base.Subjects[s.Slug] = s.subject()
	}
	at := entryLines(data, len(doc.Entries))
	for i, e := range doc.Entries {
		if base.Entries[e.ID] != nil {
			problems = append(problems, files.Problem{File: name, Line: at[i], Entry: e.ID, Problem: "two entries have this id", Remedy: "join them, or rename one"})
		}
		base.Entries[e.ID] = e.entry(knowledge.Position{File: name, Line: at[i]})
	}
	return base, problems, nil
}

func subjectToJSON(s *knowledge.Subject) jsonSubject {
	out := jsonSubject{Slug: s.Slug, Owner: s.Owner, Name: s.Name, Sources: map[string][]jsonSource{}}
	for lang, all := range s.Sources {
		for _, src := range all {
			out.Sources[lang] = append(out.Sources[lang], jsonSource(src))
		}
	}
	return out
}

func (s jsonSubject) subject() *knowledge.Subject {
	out := &knowledge.Subject{Slug: s.Slug, Owner: s.Owner, Name: s.Name, Sources: map[string][]knowledge.Source{}}
	for lang, all := range s.Sources {
		for _, src := range all {
			out.Sources[lang] = append(out.Sources[lang], knowledge.Source(src))
		}
	}
	return out
}

func entryToJSON(e *knowledge.Entry) jsonEntry {
	out := jsonEntry{
		ID: e.ID, Also: e.Also, Kind: e.Kind, Difficulty: e.Difficulty, Regions: e.Regions, Plans: e.Plans, Ages: e.Ages, Sources: e.Sources,
		Verified: e.Verified, Review: e.Review, Status: e.Status, Revision: e.Revision, Author: e.Author, Text: map[string]jsonText{},
	}
	for lang, t := range e.Text {
		text := jsonText{Title: t.Title, Short: t.Short, Phrases: t.Phrases, Changes: t.Changes, Keeps: t.Keeps, Notes: t.Notes}
		for _, d := range t.Steps {
			text.Steps = append(text.Steps, jsonSteps(d))
		}
		for _, l := range t.Links {
			text.Links = append(text.Links, jsonLink(l))
		}
		out.Text[lang] = text
	}
	return out
}

// entry is the entry that was read at a position.
func (e jsonEntry) entry(at knowledge.Position) *knowledge.Entry {
	out := &knowledge.Entry{
		ID: e.ID, Also: e.Also, Kind: e.Kind, Difficulty: e.Difficulty, Regions: e.Regions, Plans: e.Plans, Ages: e.Ages, Sources: e.Sources,
		Verified: e.Verified, Review: e.Review, Status: e.Status, Revision: e.Revision, Author: e.Author, Text: map[string]knowledge.Text{},
	}
	for lang, t := range e.Text {
		text := knowledge.Text{Title: t.Title, Short: t.Short, Phrases: append(t.Phrases, t.Also...), Changes: t.Changes, Keeps: t.Keeps, Notes: t.Notes, Position: at}
		for _, d := range t.Steps {
			text.Steps = append(text.Steps, knowledge.DeviceSteps(d))
		}
		for _, l := range t.Links {
			text.Links = append(text.Links, knowledge.Link(l))
		}
		out.Text[lang] = text
	}
	return out
}
