package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"time"

	"nonmerci/bot"
	"nonmerci/bot/rephrase"
	"nonmerci/config"
)

// web serves health and metrics.
type web struct{ listener net.Listener }

// listen opens the address of the settings. When none was set and the default one is taken, the program runs without: a second one on
// the same machine should not fail for that.
func (a app) listen(ctx context.Context, c config.Config, log *slog.Logger) (*web, error) {
	addr := cmp.Or(c.HTTPAddr, config.DefaultHTTPAddr)
	l, err := a.wire.open(ctx, addr)
	switch {
	case err == nil:
		log.Info("health and metrics", "address", l.Addr().String())
		return &web{l}, nil
	case c.HTTPAddr == "" && c.TelegramWebhookURL == "":
		log.Warn("no health and metrics: the address is taken; set NONMERCI_HTTP_ADDR to another", "address", addr)
		return &web{}, nil
	}
	return nil, fmt.Errorf("NONMERCI_HTTP_ADDR: %w; choose another host:port", err)
}

// start serves until stop is called: /healthz says that the program lives, /readyz whether each platform is being heard and if not
// why, /metrics what was counted, and hook what Telegram delivers.
func (w *web) start(doors []*door, kept *memory, m *measures, hook *mount, log *slog.Logger) (stop func()) {
	if w.listener == nil {
		return func() {}
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", func(rw http.ResponseWriter, _ *http.Request) { fmt.Fprintln(rw, "ok") })
	mux.HandleFunc("GET /readyz", func(rw http.ResponseWriter, _ *http.Request) { readiness(rw, doors, kept, m.model) })
	mux.Handle("GET /metrics", m.handler())
	if hook != nil {
		mux.Handle("POST "+hook.path, hook.handler)
	}
	s := &http.Server{
		Handler: mux, ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 30 * time.Second, WriteTimeout: 30 * time.Second, IdleTimeout: 2 * time.Minute,
		MaxHeaderBytes: 16 << 10, ErrorLog: slog.NewLogLogger(log.Handler(), slog.LevelDebug),
	}
	go func() {
		if err := s.Serve(w.listener); !errors.Is(err, http.ErrServerClosed) {
			log.Error("health and metrics ended", "error", err.Error())
		}
	}()
	return func() {
		ctx, cancel := context.WithTimeout(context.Background(), time.Second)
		defer cancel()
		_ = s.Shutdown(ctx)
	}
}

// readiness writes a line for each platform: 200 when all are heard, else 503.
func readiness(rw http.ResponseWriter, doors []*door, kept *memory, model *rephrase.Rewriter) {
	status, text := http.StatusOK, ""
	for _, d := range doors {
		err := d.Ready()
		if errors.Is(err, bot.ErrStandBy) { // it is as well as it can be, and an upgrade must not wait for it
			text += d.name + ": " + oneLine(err) + "\n"
			continue
		}
		if err != nil {
			status = http.StatusServiceUnavailable
			text += d.name + ": not receiving: " + oneLine(err) + "\n"
			continue
		}
		text += d.name + ": receiving\n"
	}
	if kept != nil {
		if err := kept.live.Ready(); err != nil { // readers are answered all the same, from what was read before
			text += "database: " + oneLine(err) + "\n"
		}
	}
	text += modelLine(model)
	rw.Header().Set("Content-Type", "text/plain; charset=utf-8")
	rw.WriteHeader(status)
	fmt.Fprint(rw, text)
}
