package transfer

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"time"

	"nonmerci/knowledge"
	"nonmerci/knowledge/files"
)

const communityFormat = "nonmerci-community"

// A Community is what one community has written and chosen, as it is exported: what another store needs to have the same.
type Community struct {
	Places       []knowledge.Place
	Joined, Left time.Time           // zero when unknown, or while it is in a place
	Settings     *knowledge.Settings // nil when the file does not tell
	Entries      []Written
}

// Written is what a community says of one entry.
type Written struct {
	ID               knowledge.ID
	Published, Draft *knowledge.Content // nil when there is none. Their Base is not exported: it is a number of one store
	Behind           bool               // the shared entry has changed since Published was written upon it
	Revision         int                // the latest, 0 when unknown
	Position         knowledge.Position // where it was read
}

type jsonCommunity struct {
	Format   string              `json:"format"`
	Version  int                 `json:"version"`
	Places   []string            `json:"places"`
	Joined   time.Time           `json:"joined,omitzero"`
	Left     time.Time           `json:"left,omitzero"`
	Settings *knowledge.Settings `json:"settings,omitempty"`
	Entries  []jsonWritten       `json:"entries"`
}

type jsonWritten struct {
	ID        knowledge.ID `json:"id"`
	Published *jsonContent `json:"published,omitempty"`
	Draft     *jsonContent `json:"draft,omitempty"`
	Behind    bool         `json:"behind,omitempty"`
	Revision  int          `json:"revision,omitempty"`
}

type jsonContent struct {
	Entry   *jsonEntry          `json:"entry,omitempty"`
	Hidden  bool                `json:"hidden,omitempty"`
	Note    map[string]string   `json:"note,omitempty"`
	Phrases map[string][]string `json:"phrases,omitempty"`
	Base    int                 `json:"base,omitempty"` // read and not kept
}

// WriteCommunity writes a community as JSON. The same community gives the same bytes.
func WriteCommunity(w io.Writer, c *Community) error {
	doc := jsonCommunity{
		Format: communityFormat, Version: jsonVersion, Places: []string{}, Joined: c.Joined, Left: c.Left, Settings: c.Settings, Entries: []jsonWritten{},
	}
	for _, p := range c.Places {
		doc.Places = append(doc.Places, p.String())
	}
	for _, e := range c.Entries {
		doc.Entries = append(doc.Entries, jsonWritten{e.ID, contentToJSON(e.Published), contentToJSON(e.Draft), e.Behind, e.Revision})
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(doc); err != nil {
		return fmt.Errorf("write the community as JSON: %w", err)
	}
	return nil
}

// WriteWritten writes what a community says of one entry as JSON, as it stands in WriteCommunity.
func WriteWritten(w io.Writer, e Written) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(jsonWritten{e.ID, contentToJSON(e.Published), contentToJSON(e.Draft), e.Behind, e.Revision}); err != nil {
		return fmt.Errorf("write %s as JSON: %w", e.ID, err)
	}
	return nil
}

func contentToJSON(c *knowledge.Content) *jsonContent {
	if c == nil {
		return nil
	}
	out := &jsonContent{Hidden: c.Hidden, Note: c.Note, Phrases: c.Phrases}
	if c.Entry != nil {
		e := entryToJSON(c.Entry)
		out.Entry = &e
	}
	return out
}

// content is what was read at a position of an entry.
func (c *jsonContent) content(id knowledge.ID, at knowledge.Position) *knowledge.Content {
	if c == nil {
		return nil
	}
	out := &knowledge.Content{Hidden: c.Hidden, Note: c.Note, Phrases: c.Phrases}
	if c.Entry != nil {
		out.Entry = c.Entry.entry(at)
		out.Entry.ID = id
	}
	return out
}

// IsCommunity says whether a file of JSON holds a community, and not a base: by its beginning, whether the rest can be read or not.
func IsCommunity(data []byte) bool {
	dec := json.NewDecoder(bytes.NewReader(data))
	open, err := dec.Token()
	if err != nil || open != json.Delim('{') {
		return err == nil && open == json.Delim('[') // the entries alone, as they are exported in a chat
	}
	for dec.More() {
		key, err := dec.Token()
		if err != nil {
			return false
		}
		value := new(json.RawMessage)
		if err := dec.Decode(value); err != nil {
			return false
		}
		if key == "format" {
			return string(*value) == `"`+communityFormat+`"`
		}
	}
	return false
}

// ReadCommunity reads what WriteCommunity wrote, or its entries alone, as they are exported in a chat; name is for messages. It does not look
// into the texts. The error is for an r that cannot be read.
func ReadCommunity(name string, r io.Reader) (*Community, files.Problems, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, nil, fmt.Errorf("read %s: %w", name, err)
	}
	doc := jsonCommunity{Format: communityFormat, Version: jsonVersion}
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	var into any = &doc
	if bytes.HasPrefix(bytes.TrimSpace(data), []byte{'['}) {
		into = &doc.Entries
	}
	out := &Community{}
	if err := dec.Decode(into); err != nil {
		return out, files.Problems{undecoded(name, data, dec, err)}, nil
	}
	if doc.Format != communityFormat || doc.Version != jsonVersion {
		problem := fmt.Sprintf("format %q, version %d", doc.Format, doc.Version)
		remedy := fmt.Sprintf("write \"format\": %q, \"version\": %d", communityFormat, jsonVersion)
		return out, files.Problems{{File: name, Line: 1, Problem: problem, Remedy: remedy}}, nil
	}
	out.Joined, out.Left, out.Settings = doc.Joined, doc.Left, doc.Settings
	var problems files.Problems
	for _, s := range doc.Places {
		platform, chat, ok := strings.Cut(s, ":")
		if !ok || platform == "" || chat == "" {
			problem := fmt.Sprintf("%q is not a place", s)
			problems = append(problems, files.Problem{File: name, Field: "places", Problem: problem, Remedy: "write discord:1234 or telegram:-1001234"})
		}
		out.Places = append(out.Places, knowledge.Place{Platform: platform, Chat: chat})
	}
	lines := entryLines(data, len(doc.Entries))
	seen := map[knowledge.ID]bool{}
	for i, e := range doc.Entries {
		at := knowledge.Position{File: name, Line: lines[i]}
		if seen[e.ID] {
			problems = append(problems, files.Problem{File: name, Line: at.Line, Entry: e.ID, Problem: "two entries have this id", Remedy: "join them, or rename one"})
		}
		seen[e.ID] = true
		out.Entries = append(out.Entries, Written{e.ID, e.Published.content(e.ID, at), e.Draft.content(e.ID, at), e.Behind, e.Revision, at})
	}
	return out, problems, nil
}
