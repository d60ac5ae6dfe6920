package knowledge

import "strings"

// An ID names an entry for as long as it exists: « linkedin/opt-out », « rights/complaint ».
type ID string

// Subject is the part before the slash.
func (id ID) Subject() string { s, _, _ := strings.Cut(string(id), "/"); return s }

// Intent is the part after the slash.
func (id ID) Intent() string { _, i, _ := strings.Cut(string(id), "/"); return i }

// NewID joins a subject and an intent.
func NewID(subject, intent string) ID { return ID(subject + "/" + intent) }

// Kind is how one says no.
type Kind string

// The kinds of entry.
const (
	Toggle     Kind = "toggle"
	Form       Kind = "form"
	Letter     Kind = "letter"
	Impossible Kind = "impossible"
	Info       Kind = "info"
)

// Kinds lists every Kind.
var Kinds = []Kind{Toggle, Form, Letter, Impossible, Info}

// Difficulty is how hard it is to say no; "" for a Kind of Info.
type Difficulty string

// The difficulties. Limited means that something can be refused, not all.
const (
	Easy    Difficulty = "easy"
	Medium  Difficulty = "medium"
	Hard    Difficulty = "hard"
	Limited Difficulty = "limited"
	NoWay   Difficulty = "impossible"
)

// Difficulties lists every Difficulty.
var Difficulties = []Difficulty{Easy, Medium, Hard, Limited, NoWay}

// Status is where an entry stands; readers see published ones only.
type Status string

// The statuses. "" in a file means Published.
const (
	Draft     Status = "draft"
	Published Status = "published"
	Archived  Status = "archived"
)

// Device is what steps are for.
type Device string

// The devices, in the order they are shown.
const (
	AnyDevice Device = "any"
	Web       Device = "web"
	IOS       Device = "ios"
	Android   Device = "android"
)

// Devices lists every Device, in order.
var Devices = []Device{AnyDevice, Web, IOS, Android}

// LinkKind is what a link leads to.
type LinkKind string

// The kinds of link.
const (
	SettingLink LinkKind = "setting"
	FormLink    LinkKind = "form"
	HelpLink    LinkKind = "help"
)

// LinkKinds lists every LinkKind.
var LinkKinds = []LinkKind{SettingLink, FormLink, HelpLink}

// Regions lists the codes of an entry's scope.
var Regions = []string{"eu", "eea", "uk", "ch", "us", "ca", "qc", "hk", "br", "kr", "jp", "au", "in", "world"}

// An Entry is one question answered, in every language it has been written in.
type Entry struct {
	ID         ID
	Also       []string // further intents that the same text answers
	Kind       Kind
	Difficulty Difficulty
	Regions    []string // empty: makes no difference, or unknown
	Plans      []string
	Ages       string
	Sources    []string // ids of the subject's sources, most important first
	Verified   Date     // zero: rests on memory
	Review     Date
	Status     Status
	Revision   int // from 1
	Author     string
	Text       map[string]Text // by language
}

// Text is an entry in one language. Items are inline Markdown: **labels** of the screen, *emphasis*, links.
type Text struct {
	Title    string
	Short    string
	Phrases  []string // other ways to ask
	Steps    []DeviceSteps
	Links    []Link
	Changes  []string
	Keeps    []string
	Notes    []string
	Position Position `json:"-"` // where it was read
}

// DeviceSteps are the steps for one device.
type DeviceSteps struct {
	Device Device
	Steps  []string
}

// A Link leads to a setting, a form or a help page.
type Link struct {
	Kind LinkKind
	Text string
	URL  string
}

// Position is a place in a file.
type Position struct {
	File string
	Line int
}

// Answers says whether the entry answers an intent, its own or one it lists.
func (e *Entry) Answers(intent string) bool {
	if e.ID.Intent() == intent {
		return true
	}
	for _, a := range e.Also {
		if a == intent {
			return true
		}
	}
	return false
}
