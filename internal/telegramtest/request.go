package telegramtest

import (
	"encoding/json"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"net/url"
	"strconv"
	"strings"
)

// maxBody is how much of a request is read; files may be 50 MB.
const maxBody = 52 << 20

// A File is one that came with a request.
type File struct {
	Name string
	Type string
	Data []byte
}

// A call is one request to a method, its arguments as text, as the real server sees them.
type call struct {
	method string // as the documentation spells it, or as it came when there is none
	args   map[string]string
	files  map[string]File
	at     int // index in the record
}

// readCall reads the arguments from wherever a request may have them. A body of no known type counts as none.
func readCall(r *http.Request) (*call, *Error) {
	c := &call{args: map[string]string{}, files: map[string]File{}}
	c.addValues(r.URL.Query())
	body, err := io.ReadAll(http.MaxBytesReader(nil, r.Body, maxBody))
	if tooLarge := (*http.MaxBytesError)(nil); errors.As(err, &tooLarge) {
		return nil, &Error{Code: http.StatusRequestEntityTooLarge, Description: "Request Entity Too Large"}
	} else if err != nil {
		return nil, badRequest("can't read request body")
	}
	kind, params, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
	switch {
	case len(body) == 0:
		return c, nil
	case kind == "application/json":
		return c, c.addJSON(body)
	case kind == "application/x-www-form-urlencoded":
		values, err := url.ParseQuery(string(body))
		if err != nil {
			return nil, badRequest("can't parse form")
		}
		c.addValues(values)
	case kind == "multipart/form-data":
		return c, c.addParts(multipart.NewReader(strings.NewReader(string(body)), params["boundary"]))
	}
	return c, nil
}

func (c *call) addValues(values url.Values) {
	for k, v := range values {
		c.args[k] = v[0]
	}
}

// addJSON takes the fields of an object; strings lose their quotes, everything else stays JSON.
func (c *call) addJSON(body []byte) *Error {
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(body, &fields); err != nil {
		return badRequest("can't parse JSON object")
	}
	for k, raw := range fields {
		var s string
		switch {
		case string(raw) == "null":
		case json.Unmarshal(raw, &s) == nil:
			c.args[k] = s
		default:
			c.args[k] = string(raw)
		}
	}
	return nil
}

// addParts takes the parts of a form; a form that ends before its first part has none.
func (c *call) addParts(form *multipart.Reader) *Error {
	for {
		part, err := form.NextPart()
		if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
			return nil
		}
		if err != nil {
			return badRequest("can't parse multipart form")
		}
		data, err := io.ReadAll(part)
		if err != nil {
			return badRequest("can't parse multipart form")
		}
		if part.FileName() == "" {
			c.args[part.FormName()] = string(data)
			continue
		}
		c.files[part.FormName()] = File{Name: part.FileName(), Type: part.Header.Get("Content-Type"), Data: data}
	}
}

// integer reads an argument between two bounds; what is no number counts as absent, as in the real server.
func (c *call) integer(name string, absent, least, most int64) int64 {
	n, err := strconv.ParseInt(strings.TrimSpace(c.args[name]), 10, 64)
	if err != nil {
		n = absent
	}
	return min(max(n, least), most)
}

// boolean reads an argument that says true in one of the ways the real server knows.
func (c *call) boolean(name string) bool {
	switch strings.ToLower(strings.TrimSpace(c.args[name])) {
	case "true", "yes", "1":
		return true
	}
	return false
}
