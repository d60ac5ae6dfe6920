package bot

import "nonmerci/knowledge/understand"

// devices are the words that name a device, folded.
var devices = map[string]string{
	"iphone": "ios", "ipad": "ios", "ios": "ios", "iphones": "ios",
	"android": "android", "samsung": "android", "xiaomi": "android", "pixel": "android",
	"ordinateur": "web", "ordi": "web", "pc": "web", "mac": "web", "navigateur": "web", "web": "web", "macbook": "web",
	"computer": "web", "laptop": "web", "desktop": "web", "browser": "web", "rechner": "web", "ordenador": "web", "computador": "web",
}

// deviceOf returns the device a question names, or "". A brand that is itself the subject (« Galaxy AI ») is no device.
func deviceOf(r *understand.Reading) string {
	for _, t := range r.Tokens {
		if d, ok := devices[t.Text]; ok && t.Mention < 0 {
			return d
		}
	}
	return ""
}
