package main

import (
	"io"
	rt "runtime/metrics"

	"github.com/VictoriaMetrics/metrics"
)

// runtimeSettings are gauges that the library does not have, under the names that dashboards for Go programs know.
var runtimeSettings = []struct{ name, of string }{
	{"go_gc_gogc_percent", "/gc/gogc:percent"},
	{"go_gc_gomemlimit_bytes", "/gc/gomemlimit:bytes"},
	{"go_sched_gomaxprocs_threads", "/sched/gomaxprocs:threads"},
}

// writeRuntimeSettings writes them as gauges; one that the Go runtime no longer has is left out.
func writeRuntimeSettings(w io.Writer) {
	for _, s := range runtimeSettings {
		sample := []rt.Sample{{Name: s.of}}
		if rt.Read(sample); sample[0].Value.Kind() == rt.KindUint64 {
			metrics.WriteGaugeUint64(w, s.name, sample[0].Value.Uint64())
		}
	}
}
