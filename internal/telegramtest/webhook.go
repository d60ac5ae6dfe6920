package telegramtest

import (
	"context"
	"encoding/json"
	"net/url"
	"regexp"
	"slices"
	"time"
)

var secretToken = regexp.MustCompile(`^[A-Za-z0-9_-]*$`)

// hookInfo is what getWebhookInfo remembers.
type hookInfo struct {
	errorDate int64
	errorText string
	nextSet   time.Time // setWebhook is refused before
}

// A webhook is where updates go. Its deliveries run until stop is called.
type webhook struct {
	url    string
	secret string
	most   int
	stop   context.CancelFunc
}

// setWebhook is https://core.telegram.org/bots/api#setwebhook. Certificates and ip_address are not looked at.
func (s *Server) setWebhook(c *call) (any, *Error) {
	address := c.args["url"]
	if address == "" {
		return s.deleteWebhook(c)
	}
	if time.Now().Before(s.hook.nextSet) {
		return nil, TooManyRequests(1)
	}
	s.hook.nextSet = time.Now().Add(time.Second)
	if err := s.checkHook(address, c.args["secret_token"]); err != nil {
		return nil, err
	}
	s.allow(c)
	s.dropPending(c)
	most := int(c.integer("max_connections", 40, 1, 100))
	if w := s.webhook; w != nil && w.url == address && w.most == most && w.secret == c.args["secret_token"] {
		return described{true, "Webhook is already set"}, nil
	}
	if p := s.queue.poll; p != nil {
		p.ended <- conflict("terminated by setWebhook request")
		s.queue.poll = nil
	}
	s.dropWebhook()
	ctx, stop := context.WithCancel(context.Background())
	s.webhook = &webhook{url: address, secret: c.args["secret_token"], most: most, stop: stop}
	s.hook.errorDate, s.hook.errorText = 0, ""
	s.running.Add(1)
	go s.deliverAll(ctx, s.webhook)
	return described{true, "Webhook was set"}, nil
}

func (s *Server) checkHook(address, secret string) *Error {
	u, err := url.Parse(address)
	switch {
	case err != nil || u.Hostname() == "" || u.Scheme != "http" && u.Scheme != "https":
		return badRequest("invalid webhook URL specified")
	case len(secret) > 256:
		return badRequest("secret token is too long")
	case !secretToken.MatchString(secret):
		return badRequest("secret token contains unallowed characters")
	case s.opts.Local:
		return nil
	case u.Scheme != "https":
		return badRequest("bad webhook: An HTTPS URL must be provided for webhook")
	case !slices.Contains([]string{"", "443", "80", "88", "8443"}, u.Port()):
		return badRequest("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
	}
	return nil
}

// deleteWebhook is https://core.telegram.org/bots/api#deletewebhook.
func (s *Server) deleteWebhook(c *call) (any, *Error) {
	s.dropPending(c)
	if s.webhook == nil {
		return described{true, "Webhook is already deleted"}, nil
	}
	s.dropWebhook()
	return described{true, "Webhook was deleted"}, nil
}

func (s *Server) dropWebhook() {
	if s.webhook != nil {
		s.webhook.stop()
		s.webhook = nil
	}
	for _, u := range s.queue.waiting {
		u.busy, u.delay, u.after = false, 0, time.Time{}
	}
}

func (s *Server) dropPending(c *call) {
	if c.boolean("drop_pending_updates") {
		s.queue.waiting = nil
	}
}

// getWebhookInfo is https://core.telegram.org/bots/api#getwebhookinfo.
func (s *Server) getWebhookInfo(*call) (any, *Error) {
	info := map[string]any{"url": "", "has_custom_certificate": false, "pending_update_count": len(s.queue.waiting)}
	if w := s.webhook; w != nil {
		info["url"], info["max_connections"] = w.url, w.most
	}
	if s.hook.errorDate != 0 {
		info["last_error_date"], info["last_error_message"] = s.hook.errorDate, s.hook.errorText
	}
	if s.queue.allowed != nil {
		var kinds []string
		for k := range s.queue.allowed {
			kinds = append(kinds, k)
		}
		slices.Sort(kinds)
		info["allowed_updates"] = kinds
	}
	return info, nil
}

// reply carries out the method that the answer to an update may contain; its result is not told to anyone.
func (s *Server) replyInBody(ctx context.Context, body []byte) {
	c := &call{args: map[string]string{}, files: map[string]File{}}
	if len(body) == 0 || !json.Valid(body) || c.addJSON(body) != nil || c.args["method"] == "" {
		return
	}
	c.method = c.args["method"]
	delete(c.args, "method")
	s.begin(c)
	s.end(c, s.withFaults(ctx, c))
}
