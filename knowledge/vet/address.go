package vet

import (
	"net/url"
	"regexp"
	"slices"
	"strings"

	"nonmerci/knowledge"
)

// link looks at an address that readers can press, and at the words that they press.
func (c *checker) link(field, said, address string) {
	host := c.address(field, address)
	if host == "" {
		return
	}
	for _, named := range hostsIn(said) {
		// « Conditions de Duck.ai » names a service, whose pages stand where the base says; « duck.ai » alone is a host.
		service := c.known != nil && c.belongs(host) && strings.ContainsAny(strings.TrimSpace(said), " \u00a0\u202f")
		if owner(named) != owner(host) && !service {
			c.refuse(field, OtherHost, clip(named), host)
			return
		}
	}
}

// address looks at the address of a link, and returns its host; "" when it was refused.
func (c *checker) address(field, address string) string {
	u, err := url.Parse(address)
	if err != nil {
		c.refuse(field, NotAddress, clip(address))
		return ""
	}
	host := strings.TrimSuffix(strings.ToLower(u.Hostname()), ".")
	switch u.Scheme {
	case "https":
	case "mailto":
		return c.mailbox(field, u)
	case "http":
		c.refuse(field, PlainHTTP, clip("https"+address[len("http"):]))
		return ""
	case "tg":
		c.refuse(field, Ping, clip(strings.ToLower(address)))
		return ""
	case "":
		c.refuse(field, NotAddress, clip(address))
		return ""
	default:
		c.refuse(field, Scheme, clip(u.Scheme))
		return ""
	}
	switch {
	case u.User != nil:
		c.refuse(field, UserInfo, clip(host))
		return ""
	case numeric(host):
		c.refuse(field, IPHost, clip(host))
		return ""
	case !strings.Contains(host, "."):
		c.refuse(field, NoHost, clip(address))
		return ""
	}
	if !c.host(field, host, true) {
		return ""
	}
	if knowledge.CheckURL(address) != nil {
		c.refuse(field, NotAddress, clip(address))
		return ""
	}
	return host
}

var mailbox = regexp.MustCompile(`^[^\s@<>"]+@([^\s@<>",;:/]+\.[^\s@<>",;:/]+)$`)

// mailbox looks at a mailto: address, and returns the host of the box. What it fills in for the writer, a subject, is not looked at.
func (c *checker) mailbox(field string, u *url.URL) string {
	m := mailbox.FindStringSubmatch(u.Opaque)
	if m == nil {
		c.refuse(field, NotAddress, clip(u.String()))
		return ""
	}
	host := strings.ToLower(m[1])
	if !c.host(field, host, true) {
		return ""
	}
	return host
}

var (
	// pressable is what a platform makes a link of by itself, or a browser might run.
	pressable = regexp.MustCompile(`(?i)(?:\bhttps?://|\bjavascript:|\bvbscript:|\bdata:[a-z]+/|\bfile://)[^\s<>‹"«»]*`)
	// domain is what looks like the name of a host.
	domain = regexp.MustCompile(`[\pL\pN][\pL\pN-]*(?:\.[\pL\pN][\pL\pN-]*)*\.\pL[\pL\pN-]*\pL`)
)

// addresses looks at the addresses that stand in a text as words.
func (c *checker) addresses(field, s string) {
	if !strings.ContainsAny(s, ":.") {
		return
	}
	rest := pressable.ReplaceAllStringFunc(s, func(a string) string {
		c.address(field, strings.TrimRight(a, ".,;:!?)]}'’*_"))
		return " "
	})
	for _, h := range hostsIn(rest) {
		c.host(field, h, false)
	}
}

// ends are what most names of hosts end with: a word with a point in it, « Node.js », ends otherwise.
var ends = strings.Fields(`com org net fr eu io ai app dev co uk de es it pt nl be ch lu us ca info biz me tv so gg im google social online site
	gouv gov edu int qc br mx ie at pl se no fi dk cz xyz top shop live link click`)

// maxHosts is how many hosts are looked for in one text.
const maxHosts = 50

// hostsIn are the hosts that words name; those of e-mail addresses among them.
func hostsIn(said string) []string {
	var out []string
	for _, h := range domain.FindAllString(said, maxHosts) {
		h = strings.ToLower(h)
		if slices.Contains(ends, h[strings.LastIndexByte(h, '.')+1:]) {
			out = append(out, h)
		}
	}
	return out
}
