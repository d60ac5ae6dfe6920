package load

import (
	"os"
	"strings"
)

// Average says how busy the machine has been: its load averages, over one, five and fifteen minutes.
func Average() string {
	data, err := os.ReadFile("/proc/loadavg")
	field := strings.Fields(string(data))
	if err != nil || len(field) < 3 {
		return "load average not known"
	}
	return "load average " + strings.Join(field[:3], " ")
}
