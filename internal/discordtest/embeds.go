package discordtest

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// An Embed is a framed part of a message, as a client may send it (docs: resources/message, Embed).
type Embed struct {
	Title       string       `json:"title,omitempty"`
	Description string       `json:"description,omitempty"`
	URL         string       `json:"url,omitempty"`
	Color       *int         `json:"color,omitempty"`
	Timestamp   string       `json:"timestamp,omitempty"`
	Fields      []EmbedField `json:"fields,omitempty"`
	Author      *EmbedAuthor `json:"author,omitempty"`
	Footer      *EmbedFooter `json:"footer,omitempty"`
	Image       *EmbedImage  `json:"image,omitempty"`
	Thumbnail   *EmbedImage  `json:"thumbnail,omitempty"`
	Type        string       `json:"type,omitempty"` // always "rich" once stored
}

// An EmbedField is a name and a value.
type EmbedField struct {
	Name   string `json:"name"`
	Value  string `json:"value"`
	Inline bool   `json:"inline"`
}

// An EmbedAuthor is the line above the title.
type EmbedAuthor struct {
	Name    string `json:"name"`
	URL     string `json:"url,omitempty"`
	IconURL string `json:"icon_url,omitempty"`
}

// An EmbedFooter is the line below.
type EmbedFooter struct {
	Text    string `json:"text"`
	IconURL string `json:"icon_url,omitempty"`
}

// An EmbedImage is a picture by address.
type EmbedImage struct {
	URL string `json:"url"`
}

// size is what counts toward the 6,000 characters of a message.
func (e Embed) size() int {
	n := utf8.RuneCountInString(e.Title) + utf8.RuneCountInString(e.Description)
	for _, f := range e.Fields {
		n += utf8.RuneCountInString(f.Name) + utf8.RuneCountInString(f.Value)
	}
	if e.Author != nil {
		n += utf8.RuneCountInString(e.Author.Name)
	}
	if e.Footer != nil {
		n += utf8.RuneCountInString(e.Footer.Text)
	}
	return n
}

// empty says that the embed shows nothing.
func (e Embed) empty() bool { return e.size() == 0 && e.Image == nil && e.Thumbnail == nil }

// checkEmbeds notes every limit that the embeds of one message break.
func (f *formErrors) checkEmbeds(embeds []Embed) {
	if len(embeds) > 10 {
		f.max("embeds", 10)
	}
	total := 0
	for i, e := range embeds {
		f.checkEmbed(fmt.Sprintf("embeds.%d", i), e)
		total += e.size()
	}
	if total > 6000 {
		f.add("embeds", "MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of 6000")
	}
}

func (f *formErrors) checkEmbed(path string, e Embed) {
	f.text(path+".title", e.Title, 0, 256)
	f.text(path+".description", e.Description, 0, 4096)
	f.link(path+".url", e.URL)
	if e.Color != nil && (*e.Color < 0 || *e.Color > 0xffffff) {
		f.add(path+".color", "NUMBER_TYPE_MAX", "int value should be less than or equal to 16777215.")
	}
	if len(e.Fields) > 25 {
		f.max(path+".fields", 25)
	}
	for i, field := range e.Fields {
		at := fmt.Sprintf("%s.fields.%d", path, i)
		f.text(at+".name", field.Name, 1, 256)
		f.text(at+".value", field.Value, 1, 1024)
	}
	if e.Author != nil {
		f.text(path+".author.name", e.Author.Name, 1, 256)
		f.link(path+".author.url", e.Author.URL)
	}
	if e.Footer != nil {
		f.text(path+".footer.text", e.Footer.Text, 1, 2048)
	}
	for name, image := range map[string]*EmbedImage{"image": e.Image, "thumbnail": e.Thumbnail} {
		if image != nil && !strings.HasPrefix(image.URL, "attachment://") {
			f.link(path+"."+name+".url", image.URL)
		}
	}
}

// text notes a text with too few or too many characters, counted in code points.
func (f *formErrors) text(path, s string, least, most int) {
	switch n := utf8.RuneCountInString(s); {
	case n < least && n == 0:
		f.required(path)
	case n > most:
		f.max(path, most)
	}
}

// link notes an address that is no http address.
func (f *formErrors) link(path, s string) {
	if s != "" && !strings.HasPrefix(s, "https://") && !strings.HasPrefix(s, "http://") {
		f.add(path, "URL_TYPE_INVALID_SCHEME", "Scheme must be one of ('http', 'https').")
	}
}
