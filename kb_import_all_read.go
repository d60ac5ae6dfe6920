package main

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"nonmerci/knowledge/bulk"
	"nonmerci/knowledge/files"
	"nonmerci/knowledge/transfer"
)

// exportedAll is what a folder with everything of a database holds.
type exportedAll struct {
	base        *bulk.Incoming
	drafts      *transfer.Community // of the shared base
	communities []namedCommunity
}

// A namedCommunity is what a file of a community holds.
type namedCommunity struct {
	file     string
	problems files.Problems
	*transfer.Community
}

// readAll reads what exportAll wrote; name is for messages. Each file of a community may be as long as an import.
func readAll(fsys fs.FS, name string) (*exportedAll, error) {
	if err := plainFolder(fsys, name, ".md"); err != nil {
		return nil, err
	}
	if mark, err := readPart(fsys, name, exportMark); err != nil {
		return nil, err
	} else if strings.Join(strings.Fields(string(mark)), "") != strings.Join(strings.Fields(exportMarked), "") {
		return nil, fmt.Errorf("%s/%s is not the mark of an export that this program knows; export again, with this version", name, exportMark)
	}
	out := &exportedAll{drafts: &transfer.Community{}}
	var err error
	if out.base, err = readSharedPart(fsys, name); err != nil {
		return nil, err
	}
	if _, err := fs.Stat(fsys, allDrafts); err == nil {
		c, err := readCommunityPart(fsys, name, allDrafts)
		if err != nil {
			return nil, err
		}
		out.drafts = c.Community
		out.base.Problems = append(out.base.Problems, c.problems...)
	}
	found, err := fs.Glob(fsys, allOthers+"/*.json")
	if err != nil {
		return nil, err
	}
	for _, file := range found {
		c, err := readCommunityPart(fsys, name, file)
		if err != nil {
			return nil, err
		}
		out.communities = append(out.communities, c)
	}
	return out, nil
}

func readSharedPart(fsys fs.FS, name string) (*bulk.Incoming, error) {
	for _, ext := range []string{".json", ".csv"} {
		data, err := readPart(fsys, name, allBase+ext)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		in, err := bulk.Parse(allBase+ext, ext, data)
		if err == nil && in.Base == nil {
			err = fmt.Errorf("%s/%s holds no base; export again", name, allBase+ext)
		}
		return in, err
	}
	sub, err := fs.Sub(fsys, allBase)
	if err != nil {
		return nil, err
	}
	return readMarkdown(sub, path.Join(name, allBase))
}

func readCommunityPart(fsys fs.FS, name, file string) (namedCommunity, error) {
	data, err := readPart(fsys, name, file)
	if err != nil {
		return namedCommunity{}, err
	}
	in, err := bulk.Parse(file, ".json", data)
	if err == nil && in.Community == nil && len(in.Problems) == 0 {
		err = fmt.Errorf("%s/%s holds no community; export again", name, file)
	}
	if err != nil {
		return namedCommunity{}, err
	}
	if in.Community == nil {
		in.Community = &transfer.Community{}
	}
	return namedCommunity{file, in.Problems, in.Community}, nil
}

func readPart(fsys fs.FS, name, file string) ([]byte, error) {
	f, err := fsys.Open(file)
	if err != nil {
		return nil, fmt.Errorf("cannot read %s/%s: %w", name, file, cause(err))
	}
	defer f.Close()
	return limited(name+"/"+file, f)
}
