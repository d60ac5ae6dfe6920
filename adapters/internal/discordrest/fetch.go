package discordrest

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"slices"
)

// filesAt are the hosts that attachments are at.
var filesAt = []string{"cdn.discordapp.com", "media.discordapp.net"}

// Errors of Fetch.
var (
	ErrElsewhere = errors.New("the address is not one of Discord's files")
	ErrLarge     = errors.New("the file is too large")
)

// Fetch reads a file that somebody attached, of at most most bytes. It goes to Discord's own hosts, or to that of the API when this is another
// one, and follows no redirect. The token is not sent. Nothing is tried twice.
func (c *Client) Fetch(ctx context.Context, address string, most int) ([]byte, error) {
	u, err := url.Parse(address)
	if err != nil || u.User != nil {
		return nil, ErrElsewhere
	}
	if theirs := u.Scheme == "https" && slices.Contains(filesAt, u.Host); !theirs && (u.Scheme != c.base.Scheme || u.Host != c.base.Host) {
		return nil, ErrElsewhere
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, ErrElsewhere
	}
	req.Header.Set("User-Agent", c.agent)
	files := http.Client{Transport: c.plain, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	resp, err := files.Do(req)
	if err != nil {
		return nil, fmt.Errorf("fetch a file: %w", bare(err))
	}
	defer func() { _ = resp.Body.Close() }()
	if resp.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("fetch a file: status %d", resp.StatusCode)
	}
	data, err := io.ReadAll(io.LimitReader(resp.Body, int64(most)+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("read a file: %w", bare(err))
	case len(data) > most:
		return nil, ErrLarge
	}
	return data, nil
}
