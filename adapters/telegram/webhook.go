package telegram

import (
	"context"
	"crypto/sha256"
	"crypto/subtle"
	"errors"
	"fmt"
	"io"
	"net/http"
	"time"

	tg "github.com/go-telegram/bot"

	"nonmerci/adapters/internal/delay"
)

const maxUpdate = 1 << 20 // bytes

// WebhookHandler is what Telegram posts updates to. It answers 401 for a wrong secret, 413 above 1 MB, 200 for what cannot be read (to
// send it again would not help), 503 while nothing has room or Run does not run, and 200 once an update is in its lane.
func (a *Adapter) WebhookHandler() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodPost {
			http.Error(w, "Method Not Allowed", http.StatusMethodNotAllowed)
			return
		}
		if a.opts.Webhook == nil || !same(r.Header.Get("X-Telegram-Bot-Api-Secret-Token"), a.opts.Webhook.Secret) {
			http.Error(w, "Unauthorized", http.StatusUnauthorized)
			return
		}
		body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxUpdate))
		if errors.As(err, new(*http.MaxBytesError)) {
			http.Error(w, "Request Entity Too Large", http.StatusRequestEntityTooLarge)
			return
		}
		if err != nil {
			http.Error(w, "Bad Request", http.StatusBadRequest)
			return
		}
		if _, err := a.accept(body); err != nil {
			w.Header().Set("Retry-After", "1")
			http.Error(w, "Service Unavailable", http.StatusServiceUnavailable)
		}
	})
}

// same compares secrets in a time that tells nothing of them, nor of their lengths.
func same(a, b string) bool {
	x, y := sha256.Sum256([]byte(a)), sha256.Sum256([]byte(b))
	return subtle.ConstantTimeCompare(x[:], y[:]) == 1
}

// serveWebhook sets the webhook and serves it until ctx is done. What Telegram still holds comes again after the next start: the webhook
// stays set.
func (a *Adapter) serveWebhook(ctx context.Context) error {
	stop := a.listen()
	defer stop()
	var b backoff
	for {
		err := a.setWebhook(ctx)
		if err == nil {
			break
		}
		if fatal := b.refused(err); fatal != nil {
			return fatal
		}
		if code(err) == http.StatusBadRequest {
			return fmt.Errorf("the webhook is not taken by Telegram (%w): its URL must be https on port 443, 80, 88 or 8443, with a name that the world can find", err)
		}
		a.health.set(err)
		a.metrics.Reconnects.Inc()
		a.opts.Log.Warn("the webhook of Telegram could not be set; trying again", "err", err.Error())
		if delay.For(ctx, b.next(err)) != nil {
			return nil
		}
	}
	a.health.set(nil)
	<-ctx.Done()
	return nil
}

func (a *Adapter) setWebhook(ctx context.Context) error {
	w := a.opts.Webhook
	_, _, err := typed(ctx, "setWebhook", a.client.lib.SetWebhook, &tg.SetWebhookParams{
		URL: w.URL, SecretToken: w.Secret, MaxConnections: w.MaxConnections, AllowedUpdates: kinds,
	})
	return err
}

// listen serves the webhook at its own listener, if it has one. stop ends it, and lets the requests under way finish.
func (a *Adapter) listen() (stop func()) {
	if a.opts.Webhook.Listener == nil {
		return func() {}
	}
	srv := &http.Server{Handler: a.WebhookHandler(), ReadHeaderTimeout: 10 * time.Second, ReadTimeout: 30 * time.Second, IdleTimeout: 2 * time.Minute}
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		if err := srv.Serve(a.opts.Webhook.Listener); !errors.Is(err, http.ErrServerClosed) {
			a.health.set(fmt.Errorf("the listener of the webhook failed: %w", err))
		}
	}()
	return func() {
		ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		if srv.Shutdown(ctx) != nil {
			_ = srv.Close() // what still hangs is answered by nobody
		}
		<-ended
	}
}
