package playground

import (
	"embed"
	"html/template"
	"strings"
)

//go:embed page
var files embed.FS

// templates are parsed once; they are part of the program, so that they cannot fail.
var templates = template.Must(template.ParseFS(files, "page/*.html"))

// render writes a template with data as HTML.
func render(name string, data any) (string, error) {
	var b strings.Builder
	err := templates.ExecuteTemplate(&b, name, data)
	return b.String(), err
}
