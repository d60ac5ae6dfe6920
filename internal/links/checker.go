package links

import (
	"context"
	"errors"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"strings"
	"sync"
	"time"

	"golang.org/x/net/publicsuffix"
)

// A checker asks addresses. It is safe for concurrent use.
type checker struct {
	opts      Options
	transport *http.Transport
	hosts     *hosts

	mu      sync.Mutex
	permits map[string]*permit // by origin
}

func newChecker(o Options) *checker {
	o = o.withDefaults()
	return &checker{opts: o, transport: o.transport(), hosts: newHosts(o.Pause, maxWait), permits: map[string]*permit{}}
}

func hostname(u *url.URL) string { return strings.ToLower(u.Hostname()) }

// check asks an address, follows where it leads, and compares what it finds with the record of the last time. The error is errPutOff,
// or that of ctx: then nothing is known.
func (c *checker) check(ctx context.Context, address string, last Record) (Record, error) {
	v := &visit{checker: c, rec: Record{URL: address, Print: last.Print}, seen: map[string]int{}}
	from := resolve(&url.URL{}, address)
	if !isWeb(from) {
		v.result(Unexpected, "this is no address")
		return v.finish(), nil
	}
	v.from, v.at = from, from
	jar, err := cookiejar.New(&cookiejar.Options{PublicSuffixList: publicsuffix.List}) // some sites redirect until a cookie comes back
	if err != nil {
		return v.rec, err
	}
	v.jar = jar
	for {
		more, err := v.hop(ctx)
		switch {
		case ctx.Err() != nil:
			return v.rec, ctx.Err()
		case errors.Is(err, errPutOff):
			return v.rec, errPutOff
		case err != nil:
			v.fault(err)
			return v.finish(), nil
		case !more:
			return v.finish(), nil
		}
	}
}

// A visit is the state of one check.
type visit struct {
	*checker
	jar      http.CookieJar
	from, at *url.URL
	seen     map[string]int // how often each address was asked
	passing  bool           // one of the redirects is not for good
	rec      Record
}

// result sets what the visit found.
func (v *visit) result(r Result, detail string) { v.rec.Result, v.rec.Detail = r, detail }

// finish dates the record.
func (v *visit) finish() Record {
	v.rec.Checked = time.Now().UTC().Truncate(time.Second)
	if len(v.rec.Hops) > 0 {
		v.rec.Final = v.at.String()
	}
	return v.rec
}

// hop asks the address that the visit is at; more says that it was redirected and there is another to ask.
func (v *visit) hop(ctx context.Context) (more bool, err error) {
	allowed, err := v.permitted(ctx, v.at)
	if err != nil {
		return false, err
	}
	if !allowed {
		v.result(Robots, "")
		v.signIn()
		return false, nil
	}
	a, err := v.get(ctx, v.jar, v.at, maxBody)
	if err != nil {
		return false, err
	}
	v.seen[v.at.String()]++
	v.rec.Status, v.rec.NotBefore = a.status, a.notBefore
	if a.location == "" {
		v.judge(a)
		return false, nil
	}
	next := resolve(v.at, a.location)
	if next == nil {
		v.result(Unexpected, "it redirects to what is no address")
		return false, nil
	}
	v.rec.Hops = append(v.rec.Hops, Hop{URL: v.at.String(), Status: a.status})
	v.passing = v.passing || a.status != http.StatusMovedPermanently && a.status != http.StatusPermanentRedirect
	next.Fragment, next.User = "", nil
	v.at = next
	switch {
	case !isWeb(next):
		v.result(Unexpected, "it redirects to what is no page")
	case v.seen[next.String()] > 1: // once more is how some sites set a cookie
		v.result(Loop, "it redirects in a circle")
	case len(v.rec.Hops) > maxHops:
		v.result(Loop, "it redirects too often")
	default:
		return true, nil
	}
	return false, nil
}
