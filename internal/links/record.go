package links

import "time"

// A Record is what was found at an address when it was last asked.
type Record struct {
	URL     string    `json:"url"`
	Checked time.Time `json:"checked"`
	Result  Result    `json:"result"`
	Detail  string    `json:"detail,omitempty"` // what exactly, in words of this package
	Status  int       `json:"status,omitempty"` // of the last answer; 0 when there was none
	Final   string    `json:"final,omitempty"`  // where redirects led to; "" without any
	Hops    []Hop     `json:"hops,omitempty"`   // every redirect, in order
	// Change is the share of the text that is not as it was at Compared, 0 to 1; both are zero when nothing could be compared.
	Change   float64   `json:"change,omitempty"`
	Compared time.Time `json:"compared,omitzero"`
	// NotBefore is until when the host of Final asked to be left alone; zero when it did not.
	NotBefore time.Time `json:"not_before,omitzero"`
	// Print is the fingerprint of the text when it was last read, which may be earlier than Checked; nil when it never was.
	Print *Print `json:"print,omitempty"`
}

// A Hop is one answer that redirects.
type Hop struct {
	URL    string `json:"url"`
	Status int    `json:"status"`
}

// last is the address that answered last.
func (r Record) last() string {
	if r.Final != "" {
		return r.Final
	}
	return r.URL
}
