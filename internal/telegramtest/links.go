package telegramtest

import (
	"net/url"
	"strconv"
	"strings"
)

// The ways in which an address of a link or a button is refused, in the words of the real server.
var (
	errEmptyURL    = says("URL must be non-empty")
	errProtocolURL = says("Unsupported URL protocol")
	errHostURL     = says("URL host is empty")
	errPortURL     = says("Wrong port number specified in the URL")
	errWrongURL    = says("Wrong HTTP URL")
)

// checkURL returns an address as the real server keeps it, with a protocol and a path.
func checkURL(s string) (string, error) {
	s = strings.TrimSpace(s)
	if s == "" {
		return "", errEmptyURL
	}
	scheme, _, found := strings.Cut(s, "://")
	if !found {
		s, scheme = "http://"+s, "http"
	}
	switch strings.ToLower(scheme) {
	case "http", "https":
	case "tg", "ton", "tonsite":
		return s, nil
	default:
		return "", errProtocolURL
	}
	u, err := url.Parse(s)
	switch {
	case err != nil || strings.ContainsAny(s, " \n\t"):
		return "", errWrongURL
	case u.Hostname() == "":
		return "", errHostURL
	case u.Port() != "" && !validPort(u.Port()):
		return "", errPortURL
	case !strings.Contains(strings.Trim(u.Hostname(), "."), ".") && !strings.Contains(u.Hostname(), ":"):
		return "", errWrongURL
	}
	if u.Path == "" {
		u.Path = "/"
	}
	u.Scheme, u.Host = strings.ToLower(u.Scheme), strings.ToLower(u.Host)
	return u.String(), nil
}

func validPort(s string) bool {
	n, err := strconv.Atoi(s)
	return err == nil && n > 0 && n < 65536
}

// userLink reads tg://user?id=1.
func userLink(s string) (int64, bool) {
	u, err := url.Parse(s)
	if err != nil || !strings.EqualFold(u.Scheme, "tg") || !strings.EqualFold(u.Host, "user") {
		return 0, false
	}
	id, err := strconv.ParseInt(u.Query().Get("id"), 10, 64)
	return id, err == nil && id > 0
}
