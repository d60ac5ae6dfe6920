package telegramtest

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
)

// A spec is what the specification says of methods and types. Types of fields are written as in the documentation: String, Integer,
// Float, Boolean, InputFile, « Array of X », the name of a type, and « * » for anything.
type spec struct {
	methods map[string]*shape
	types   map[string]*shape
}

// A shape is the fields of a method or a type; subtypes stand for each other.
type shape struct {
	fields   map[string]field
	subtypes []string
	returns  []string
}

type field struct {
	types    []string
	required bool
	always   string // the only value it may have, when there is one
}

// specFile is api.json and the derived file alike; they differ in how they write types.
type specFile struct {
	Methods map[string]specShape `json:"methods"`
	Types   map[string]specShape `json:"types"`
}

type specShape struct {
	Fields   []specField `json:"fields"`
	Subtypes []string    `json:"subtypes"`
	Returns  []string    `json:"returns"`
}

type specField struct {
	Name        string   `json:"name"`
	Types       []string `json:"types"`
	TypeScript  string   `json:"ts_type"`
	Required    bool     `json:"required"`
	Description string   `json:"description"`
}

// specs keeps what was read, by folder: reading takes longer than most tests do, and a specification that was read never changes.
var specs sync.Map // of func() (*spec, error)

// loadSpec reads the specification of a folder once per process. What it returns is shared: it must not be changed.
func loadSpec(dir string) (*spec, error) {
	load, _ := specs.LoadOrStore(dir, sync.OnceValues(func() (*spec, error) { return readSpec(dir) }))
	return load.(func() (*spec, error))()
}

// readSpec reads both files of a folder: what the first does not have is taken from the second, which is newer but poorer.
func readSpec(dir string) (*spec, error) {
	s := &spec{methods: map[string]*shape{}, types: map[string]*shape{}}
	for _, name := range []string{"api.json", "api-10.3-derived.json"} {
		raw, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			return nil, fmt.Errorf("read the specification: %w", err)
		}
		var f specFile
		if err := json.Unmarshal(raw, &f); err != nil {
			return nil, fmt.Errorf("read the specification %s: %w", name, err)
		}
		for n, sh := range f.Types {
			s.types[n] = merge(s.types[n], sh)
		}
		for n, sh := range f.Methods {
			s.methods[n] = merge(s.methods[n], sh)
		}
	}
	return s, nil
}

var (
	always = regexp.MustCompile(`(?:must be|always) "?\*?([a-z0-9_]+)\*?"?$`)
	quotes = strings.NewReplacer("“", `"`, "”", `"`)
)

func merge(known *shape, more specShape) *shape {
	fresh := known == nil
	if fresh {
		known = &shape{fields: map[string]field{}, subtypes: more.Subtypes, returns: more.Returns}
	}
	for _, f := range more.Fields {
		if _, ok := known.fields[f.Name]; ok {
			continue
		}
		n := field{types: f.Types, required: f.Required && fresh}
		if f.TypeScript != "" {
			n.types = typeScript(f.TypeScript)
		}
		if m := always.FindStringSubmatch(quotes.Replace(f.Description)); m != nil {
			n.always = m[1]
		}
		known.fields[f.Name] = n
	}
	return known
}

// typeScript turns « TelegramUser[] | string » into the documentation's way of writing types.
func typeScript(src string) []string {
	var out []string
	all := ""
	if inner, ok := strings.CutSuffix(strings.TrimSpace(src), ")[]"); ok {
		src, all = inner, "Array of "
	}
	for part := range strings.SplitSeq(strings.NewReplacer("(", "", ")", "", "Objects.", "").Replace(src), "|") {
		part = strings.TrimSpace(part)
		array := all
		for strings.HasSuffix(part, "[]") {
			part, array = strings.TrimSpace(strings.TrimSuffix(part, "[]")), array+"Array of "
		}
		switch {
		case part == "" || strings.HasPrefix(part, "{"):
			continue
		case part == "string" || strings.HasPrefix(part, `"`):
			part = "String"
		case part == "number":
			part = "Float"
		case part == "boolean" || part == "true" || part == "false":
			part = "Boolean"
		case strings.HasPrefix(part, "Telegram"):
			part = strings.TrimPrefix(part, "Telegram")
		default:
			part = "*"
		}
		out = append(out, array+part)
	}
	return out
}
