package links

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"time"
)

// A permit is what the robots.txt of one origin allows, asked once in a run.
type permit struct {
	asked chan struct{} // closed once the rest is known
	rules rules
	err   error // the file could not be had: that of the network, or a refusal
}

// A refusal is a robots.txt that a host does not give.
type refusal struct {
	status    int
	notBefore time.Time
}

func (r refusal) Error() string { return fmt.Sprintf("robots.txt answers %d", r.status) }

// permitted asks the robots.txt of an origin, unless that was done, and says whether a page of it may be asked.
func (c *checker) permitted(ctx context.Context, u *url.URL) (bool, error) {
	origin := url.URL{Scheme: u.Scheme, Host: u.Host}
	c.mu.Lock()
	p, known := c.permits[origin.String()]
	if !known {
		p = &permit{asked: make(chan struct{})}
		c.permits[origin.String()] = p
	}
	c.mu.Unlock()
	if !known {
		p.rules, p.err = c.askRules(ctx, origin.JoinPath("robots.txt"))
		if p.rules.delay > 0 {
			c.hosts.slow(ctx, hostname(u), p.rules.delay)
		}
		close(p.asked)
	}
	select {
	case <-p.asked:
	case <-ctx.Done():
		return false, ctx.Err()
	}
	return p.err == nil && p.rules.allows(u.RequestURI()), p.err
}

// askRules reads a robots.txt. One that is not there allows everything; one that a host fails to give, nothing.
func (c *checker) askRules(ctx context.Context, u *url.URL) (rules, error) {
	const hops = 5 // as RFC 9309 wants
	for range hops + 1 {
		a, err := c.get(ctx, nil, u, maxRules)
		if err != nil {
			return rules{}, err
		}
		switch next := resolve(u, a.location); {
		case a.status == http.StatusTooManyRequests || a.failing():
			return rules{}, refusal{a.status, a.notBefore}
		case a.status >= 400 || a.status < 200:
			return rules{}, nil
		case a.status < 300:
			return parseRules(a.body), nil
		case a.location == "" || !isWeb(next):
			return rules{}, nil
		default:
			u = next
		}
	}
	return rules{}, nil
}

// resolve is where a redirect of a page leads, nil when that is no address.
func resolve(u *url.URL, location string) *url.URL {
	next, err := u.Parse(location)
	if err != nil {
		return nil
	}
	return next
}

func isWeb(u *url.URL) bool {
	return u != nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != ""
}
