package files

import (
	"errors"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// metadata is a YAML text, read as a person would: keys that are known, each once, with words, a list of words, or (for sources) a
// list of mappings. The rest of YAML is refused, with its line.
type metadata struct {
	first  int // the line of the text in the file
	report func(line int, problem, remedy string)
	failed bool
}

const seeFormat = "see docs/base-format.md for the keys and their values"

func (m *metadata) refuse(line int, problem string) {
	m.failed = true
	m.report(m.first+line-1, problem, seeFormat)
}

// parse returns the value of each known key; what is wrong has then been reported.
func (m *metadata) parse(text []byte, known ...string) map[string]ast.Node {
	tokens := lexer.Tokenize(string(text))
	for _, t := range tokens {
		if what := foreign[t.Type]; what != "" {
			m.refuse(t.Position.Line, what+" cannot be kept")
			return nil
		}
	}
	file, err := parser.Parse(tokens, 0)
	if err != nil {
		m.refuse(yamlProblem(err))
		return nil
	}
	if len(file.Docs) != 1 || file.Docs[0].Body == nil {
		m.refuse(1, "keys and values are missing")
		return nil
	}
	return m.mapping(file.Docs[0].Body, known)
}

var foreign = map[token.Type]string{
	token.AnchorType: "an anchor (&)", token.AliasType: "an alias (*)", token.TagType: "a tag (!)", token.CommentType: "a comment (#)",
	token.MergeKeyType: "a merge key (<<)", token.LiteralType: "a block of lines (|)", token.FoldedType: "a block of lines (>)",
	token.MappingKeyType: "a complex key (?)", token.DocumentHeaderType: "a second document (---)", token.DocumentEndType: "the end of a document (...)",
}

func (m *metadata) mapping(n ast.Node, known []string) map[string]ast.Node {
	var pairs []*ast.MappingValueNode
	switch n := n.(type) {
	case *ast.MappingNode:
		pairs = n.Values
	case *ast.MappingValueNode:
		pairs = []*ast.MappingValueNode{n}
	default:
		m.refuse(lineOfNode(n), "keys and values were expected")
	}
	out := map[string]ast.Node{}
	for _, pair := range pairs {
		key := m.scalar(pair.Key)
		if !slices.Contains(known, key) {
			m.refuse(lineOfNode(pair.Key), "unknown key "+quote(key)+" (the keys are "+strings.Join(known, ", ")+")")
		}
		if _, twice := out[key]; twice {
			m.refuse(lineOfNode(pair.Key), "the key "+quote(key)+" stands twice")
		}
		out[key] = pair.Value
	}
	return out
}

// scalar is a value as words; "" for none.
func (m *metadata) scalar(n ast.Node) string {
	switch n := n.(type) {
	case nil, *ast.NullNode:
		return ""
	case *ast.StringNode:
		return n.Value
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode, *ast.InfinityNode, *ast.NanNode:
		return n.GetToken().Value
	}
	m.refuse(lineOfNode(n), "words were expected")
	return ""
}

// sequence is a value as a list; nil for none.
func (m *metadata) sequence(n ast.Node) []ast.Node {
	switch n := n.(type) {
	case nil, *ast.NullNode:
		return nil
	case *ast.SequenceNode:
		return n.Values
	}
	m.refuse(lineOfNode(n), "a list was expected: [a, b]")
	return nil
}

func (m *metadata) scalars(n ast.Node) []string {
	items := m.sequence(n)
	if len(items) == 0 {
		return nil
	}
	out := make([]string, len(items))
	for i, v := range items {
		out[i] = m.scalar(v)
	}
	return out
}

func lineOfNode(n ast.Node) int {
	if n == nil || n.GetToken() == nil || n.GetToken().Position == nil {
		return 1
	}
	return n.GetToken().Position.Line
}

// yamlProblem returns the line, from 1 in the YAML text, and the message of an error.
func yamlProblem(err error) (int, string) {
	if e, ok := errors.AsType[yaml.Error](err); ok {
		line := 1
		if t := e.GetToken(); t != nil && t.Position != nil {
			line = t.Position.Line
		}
		return line, e.GetMessage()
	}
	return 1, strings.SplitN(err.Error(), "\n", 2)[0]
}
