package playground

import (
	"encoding/json"
	"mime"
	"net/http"
)

// policy lets the page load what this server serves and nothing else, and run no script that stands in a message.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// maxAction is how long an action may be.
const maxAction = 3 << 20

func (p *Playground) routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", p.servePage)
	mux.HandleFunc("GET /app.js", serveFile("page/app.js"))
	mux.HandleFunc("GET /app.css", serveFile("page/app.css"))
	mux.HandleFunc("GET /events", p.serveEvents)
	mux.HandleFunc("POST /act", p.serveAction)
	safe := http.NewCrossOriginProtection().Handler(mux) // other pages in the same browser must not act here
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cache-Control", "no-store")
		safe.ServeHTTP(w, r)
	})
}

func (p *Playground) servePage(w http.ResponseWriter, r *http.Request) {
	page, err := render("page.html", phones)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	_, _ = w.Write([]byte(page)) // the browser may be gone
}

func serveFile(name string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) { http.ServeFileFS(w, r, files, name) }
}

// serveAction does what a person does on one of the phones. A refusal is 422 with the words that the person would see.
func (p *Playground) serveAction(w http.ResponseWriter, r *http.Request) {
	if kind, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type")); kind != "application/json" {
		http.Error(w, "send JSON", http.StatusUnsupportedMediaType)
		return
	}
	var a action
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, maxAction)).Decode(&a); err != nil {
		http.Error(w, "not an action", http.StatusBadRequest)
		return
	}
	var res result
	var err error
	switch a.Phone {
	case "discord":
		res, err = p.discord.act(r.Context(), a)
	case "telegram":
		res, err = p.telegram.act(r.Context(), a)
	default:
		http.Error(w, "there is no such phone", http.StatusBadRequest)
		return
	}
	p.changed.send()
	w.Header().Set("Content-Type", "application/json")
	if err != nil {
		w.WriteHeader(http.StatusUnprocessableEntity)
		_ = json.NewEncoder(w).Encode(map[string]string{"error": err.Error()}) // the browser may be gone
		return
	}
	_ = json.NewEncoder(w).Encode(res) // likewise
}
