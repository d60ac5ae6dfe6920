package discordtest

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
	"sync"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
	"github.com/getkin/kin-openapi/routers"
	"github.com/getkin/kin-openapi/routers/gorillamux"
)

// spec validates against Discord's OpenAPI description.
type spec struct {
	router  routers.Router
	schemas *schemas
}

// specs keeps what was loaded, by path: reading the description takes a third of a second, and it never changes.
var specs sync.Map // of func() (*spec, error)

// loadSpec reads the description once per process.
func loadSpec(path string) (*spec, error) {
	load, _ := specs.LoadOrStore(path, sync.OnceValues(func() (*spec, error) { return readSpec(path) }))
	return load.(func() (*spec, error))()
}

func readSpec(path string) (*spec, error) {
	doc, err := openapi3.NewLoader().LoadFromFile(path)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	doc.Servers = openapi3.Servers{{URL: "/api/v9"}, {URL: "/api/v10"}} // whatever the host
	for _, s := range doc.Components.Schemas {
		// Documented, and sent by every client, as a text.
		if p := s.Value.Properties["default_member_permissions"]; p != nil {
			p.Value.Type = &openapi3.Types{"string", "integer", "null"}
		}
	}
	if inner := doc.Components.Schemas["InnerErrors"]; inner != nil {
		// The codes of form errors are words such as BASE_TYPE_REQUIRED, as documented; the description says numbers.
		inner.Value.Properties["_errors"].Value.Items = openapi3.NewObjectSchema().NewRef()
	}
	router, err := gorillamux.NewRouter(doc)
	if err != nil {
		return nil, fmt.Errorf("route %s: %w", path, err)
	}
	schemas, err := newSchemas(doc)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return &spec{router, schemas}, nil
}

// validate compares a call and its answer with the description, and notes what differs.
func (s *Server) validate(c *call, a answer) {
	if s.spec == nil || c.route == nil || a.header.Get("Server") == "cloudflare" {
		return
	}
	for _, problem := range s.spec.check(c, a) {
		s.mu.Lock()
		s.problem("%s", problem)
		s.mu.Unlock()
	}
}

func (sp *spec) check(c *call, a answer) (problems []string) {
	ctx := context.Background() // nothing here waits
	r, err := http.NewRequestWithContext(ctx, c.method, "/api/v10"+c.path+"?"+c.query.Encode(), bytes.NewReader(c.body))
	if err != nil {
		return []string{c.method + " " + c.template + ": " + err.Error()}
	}
	r.Header = c.header.Clone()
	if strings.HasPrefix(r.Header.Get("Content-Type"), "multipart/") {
		r.Header.Set("Content-Type", "application/json") // payload_json is what there is to check
	}
	route, params, err := sp.router.FindRoute(r)
	if err != nil {
		return []string{c.method + " " + c.template + ": not in the specification"}
	}
	asked, answered := requestSchema(route, r.Header, c.body), responseSchema(route, a)
	in := &openapi3filter.RequestValidationInput{
		Request: r, PathParams: params, Route: route,
		Options: &openapi3filter.Options{
			AuthenticationFunc: openapi3filter.NoopAuthenticationFunc, MultiError: true,
			ExcludeRequestBody: asked != nil, ExcludeResponseBody: answered != nil,
		},
	}
	err = openapi3filter.ValidateRequest(ctx, in)
	if err == nil && asked != nil {
		err = sp.schemas.check(c.body, asked...)
	}
	if err != nil {
		problems = append(problems, c.method+" "+c.template+": request: "+short(err))
	}
	if len(a.body) == 0 {
		return problems
	}
	out := &openapi3filter.ResponseValidationInput{
		RequestValidationInput: in, Status: a.status, Header: a.header, Body: io.NopCloser(bytes.NewReader(a.body)), Options: in.Options,
	}
	err = openapi3filter.ValidateResponse(ctx, out)
	if err == nil && answered != nil {
		err = sp.schemas.check(a.body, answered...)
	}
	if err != nil {
		problems = append(problems, c.method+" "+c.template+": our answer: "+short(err))
	}
	return problems
}

const jsonType = "application/json"

// requestSchema is where the description says what the body of a request is made of; nil when it is empty, no JSON, or not described.
func requestSchema(route *routers.Route, header http.Header, body []byte) []string {
	described := route.Operation.RequestBody
	if described == nil || len(body) == 0 || !isJSON(header) || !hasSchema(described.Value.Content) {
		return nil
	}
	return []string{"paths", route.Path, strings.ToLower(route.Method), "requestBody", "content", jsonType, "schema"}
}

// responseSchema is the same for the body of an answer.
func responseSchema(route *routers.Route, a answer) []string {
	if !isJSON(a.header) {
		return nil
	}
	status := strconv.Itoa(a.status)
	for _, key := range []string{status, status[:1] + "XX", "default"} {
		described := route.Operation.Responses.Value(key)
		if described == nil {
			continue
		}
		if !hasSchema(described.Value.Content) {
			return nil
		}
		place := []string{"paths", route.Path, strings.ToLower(route.Method), "responses", key}
		if shared, ok := strings.CutPrefix(described.Ref, "#/components/responses/"); ok {
			place = []string{"components", "responses", shared}
		}
		return append(place, "content", jsonType, "schema")
	}
	return nil
}

func isJSON(h http.Header) bool {
	kind, _, _ := strings.Cut(h.Get("Content-Type"), ";")
	return kind == jsonType
}

func hasSchema(c openapi3.Content) bool { return c[jsonType] != nil && c[jsonType].Schema != nil }

// short cuts a nested error: its beginning names the field.
func short(err error) string {
	const most = 600
	text := strings.Join(strings.Fields(err.Error()), " ")
	if len(text) > most {
		text = text[:most] + "…"
	}
	return text
}
