package vet

// Codes of problems. The comments say what Args hold.
const (
	// Characters: the code point, its place from 1, the words before it.
	Control   = "control"   // a control character
	Invisible = "invisible" // a character of no width
	Direction = "direction" // one that changes the direction of reading
	UTF8      = "utf8"      // bytes that are no characters: their place

	// Sizes: how many, how many at most.
	Long        = "long"         // characters
	ManySteps   = "many-steps"   // for one device
	ManyPhrases = "many-phrases" // ways to ask
	ManyLinks   = "many-links"
	ShortShared = "short-shared" // Warn: more than a short answer of the shared base can have
	TitleCut    = "title-cut"    // Warn: more than a choice in a menu shows

	// Mentions.
	Ping = "ping" // what would ring at many, or at a person: the mention

	// Addresses.
	NotAddress  = "not-address"  // the text
	Scheme      = "scheme"       // the scheme
	PlainHTTP   = "http"         // the same address with https
	UserInfo    = "user-info"    // a name or a password before the host: the host
	NoHost      = "no-host"      // the text
	IPHost      = "ip-host"      // a number instead of a name: the host
	Punycode    = "punycode"     // the host
	MixedScript = "mixed-script" // letters of two alphabets: the host, the odd letter
	LookAlike   = "look-alike"   // the host, the known one that it looks like
	HostInside  = "host-inside"  // a known host that is not at the end: the host, the known one
	OtherHost   = "other-host"   // the words of a link name another host than its address: theirs, that of the address
	UnknownHost = "unknown-host" // Warn: the host

	// Contents: Warn, nothing.
	EmailInside = "e-mail"
	PhoneInside = "phone"
	NoSource    = "no-source"
	NoLabels    = "no-labels" // steps of which none marks a label of the screen
	NoHow       = "no-how"    // it says that it can be done, and not how

	// Forms that the files of the base do not take, as knowledge.Entry.Validate finds them: the text in question, or nothing.
	Empty       = "empty"
	Lines       = "lines"
	Spaces      = "spaces"
	Block       = "block"
	Plain       = "plain"
	Braces      = "braces"
	Brackets    = "brackets"
	Backslash   = "backslash"
	Image       = "image"
	Backquote   = "backquote"
	Entity      = "entity"
	Struck      = "struck"
	Underscore  = "underscore"
	MarkOpen    = "mark-open"
	MarkSpace   = "mark-space"
	MarkTouch   = "mark-touch"
	MarkNested  = "mark-nested"
	LinkWhole   = "link-whole"
	LabelPath   = "label-path"
	LabelQuotes = "label-quotes"
	LabelEnd    = "label-end"
	DeviceOrder = "device-order"
	DeviceEmpty = "device-empty"
	Ages        = "ages"
	Plans       = "plans"
	Form        = "form" // another: the problem and its remedy, in English
)
