package discordtest

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// A call is one request on its way through the server.
type call struct {
	method, path, template string
	route                  *route // nil when there is none
	pathKnown              bool   // though with another method
	versionOK              bool
	vars                   map[string]string
	query                  url.Values
	header                 http.Header
	body                   []byte // JSON; of a form with files, its payload_json
	files                  []attachment
	at                     time.Time
	status                 int // what the handler sets instead of 200 or 204
	host, scheme           string
}

// maxBody is how much of a request is read.
const maxBody = 32 << 20

// newCall reads a request. Its error means that the body could not be read.
func (s *Server) newCall(r *http.Request) (*call, error) {
	c := &call{method: r.Method, query: r.URL.Query(), header: r.Header, at: time.Now()}
	version, path, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, "/api/"), "/")
	c.versionOK = version == "v9" || version == "v10"
	c.path = "/" + path
	c.route, c.vars, c.pathKnown = s.match(r.Method, c.path)
	c.template = c.path
	if c.route != nil {
		c.template = c.route.template
	}
	c.scheme, c.host = address(r)
	var err error
	if strings.HasPrefix(r.Header.Get("Content-Type"), "multipart/form-data") {
		err = c.readForm(r)
	} else {
		c.body, err = io.ReadAll(http.MaxBytesReader(nil, r.Body, maxBody))
	}
	if err != nil {
		return nil, fmt.Errorf("read a request: %w", err)
	}
	return c, nil
}

// readForm reads payload_json and the files of a form.
func (c *call) readForm(r *http.Request) error {
	if err := r.ParseMultipartForm(maxBody); err != nil {
		return err
	}
	defer func() { _ = r.MultipartForm.RemoveAll() }()
	c.body = []byte(r.FormValue("payload_json"))
	for field, headers := range r.MultipartForm.File {
		if !strings.HasPrefix(field, "files[") && field != "file" {
			continue
		}
		for _, h := range headers {
			f, err := h.Open()
			if err != nil {
				return err
			}
			data, err := io.ReadAll(f)
			_ = f.Close()
			if err != nil {
				return err
			}
			c.files = append(c.files, attachment{name: h.Filename, size: int(h.Size), data: data})
		}
	}
	return nil
}

// decode reads the body into v: 50109 when it is no JSON, 50035 when a field has the wrong type.
func (c *call) decode(v any) error {
	err := json.Unmarshal(c.body, v)
	wrong, isType := errors.AsType[*json.UnmarshalTypeError](err)
	switch {
	case err == nil:
		return nil
	case isType:
		var f formErrors
		f.add(or(nonEmpty(wrong.Field), "_"), "BASE_TYPE_BAD_TYPE", "Only "+wrong.Type.String()+" is allowed")
		return f.err()
	}
	return errInvalidJSON
}

func nonEmpty(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// message reads a message body and notes what is wrong with it though Discord accepts it. s.mu is held.
func (c *call) message(s *Server) (*messageBody, error) {
	return c.messageFrom(s, c.body)
}

func (c *call) messageFrom(s *Server, raw json.RawMessage) (*messageBody, error) {
	inner := &call{body: raw}
	b := &messageBody{files: c.files}
	if len(bytes.TrimSpace(raw)) == 0 && len(c.files) > 0 {
		inner.body = []byte("{}")
	}
	if err := inner.decode(b); err != nil {
		return nil, err
	}
	s.checkMentions(c, b)
	s.checkFields(c, raw)
	return b, nil
}

// address is how the client reaches this server: the address that its connection came in on.
func address(r *http.Request) (scheme, host string) {
	scheme, host = "ws", r.Host
	if r.TLS != nil {
		scheme = "wss"
	}
	if a, ok := r.Context().Value(http.LocalAddrContextKey).(interface{ String() string }); ok && a.String() != "" {
		host = a.String()
	}
	return scheme, host
}
