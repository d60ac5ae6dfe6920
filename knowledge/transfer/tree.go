package transfer

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"nonmerci/knowledge"
	"nonmerci/knowledge/files"
)

// Tree returns a base as Markdown files, by path. It refuses a base with entries that no file can hold: those of a community, which
// have no subject, and texts in a language without section titles.
func Tree(base *knowledge.Base) (map[string][]byte, error) {
	var left []string
	for _, id := range ordered(base) {
		if id.Intent() == "" || base.Subjects[id.Subject()] == nil {
			left = append(left, string(id))
			continue
		}
		for lang := range base.Entries[id].Text {
			if !slices.Contains(files.Languages, lang) {
				left = append(left, string(id)+" ("+lang+")")
			}
		}
	}
	if len(left) > 0 {
		return nil, fmt.Errorf("write the base as Markdown: no file can hold %s; export it as json or csv", strings.Join(left, ", "))
	}
	return files.Write(base), nil
}

// Save writes a base as Markdown files under a folder, which it makes. It writes beside and renames, so that no file is ever half
// written, and stops at the first that cannot be.
func Save(folder string, base *knowledge.Base) error {
	tree, err := Tree(base)
	if err != nil {
		return err
	}
	for _, name := range slices.Sorted(maps.Keys(tree)) {
		if err := save(filepath.Join(folder, filepath.FromSlash(name)), tree[name]); err != nil {
			if p, ok := errors.AsType[*fs.PathError](err); ok {
				err = p.Err
			}
			return fmt.Errorf("cannot write %s in %s: %w; free space there, or choose a folder that can be written", name, folder, err)
		}
	}
	return nil
}

func save(path string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	tmp, err := os.CreateTemp(filepath.Dir(path), ".export-*")
	if err != nil {
		return err
	}
	_, err = tmp.Write(data)
	err = errors.Join(err, tmp.Chmod(0o644), tmp.Close())
	if err == nil {
		err = os.Rename(tmp.Name(), path)
	}
	if err != nil {
		_ = os.Remove(tmp.Name())
	}
	return err
}
