package french

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// says are the functions that report what is wrong, by package, with the places of their arguments that are read by people.
var says = map[string]map[string][]int{
	"..":          {"add": {1, 2}, "fmt.Errorf": {0}, "refuse": {1, 2}},
	"../files":    {"report": {1, 2}, "refuse": {1}},
	"../transfer": {"refuse": {0, 1}},
	"../check":    {"addf": {4, 5}, "inFront": {3, 4}, "at": {2}},
	"../bulk":     {"refusal": {1, 2}, "ProblemAt": {1, 2}},
}

// sentencesOf are what the source of a folder says, with {} for what is filled in.
func sentencesOf(t *testing.T, dir string) map[string]token.Position {
	t.Helper()
	files, out := token.NewFileSet(), map[string]token.Position{}
	names, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil || len(names) == 0 {
		t.Fatal(dir, err)
	}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		f, err := parser.ParseFile(files, name, data, 0)
		if err != nil {
			t.Fatal(err)
		}
		note := func(e ast.Expr) {
			for _, s := range sentence(e) {
				if strings.Trim(s, "{}:;, ") != "" {
					out[s] = files.Position(e.Pos())
				}
			}
		}
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.KeyValueExpr:
				if k, ok := n.Key.(*ast.Ident); ok && (k.Name == "Problem" || k.Name == "Remedy") {
					note(n.Value)
				}
			case *ast.AssignStmt:
				for i, l := range n.Lhs {
					if len(n.Rhs) != len(n.Lhs) {
						break
					}
					name := nameOf(l)
					if name == "problem" || name == "remedy" || strings.HasSuffix(name, ".Problem") || strings.HasSuffix(name, ".Remedy") {
						note(n.Rhs[i])
					}
				}
			case *ast.CallExpr:
				for _, i := range says[dir][nameOf(n.Fun)] {
					if i < len(n.Args) {
						note(n.Args[i])
					}
				}
				if sel, ok := n.Fun.(*ast.SelectorExpr); ok {
					for _, i := range says[dir][sel.Sel.Name] {
						if i < len(n.Args) {
							note(n.Args[i])
						}
					}
				}
			}
			return true
		})
	}
	return out
}

func nameOf(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return nameOf(e.X) + "." + e.Sel.Name
	}
	return ""
}

var verbs = regexp.MustCompile(`%[-+#.0-9]*[a-zA-Z]`)

// sentence is a text of source: literals joined, formats filled, variables as {}.
func sentence(e ast.Expr) []string {
	switch e := e.(type) {
	case *ast.BasicLit:
		s, err := strconv.Unquote(e.Value)
		if err != nil {
			return nil
		}
		return []string{strings.ReplaceAll(verbs.ReplaceAllString(s, "{}"), "%%", "%")}
	case *ast.BinaryExpr:
		var out []string
		for _, a := range orAny(sentence(e.X)) {
			for _, b := range orAny(sentence(e.Y)) {
				out = append(out, a+b)
			}
		}
		return out
	case *ast.CallExpr:
		if nameOf(e.Fun) == "fmt.Sprintf" {
			return sentence(e.Args[0])
		}
	case *ast.ParenExpr:
		return sentence(e.X)
	}
	return nil
}

func orAny(all []string) []string {
	if len(all) == 0 {
		return []string{"{}"}
	}
	return all
}

// TestEverythingIsSaidInFrench: each sentence of the packages that find mistakes.
func TestEverythingIsSaidInFrench(t *testing.T) {
	for dir := range says {
		all := sentencesOf(t, dir)
		if len(all) < 5 {
			t.Errorf("%s says %d sentences: they are not found", dir, len(all))
		}
		for s, at := range all {
			_, one := whole[strings.TrimSpace(s)]
			_, two := blanks[s]
			if !one && !two {
				t.Errorf("%s: %q is not said in French", at, s)
			}
		}
	}
}
