package links

// A Result is what is known of an address after it was asked. An address has one: the gravest.
type Result string

// The results. Refused and Robots say nothing about the page: a person may well see it.
const (
	Well        Result = "well"
	Gone        Result = "gone"        // 404 or 410
	DNS         Result = "dns"         // the name leads nowhere
	Elsewhere   Result = "elsewhere"   // redirected to another host, or to the bare home page
	Moved       Result = "moved"       // redirected for good to another page of the same host
	Changed     Result = "changed"     // answers, with another text than the last time
	Login       Result = "login"       // redirected to a page to sign in, or is one
	TLS         Result = "tls"         // the connection cannot be protected
	Unreachable Result = "unreachable" // no connection, or one that was cut
	Timeout     Result = "timeout"
	Failing     Result = "failing" // 5xx
	Loop        Result = "loop"    // redirected in a circle, or too often
	Unexpected  Result = "unexpected"
	Private     Result = "private" // leads into a private network, which is not asked
	Refused     Result = "refused" // 401, 403, 429 and the like
	Robots      Result = "robots"  // robots.txt does not want it asked, or cannot be had
)

// group is a Result with the words above its list.
type group struct {
	result Result
	title  string
}

// groups are the results to look at, the ones to mend first.
var groups = []group{
	{Gone, "Gone: the site says that there is no such page (404, 410)"},
	{DNS, "No such site: the name leads nowhere"},
	{Elsewhere, "Redirected elsewhere: to another host, or to the home page"},
	{Moved, "Moved for good: write the new address"},
	{Changed, "The page has changed since the last check: read it again"},
	{TLS, "Not protected: browsers would warn"},
	{Unreachable, "No connection, or one that was cut"},
	{Timeout, "No answer in time"},
	{Failing, "The site fails (5xx)"},
	{Loop, "Redirected in a circle, or too often"},
	{Unexpected, "An answer that a page should not give"},
	{Private, "Not asked: the address leads into a private network, or to an unusual port"},
	{Login, "Asks to sign in: cannot tell what is behind"},
	{Refused, "Cannot tell: the site refuses robots (401, 403, 429)"},
	{Robots, "Cannot tell: robots.txt asks robots to stay away"},
}
