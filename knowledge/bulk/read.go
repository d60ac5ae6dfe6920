package bulk

import (
	"bytes"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"nonmerci/knowledge"
	"nonmerci/knowledge/files"
	"nonmerci/knowledge/transfer"
)

// archives are what is not opened.
var archives = []string{".zip", ".tar", ".gz", ".tgz", ".bz2", ".xz", ".zst", ".7z", ".rar"}

// IsArchive says whether a file is an archive, by its name: none is opened.
func IsArchive(name string) bool { return slices.Contains(archives, strings.ToLower(path.Ext(name))) }

// Parse reads the contents of a file of JSON or CSV, by its extension, « .json » or « .csv »; name is for messages. What cannot be read is among
// the problems.
func Parse(name, ext string, data []byte) (*Incoming, error) {
	in := &Incoming{Base: knowledge.NewBase()}
	if !utf8.Valid(data) {
		in.Problems = files.Problems{{File: name, Line: 1, Problem: "this file is not UTF-8", Remedy: "save it as UTF-8"}}
		return in, nil
	}
	if n := longest(data); ext == ".csv" && n > 0 {
		in.Problems = files.Problems{{File: name, Line: n, Problem: fmt.Sprintf("more than %d bytes without a line feed", maxRow), Remedy: "save the sheet again as CSV, UTF-8"}}
		return in, nil
	}
	var err error
	switch {
	case ext == ".csv":
		in.Base, in.Problems, err = transfer.ReadCSV(name, bytes.NewReader(data))
	case transfer.IsCommunity(data):
		in.Base = nil
		in.Community, in.Problems, err = transfer.ReadCommunity(name, bytes.NewReader(data))
	default:
		in.Base, in.Problems, err = transfer.ReadJSON(name, bytes.NewReader(data))
	}
	return in, err
}

// ParseFolder reads a folder of base files.
func ParseFolder(fsys fs.FS) (*Incoming, error) {
	in := &Incoming{Base: knowledge.NewBase()}
	var err error
	if in.Problems, err = longLines(fsys); err == nil && len(in.Problems) == 0 {
		in.Base, in.Problems, err = files.Read(fsys)
	}
	return in, err
}

// fronted are the keys of the front matter that say where a base file belongs.
var fronted = regexp.MustCompile(`(?m)^(subject|lang): *["']?([a-z0-9-]+)["']? *\r?$`)

// ParseMarkdown reads one base file by itself, whatever it is called: its front matter says where it belongs. name is for messages.
func ParseMarkdown(name string, data []byte) *Incoming {
	in := &Incoming{Base: knowledge.NewBase()}
	if n, what := longLine(data); n > 0 {
		in.Problems = files.Problems{{File: name, Line: n, Problem: what, Remedy: cutIt}}
		return in
	}
	front, _, _ := bytes.Cut(bytes.TrimPrefix(data, []byte("---")), []byte("\n---"))
	found := map[string]string{}
	for _, m := range fronted.FindAllSubmatch(front, 2) {
		found[string(m[1])] = string(m[2])
	}
	as := found["lang"] + "/" + found["subject"] + ".md"
	if len(found) < 2 {
		as = name // ParseFile says what is missing
	}
	f, problems := files.ParseFile(as, data)
	in.Problems = slices.Concat(problems, files.Add(in.Base, f))
	return in
}
