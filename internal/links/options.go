package links

import (
	"cmp"
	"context"
	"crypto/tls"
	"crypto/x509"
	"fmt"
	"net"
	"net/http"
	"strings"
	"time"

	"code.dny.dev/ssrf"
)

// Options is what a run depends on. The zero value asks the real network, politely; nothing in it makes a run less polite.
type Options struct {
	UserAgent string        // as UserAgent gives it; that of an unnamed version when it is ""
	Timeout   time.Duration // for one answer with its body; DefaultTimeout when it is 0
	Pause     time.Duration // between two questions to a host; DefaultPause when it is less

	// Step is called after each address that was asked, and Save with the state before the first, every ten seconds or so, and at the end,
	// also when the run is interrupted. Both are called by the goroutine that called Run, and may be nil.
	Step func(Record)
	Save func(State) error

	// AllowPrivate lets a run connect to private networks and to any port.
	AllowPrivate bool
	// Dial replaces the network, and with it the refusal of private ones; RootCAs, the authorities of the system. They are for tests.
	Dial    func(ctx context.Context, network, address string) (net.Conn, error)
	RootCAs *x509.CertPool
}

// What the zero values of Options mean, and what no option changes.
const (
	DefaultTimeout = 20 * time.Second
	DefaultPause   = time.Second
	maxHosts       = 4               // asked at once
	maxBody        = 2 << 20         // bytes of a page that are read
	maxHeader      = 256 << 10       // bytes of the headers of an answer
	maxHops        = 10              // redirects followed
	maxWait        = 2 * time.Minute // for a host that wants to be left alone; a longer wait is for a later run
	retryAfter     = 5 * time.Second // before the second try, unless the host says
	saveEvery      = 10 * time.Second
)

// Agent is the name by which robots.txt can speak to this program.
const Agent = "NonMerci-link-check"

// UserAgent is how a version of the program introduces itself; contact, which may be "", is an address or a page where whoever runs it
// can be reached. The error says what is wrong with a contact.
func UserAgent(version, contact string) (string, error) {
	agent := Agent + "/" + version
	if contact == "" {
		return agent, nil
	}
	if strings.ContainsFunc(contact, func(r rune) bool { return r <= ' ' || r > '~' || r == '(' || r == ')' }) {
		return "", fmt.Errorf("the contact has a space, a bracket or a letter beyond ASCII; give the address of a page, or of a mailbox")
	}
	return agent + " (+" + contact + ")", nil
}

func (o Options) withDefaults() Options {
	o.UserAgent = cmp.Or(o.UserAgent, Agent+"/dev")
	o.Timeout = cmp.Or(o.Timeout, DefaultTimeout)
	o.Pause = max(o.Pause, DefaultPause)
	if o.Step == nil {
		o.Step = func(Record) {}
	}
	if o.Save == nil {
		o.Save = func(State) error { return nil }
	}
	return o
}

// transport connects anew for each question, so that what is dialled is looked at each time, after the name was resolved: a name may
// lead elsewhere the second time, and a redirect anywhere. It takes no proxy, which would hide from it what is dialled.
func (o Options) transport() *http.Transport {
	dial := o.Dial
	if dial == nil {
		dial = dialer(o).DialContext
	}
	return &http.Transport{
		DialContext:            dial,
		TLSClientConfig:        &tls.Config{RootCAs: o.RootCAs, MinVersion: tls.VersionTLS12},
		DisableKeepAlives:      true,
		ForceAttemptHTTP2:      true,
		MaxResponseHeaderBytes: maxHeader,
	}
}

// dialer connects to the real network; without AllowPrivate it refuses addresses that are not public, and ports that no site uses.
func dialer(o Options) *net.Dialer {
	d := &net.Dialer{Timeout: o.Timeout}
	if !o.AllowPrivate {
		d.Control = ssrf.New().Safe
	}
	return d
}
