package telegramtest

import (
	"net/http"
	"slices"
	"strconv"
	"time"
)

// A Fault is something that goes wrong with calls. Exactly one of Err, Cut and Status says how it ends; without any, the call is only
// late.
type Fault struct {
	Method string // path.Match pattern; "" is every method but getUpdates
	Chat   int64  // only calls with this chat_id; 0 is any
	Times  int    // how many calls it strikes; 0 is one, negative is all

	Delay    time.Duration // first
	Accepted bool          // the call is carried out all the same, and only its answer is lost

	Err         *Error // a refusal
	Cut         bool   // the connection ends without an answer: ServeHTTP panics with http.ErrAbortHandler
	Status      int    // this status with Body
	Body        string
	ContentType string // default text/html
}

func (f *Fault) harmless() bool { return f.Err == nil && !f.Cut && f.Status == 0 }

// BadGateway is the 502 of a proxy, as a page.
func BadGateway() Fault {
	return Fault{Status: http.StatusBadGateway, Body: "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body><center><h1>502 Bad Gateway</h1></center></body>\r\n</html>\r\n"}
}

// Refusal answers with an error of the API.
func Refusal(code int, description string) Fault {
	return Fault{Err: &Error{Code: code, Description: description}}
}

// A Rule is a fault in force.
type Rule struct {
	srv   *Server
	fault Fault
	left  int
	used  int
}

// Fail makes the next calls that a fault describes fail. Of several faults for a call, the one set first strikes.
func (s *Server) Fail(f Fault) *Rule {
	s.mu.Lock()
	defer s.mu.Unlock()
	r := &Rule{srv: s, fault: f, left: f.Times}
	if f.Times == 0 {
		r.left = 1
	}
	s.faults = append(s.faults, r)
	return r
}

// Used is how many calls the fault has struck.
func (r *Rule) Used() int {
	r.srv.mu.Lock()
	defer r.srv.mu.Unlock()
	return r.used
}

// Stop ends the fault.
func (r *Rule) Stop() {
	r.srv.mu.Lock()
	defer r.srv.mu.Unlock()
	r.srv.faults = slices.DeleteFunc(r.srv.faults, func(x *Rule) bool { return x == r })
}

// strike returns the fault for a call, or nil.
func (s *Server) strike(c *call) *Fault {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, r := range s.faults {
		f := &r.fault
		switch {
		case f.Method == "" && c.method == "getUpdates":
		case !matches(f.Method, c.method):
		case f.Chat != 0 && c.args["chat_id"] != strconv.FormatInt(f.Chat, 10):
		case r.left == 0:
		default:
			r.left--
			r.used++
			return f
		}
	}
	return nil
}
