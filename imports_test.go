package main

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// module is the path that every package of ours begins with.
const module = "nonmerci"

// A pkg is what « go list » says of a package.
type pkg struct {
	ImportPath string
	Standard   bool
	Imports    []string
	Deps       []string
	CgoFiles   []string
}

// ours returns the part of an import path after the module, "." for the root; ok says whether it is a package of ours.
func ours(path string) (rel string, ok bool) {
	if path == module {
		return ".", true
	}
	return strings.CutPrefix(path, module+"/")
}

func under(rel, dir string) bool { return rel == dir || strings.HasPrefix(rel, dir+"/") }

func standard(path string) bool {
	first, _, _ := strings.Cut(path, "/")
	_, own := ours(path)
	return !own && !strings.Contains(first, ".")
}

// An arrow says what packages under from may import, directly.
type arrow struct {
	from  string
	but   string // packages under from that other arrows speak of; "" for none
	may   func(path string) bool
	never []string // not even through others
}

// arrows are the imports allowed; packages that none speaks of may import anything but main.
var arrows = []arrow{
	{
		from: "bot", but: "bot/rephrase", // decides; knows no platform, no database, no setting
		may: func(path string) bool {
			rel, own := ours(path)
			return standard(path) || path == "golang.org/x/time/rate" || path == "golang.org/x/text/unicode/norm" || own && (rel == "bot" || under(rel, "knowledge") && rel != "knowledge/base")
		},
		never: []string{"net/http", "database/sql", "os/exec", module + "/adapters", module + "/config", module + "/internal"},
	},
	{
		from: "bot/rephrase", // asks a model over the network, for the bot, which does not know how
		may: func(path string) bool {
			rel, own := ours(path)
			return !own || rel == "bot" || under(rel, "bot/rephrase") || under(rel, "knowledge") && rel != "knowledge/base"
		},
		never: []string{"database/sql", "os/exec", module + "/adapters", module + "/bot/desk", module + "/config", module + "/internal"},
	},
	{
		from: "bot/rephrase/guard", // compares texts, and asks nobody
		may: func(path string) bool {
			rel, own := ours(path)
			return standard(path) || under(path, "golang.org/x/text") || own && (under(rel, "bot/rephrase/guard") || under(rel, "knowledge"))
		},
		never: []string{"net/http", module + "/bot/desk"},
	},
	{
		from: "knowledge", // below everything: it knows no one who asks
		may: func(path string) bool {
			rel, own := ours(path)
			return !own || under(rel, "knowledge")
		},
		never: []string{"net/http", "database/sql", module + "/bot", module + "/adapters", module + "/config", module + "/internal"},
	},
	{
		from: "adapters", // meet people; whatever they say comes from the bot
		may: func(path string) bool {
			rel, own := ours(path)
			return !own || rel == "bot" || rel == "bot/desk" || under(rel, "adapters/internal")
		},
		never: []string{"database/sql", module + "/config", module + "/internal", module + "/knowledge/base"},
	},
	{
		from: "config", // imported by main alone
		may:  func(path string) bool { _, own := ours(path); return !own },
	},
}

func TestArrowsOfImport(t *testing.T) {
	for _, p := range goList(t, "./...") {
		rel, _ := ours(p.ImportPath)
		for _, a := range arrows {
			if !under(rel, a.from) || a.but != "" && under(rel, a.but) {
				continue
			}
			for _, imported := range p.Imports {
				if !a.may(imported) {
					t.Errorf("%s imports %s, which no arrow allows", p.ImportPath, imported)
				}
			}
			for _, dep := range p.Deps {
				for _, no := range a.never {
					if under(dep, no) && (no != "database/sql" || rel != "knowledge/sqlstore") { // it is the store in a database
						t.Errorf("%s reaches %s", p.ImportPath, dep)
					}
				}
			}
		}
		for _, imported := range p.Imports {
			target, own := ours(imported)
			switch {
			case rel == "knowledge" && !standard(imported) && target != "knowledge/taxonomy":
				t.Errorf("package knowledge imports %s; it is the standard library and the list of intents alone", imported)
			case rel == "knowledge/taxonomy":
				t.Errorf("the list of intents imports %s; it is a list", imported)
			case own && under(rel, "adapters") && under(target, "adapters") && !under(target, "adapters/internal"):
				t.Errorf("%s imports %s; adapters do not know each other", p.ImportPath, imported)
			case own && target == "config" && rel != ".":
				t.Errorf("%s imports config; main alone does", p.ImportPath)
			case own && target == "knowledge/storetest":
				t.Errorf("%s imports %s outside its tests", p.ImportPath, imported)
			case under(imported, "testing") && rel != "knowledge/storetest": // it is a suite of tests, and only tests import it
				t.Errorf("%s imports %s outside its tests", p.ImportPath, imported)
			}
		}
	}
}

// TestProductNeedsNoCgo builds nothing: it asks what the program is made of.
func TestProductNeedsNoCgo(t *testing.T) {
	t.Run("disabled", func(t *testing.T) {
		deps := goList(t, "-deps", ".", "CGO_ENABLED=0")
		if slices.ContainsFunc(deps, func(p pkg) bool { return p.ImportPath == "runtime/cgo" }) {
			t.Error("runtime/cgo is reached")
		}
	})
	t.Run("enabled", func(t *testing.T) {
		for _, p := range goList(t, "-deps", ".", "CGO_ENABLED=1") {
			if !p.Standard && len(p.CgoFiles) > 0 {
				t.Errorf("%s is written in C: %v", p.ImportPath, p.CgoFiles)
			}
		}
	})
}

// TestProductIsFreeOfHeavyLibraries keeps out what cost more than a megabyte of the image and came along with something small.
func TestProductIsFreeOfHeavyLibraries(t *testing.T) {
	for _, p := range goList(t, "-deps", ".", "CGO_ENABLED=0") {
		if strings.HasPrefix(p.ImportPath, "google.golang.org/protobuf") {
			t.Errorf("%s is reached", p.ImportPath)
		}
	}
}

// goList asks the go command about packages; an argument with = in it is a variable of the environment.
func goList(t *testing.T, args ...string) []pkg {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "go", "list", "-json=ImportPath,Standard,Imports,Deps,CgoFiles")
	cmd.Env = os.Environ()
	for _, a := range args {
		if strings.Contains(a, "=") {
			cmd.Env = append(cmd.Env, a)
		} else {
			cmd.Args = append(cmd.Args, a)
		}
	}
	var errs strings.Builder
	cmd.Stderr = &errs
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, errs.String())
	}
	var all []pkg
	dec := json.NewDecoder(strings.NewReader(string(out)))
	for {
		var p pkg
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
	if len(all) == 0 {
		t.Fatal("go list named no package")
	}
	return all
}
