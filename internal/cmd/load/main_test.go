package main

import (
	"bytes"
	"context"
	"strings"
	"testing"
)

func TestWrongCalls(t *testing.T) {
	for _, c := range []struct {
		args []string
		code int
		says string
	}{
		{[]string{"-for", "soon"}, 2, "soon"},
		{[]string{"latency"}, 2, "latency"},
		{[]string{"-burst", "-1"}, 2, "below zero"},
		{[]string{"-only", "sok"}, 2, "latency, communities, ceiling, alone, floor, burst"},
		{[]string{"-words", "nowhere"}, 1, "nowhere"},
		{[]string{"-h"}, 0, "-only"},
	} {
		var out, errs bytes.Buffer
		if code := run(context.Background(), c.args, &out, &errs); code != c.code || !strings.Contains(errs.String(), c.says) {
			t.Errorf("%v: %d %s", c.args, code, errs.String())
		}
	}
}
