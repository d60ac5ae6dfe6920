package main

import (
	"fmt"
	"os"

	"nonmerci/bot"
	"nonmerci/knowledge/search"
	"nonmerci/knowledge/understand"
)

// openLines answers from a file of JSON lines, by its words alone.
func (a app) openLines(path string) (answerer, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	docs, err := search.ReadDocs(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	if len(docs) == 0 {
		return nil, fmt.Errorf("%s: no entry; each line is {\"id\", \"title\", \"phrasings\", \"answer\", \"lang\"}", path)
	}
	model, err := understand.Default()
	if err != nil {
		return nil, fmt.Errorf("read the model: %w", err)
	}
	return bot.NewOwn(docs, model, search.Options{}), nil
}
