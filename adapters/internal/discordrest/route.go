package discordrest

import (
	"context"
	"strings"
	"time"
)

// A route is what a limit is counted for: a method and a path without ids, and the resource at its top.
type route struct {
	template    string
	major       string // the id of the channel or guild, or id and token of the webhook
	interaction bool   // outside the global limit
}

// limited says whether the route has a limit of its own worth following. A callback happens once.
func (r route) limited() bool { return !strings.HasSuffix(r.template, "/callback") }

// routeOf finds the route of a path that follows /api/v9.
func routeOf(method, path string) route {
	part := strings.Split(strings.Trim(path, "/"), "/")
	r := route{interaction: part[0] == "interactions" || part[0] == "webhooks" && len(part) > 2}
	for i, p := range part {
		major := i == 1 && (part[0] == "channels" || part[0] == "guilds" || part[0] == "webhooks") || i == 2 && part[0] == "webhooks"
		switch {
		case major:
			r.major += " " + p
			part[i] = "{}"
		case i > 0 && isID(p), i == 2 && part[0] == "interactions":
			part[i] = "{}"
		}
	}
	r.template = method + " " + strings.Join(part, "/")
	return r
}

func isID(s string) bool {
	for _, c := range s {
		if c < '0' || c > '9' {
			return false
		}
	}
	return s != ""
}

// afterAPI is the path after /api/v9, whatever comes before.
func afterAPI(path string) string {
	if i := strings.LastIndex(path, "/api/v"); i >= 0 {
		_, rest, _ := strings.Cut(path[i+len("/api/v"):], "/")
		return rest
	}
	return path
}

// leavingKey is the key of what happens when a request leaves.
type leavingKey struct{}

type leaving struct {
	tell    func()
	timeout time.Duration
}

// withLeaving has tell called when the request leaves, and limits the exchange from then on: waits for limits are not its fault.
func withLeaving(ctx context.Context, tell func(), timeout time.Duration) context.Context {
	return context.WithValue(ctx, leavingKey{}, leaving{tell, timeout})
}

func leave(ctx context.Context) (context.Context, context.CancelFunc) {
	l, ok := ctx.Value(leavingKey{}).(leaving)
	if !ok {
		return context.WithTimeout(ctx, 10*time.Second)
	}
	if l.tell != nil {
		l.tell()
	}
	return context.WithTimeout(ctx, l.timeout)
}
