package discordtest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"net/url"
	"strings"
	"sync"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

// schemas are the JSON Schemas of the bodies that a description allows, each compiled when a body first needs it: compiling takes a
// hundred times as long as comparing. Safe for concurrent use.
type schemas struct {
	mu       sync.Mutex
	compiler *jsonschema.Compiler
	compiled map[string]*jsonschema.Schema
}

// described is what the description is called among schemas; nothing is fetched from there.
const described = "https://discord.test/openapi.json"

// newSchemas takes a description after all that is changed in it.
func newSchemas(doc *openapi3.T) (*schemas, error) {
	raw, err := doc.MarshalJSON()
	if err != nil {
		return nil, fmt.Errorf("write the description: %w", err)
	}
	tree, err := jsonschema.UnmarshalJSON(bytes.NewReader(raw))
	if err != nil {
		return nil, fmt.Errorf("read the description: %w", err)
	}
	s := &schemas{compiler: jsonschema.NewCompiler(), compiled: map[string]*jsonschema.Schema{}}
	s.compiler.DefaultDraft(jsonschema.Draft2020)
	s.compiler.AssertFormat()
	register(s.compiler, tree)
	if err := s.compiler.AddResource(described, tree); err != nil {
		return nil, fmt.Errorf("take the description: %w", err)
	}
	return s, nil
}

// register has each format that the description names mean what it means for parameters.
func register(c *jsonschema.Compiler, node any) {
	switch node := node.(type) {
	case map[string]any:
		if name, ok := node["format"].(string); ok {
			c.RegisterFormat(&jsonschema.Format{Name: name, Validate: func(v any) error { return formatted(name, v) }})
		}
		for _, v := range node {
			register(c, v)
		}
	case []any:
		for _, v := range node {
			register(c, v)
		}
	}
}

func formatted(name string, v any) error {
	switch v := v.(type) {
	case string:
		if f, ok := openapi3.SchemaStringFormats[name]; ok {
			return f.Validate(v)
		}
	case json.Number:
		n, err := v.Float64()
		if err != nil {
			return err
		}
		if f, ok := openapi3.SchemaIntegerFormats[name]; ok && n == math.Trunc(n) {
			return f.Validate(int64(n))
		}
		if f, ok := openapi3.SchemaNumberFormats[name]; ok {
			return f.Validate(n)
		}
	}
	return nil
}

// check compares a body with the schema at a place in the description, each step of which is one of path.
func (s *schemas) check(body []byte, path ...string) error {
	schema, err := s.at(path)
	if err != nil {
		return err
	}
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(body))
	if err != nil {
		return err
	}
	return schema.Validate(v)
}

func (s *schemas) at(path []string) (*jsonschema.Schema, error) {
	place := described + "#"
	for _, step := range path {
		place += "/" + url.PathEscape(strings.NewReplacer("~", "~0", "/", "~1").Replace(step))
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if known := s.compiled[place]; known != nil {
		return known, nil
	}
	schema, err := s.compiler.Compile(place)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", place, err)
	}
	s.compiled[place] = schema
	return schema, nil
}
