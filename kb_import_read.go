package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"nonmerci/knowledge/bulk"
)

// maxImport is how many bytes an import reads at most: of a file, or of the Markdown of a folder together.
const maxImport = 10_000_000

// An imported is what was read for an import: everything of a database, or a part.
type imported struct {
	all  *exportedAll   // nil for a part
	part *bulk.Incoming // nil for everything
}

// readImport reads a folder of Markdown files, or a file of JSON or CSV, as its name ends. Nothing is read but plain files in plain folders.
func readImport(name string) (*imported, error) {
	info, err := os.Stat(name)
	if err != nil {
		return nil, fmt.Errorf("cannot read %s: %w; give a folder of base files, or a .json or .csv file", name, cause(err))
	}
	if info.IsDir() {
		return readImportFolder(name)
	}
	ext := strings.ToLower(filepath.Ext(name))
	if ext != ".json" && ext != ".csv" {
		hint := "export one to see what it looks like"
		if bulk.IsArchive(name) {
			hint = "archives are not read: unpack it, and name the folder"
		}
		return nil, fmt.Errorf("%s is neither a folder of base files nor a .json or .csv file; %s", name, hint)
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s is no plain file; copy what it gives into one, and import that", name)
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("cannot read %s: %w", name, cause(err))
	}
	defer f.Close()
	data, err := limited(name, f)
	if err != nil {
		return nil, err
	}
	in, err := bulk.Parse(filepath.Base(name), ext, data)
	return &imported{part: in}, err
}

// limited reads no more than an import may.
func limited(name string, r io.Reader) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxImport+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("cannot read %s: %w", name, cause(err))
	case len(data) > maxImport:
		return nil, tooLong(name)
	}
	return data, nil
}

func tooLong(name string) error {
	return fmt.Errorf("%s is longer than %d MB, which is more than an import reads; cut it into several", name, maxImport/1_000_000)
}

func readImportFolder(name string) (*imported, error) {
	root, err := os.OpenRoot(name) // whatever it holds by now, nothing outside of it is read
	if err != nil {
		return nil, fmt.Errorf("cannot read %s: %w", name, cause(err))
	}
	defer func() { _ = root.Close() }()
	if _, err := fs.Stat(root.FS(), exportMark); err == nil {
		all, err := readAll(root.FS(), name)
		return &imported{all: all}, err
	}
	in, err := readMarkdown(root.FS(), name)
	return &imported{part: in}, err
}

// readMarkdown reads base files; name is for messages.
func readMarkdown(fsys fs.FS, name string) (*bulk.Incoming, error) {
	if err := plainFolder(fsys, name, ".md"); err != nil {
		return nil, err
	}
	return bulk.ParseFolder(fsys)
}

// plainFolder refuses a folder that holds anything but plain files and folders, or too much in files that end with ext. What begins with a
// point is nobody's.
func plainFolder(fsys fs.FS, name, ext string) error {
	total := int64(0)
	err := fs.WalkDir(fsys, ".", func(file string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case file != "." && strings.HasPrefix(d.Name(), "."):
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case d.Type()&fs.ModeSymlink != 0:
			return fmt.Errorf("%s is a symbolic link, which is not followed; put the file itself there", path.Join(name, file))
		case !d.IsDir() && !d.Type().IsRegular():
			return fmt.Errorf("%s is no plain file; take it away", path.Join(name, file))
		case path.Ext(file) != ext:
			return nil
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		if total += info.Size(); total > maxImport {
			return tooLong(name)
		}
		return nil
	})
	if err != nil && errors.As(err, new(*fs.PathError)) {
		return fmt.Errorf("cannot read %s: %w", name, cause(err))
	}
	return err
}
