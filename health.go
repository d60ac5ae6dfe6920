package main

import (
	"cmp"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"nonmerci/config"
)

// newHealth asks a running « serve » whether it receives: what a container asks, where there is no other program to ask with.
func newHealth(a app) *cobra.Command {
	return &cobra.Command{
		Use: "health", Short: "Ask the « serve » that runs on this machine whether it receives", Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			c, err := config.Load(a.getenv)
			if err != nil {
				return err
			}
			req, err := http.NewRequestWithContext(cmd.Context(), http.MethodGet, "http://"+reachable(cmp.Or(c.HTTPAddr, config.DefaultHTTPAddr))+"/readyz", nil)
			if err != nil {
				return err
			}
			resp, err := (&http.Client{Timeout: 3 * time.Second}).Do(req)
			if err != nil {
				return fmt.Errorf("%w; is « nonmerci serve » running?", err)
			}
			defer resp.Body.Close()
			body, err := io.ReadAll(io.LimitReader(resp.Body, 1<<16))
			if err != nil {
				return err
			}
			if resp.StatusCode != http.StatusOK {
				return fmt.Errorf("%s", strings.TrimSpace(string(body)))
			}
			_, err = a.out.Write(body)
			return err
		},
	}
}

// reachable is where to ask for what listens at addr: « :8080 » listens everywhere and is asked on this machine.
func reachable(addr string) string {
	host, port, err := net.SplitHostPort(addr)
	if err != nil || host != "" && host != "0.0.0.0" && host != "::" {
		return addr
	}
	return net.JoinHostPort("127.0.0.1", port)
}
