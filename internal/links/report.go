package links

import (
	"bufio"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
	"unicode"

	"nonmerci/knowledge"
)

// A Report is what a state says of addresses.
type Report struct {
	Addresses []Address
	State     State
}

// WriteText writes a list for each thing that is wrong, with its count, one address a line with the entries that use it, and a last line
// of counts. Of the addresses that are well it gives the number only.
func (r Report) WriteText(w io.Writer) error {
	out := bufio.NewWriter(w)
	by := map[Result][]Address{}
	unknown := 0
	for _, a := range r.Addresses {
		if rec, ok := r.State[a.URL]; ok {
			by[rec.Result] = append(by[rec.Result], a)
		} else {
			unknown++
		}
	}
	counts := []string{fmt.Sprintf("%d well", len(by[Well]))}
	for _, g := range groups {
		all := by[g.result]
		if len(all) == 0 {
			continue
		}
		counts = append(counts, fmt.Sprintf("%d %s", len(all), g.result))
		fmt.Fprintf(out, "%s: %d\n", g.title, len(all))
		slices.SortStableFunc(all, r.order)
		for _, a := range all {
			fmt.Fprintln(out, "  "+visible(line(a, r.State[a.URL])))
		}
		fmt.Fprintln(out)
	}
	if unknown > 0 {
		counts = append(counts, fmt.Sprintf("%d not checked yet", unknown))
	}
	noun := "addresses"
	if len(r.Addresses) == 1 {
		noun = "address"
	}
	fmt.Fprintf(out, "%d %s: %s\n", len(r.Addresses), noun, strings.Join(counts, ", "))
	return out.Flush()
}

// order puts the pages that have changed most first, and settings last: that one must sign in to see them is no surprise.
func (r Report) order(a, b Address) int {
	return cmp.Or(cmp.Compare(r.State[b.URL].Change, r.State[a.URL].Change), cmp.Compare(setting(a), setting(b)))
}

// setting is 1 for the address of a setting, which is used as nothing else, and otherwise 0.
func setting(a Address) int {
	if len(a.Kinds) == 1 && a.Kinds[0] == string(knowledge.SettingLink) {
		return 1
	}
	return 0
}

// line is an address, where it leads, what was found, and who uses it.
func line(a Address, rec Record) string {
	out := a.URL
	if rec.Final != "" {
		out += " → " + rec.Final
	}
	var facts []string
	if rec.Status != 0 && rec.Status != 200 {
		facts = append(facts, fmt.Sprint(rec.Status))
	}
	if rec.Detail != "" {
		facts = append(facts, rec.Detail)
	}
	if rec.Change >= changedFrom {
		facts = append(facts, fmt.Sprintf("%.0f %% of the text since %s", 100*rec.Change, rec.Compared.Format(time.DateOnly)))
	}
	if !rec.NotBefore.IsZero() {
		facts = append(facts, "asks to be left alone until "+rec.NotBefore.Format("2006-01-02 15:04 MST"))
	}
	if setting(a) == 1 {
		facts = append(facts, "a setting")
	}
	if len(facts) > 0 {
		out += " (" + strings.Join(facts, ", ") + ")"
	}
	return out + ": " + users(a)
}

func users(a Address) string {
	if len(a.Entries) == 0 {
		return "a source that no entry names"
	}
	names := make([]string, len(a.Entries))
	for i, id := range a.Entries {
		names[i] = string(id)
	}
	return strings.Join(names, ", ")
}

// visible drops what a terminal might obey: an address that a site redirected to can hold anything.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) {
			return '\uFFFD'
		}
		return r
	}, s)
}

// found is a Record as JSON shows it: with those who use the address, and without the fingerprint.
type found struct {
	URL       string         `json:"url"`
	Kinds     []string       `json:"kinds"`
	Entries   []knowledge.ID `json:"entries"`
	Result    Result         `json:"result"`
	Detail    string         `json:"detail,omitempty"`
	Status    int            `json:"status,omitempty"`
	Final     string         `json:"final,omitempty"`
	Hops      []Hop          `json:"hops,omitempty"`
	Change    float64        `json:"change,omitempty"`
	Compared  time.Time      `json:"compared,omitzero"`
	Checked   time.Time      `json:"checked,omitzero"`
	NotBefore time.Time      `json:"not_before,omitzero"`
}

// WriteJSON writes one object a line for each address, those that are well too. The result of one that was never checked is "unknown".
func (r Report) WriteJSON(w io.Writer) error {
	out := bufio.NewWriter(w)
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	for _, a := range r.Addresses {
		rec := r.State[a.URL]
		entries := a.Entries
		if entries == nil {
			entries = []knowledge.ID{}
		}
		err := enc.Encode(found{
			URL: a.URL, Kinds: a.Kinds, Entries: entries, Result: cmp.Or(rec.Result, "unknown"), Detail: rec.Detail, Status: rec.Status,
			Final: rec.Final, Hops: rec.Hops, Change: rec.Change, Compared: rec.Compared, Checked: rec.Checked, NotBefore: rec.NotBefore,
		})
		if err != nil {
			return err
		}
	}
	return out.Flush()
}
