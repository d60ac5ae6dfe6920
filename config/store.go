package config

import (
	"cmp"
	"errors"
	"fmt"
	"net/url"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
)

// DefaultDatabase is the name of the SQLite file in NONMERCI_STATE_DIR that serve keeps its store in when NONMERCI_DATABASE_URL is not set.
const DefaultDatabase = "nonmerci.db"

// Database returns the address of the database of serve: that of the settings, or a SQLite file in the folder for state.
func (c Config) Database() string {
	return cmp.Or(c.DatabaseURL, "sqlite:"+filepath.Join(cmp.Or(c.StateDir, DefaultStateDir), DefaultDatabase))
}

// CuratorList returns the people who edit the shared base, each as « discord:123 » or « telegram:456 », as they are written.
func (c Config) CuratorList() []string {
	return strings.FieldsFunc(c.Curators, func(r rune) bool { return r == ' ' || r == ',' || r == ';' || r == '\t' || r == '\n' || r == '\r' })
}

// Shards returns how many connections to Discord share out its servers; 0 means as many as Discord recommends. c must be valid.
func (c Config) Shards() int {
	n, _ := strconv.Atoi(c.DiscordShards)
	return n
}

// CheckDatabase returns what is wrong with the address of a database, as far as the address tells, with the remedy; nil when nothing is. The
// error never quotes it.
func CheckDatabase(address string) error {
	if path, ok := strings.CutPrefix(address, "sqlite:"); ok {
		if path == "" {
			return errors.New("the path is missing; write for example sqlite:nonmerci.db")
		}
		return nil
	}
	if !strings.HasPrefix(address, "postgres://") && !strings.HasPrefix(address, "postgresql://") {
		return errors.New("the kind of database is not known; write sqlite:nonmerci.db or postgres://user:password@host:5432/database")
	}
	if _, err := url.Parse(address); err != nil {
		return errors.New("the address cannot be read; write postgres://user:password@host:5432/database, " +
			"with %40, %2F, %3A and %25 for @, /, : and % in the password")
	}
	return nil
}

var (
	curator = regexp.MustCompile(`^(discord|telegram):[0-9]{1,20}$`)
	mailbox = regexp.MustCompile(`^(mailto:)?[^@:/]+@[^@:/]+\.[^@:/]+$`)
)

// maxShards is beyond what any bot has.
const maxShards = 100_000

func (c Config) validateStore() error {
	if c.DatabaseURL != "" {
		if err := CheckDatabase(c.DatabaseURL); err != nil {
			return fmt.Errorf("NONMERCI_DATABASE_URL: %w", err)
		}
	}
	for _, who := range c.CuratorList() {
		if !curator.MatchString(who) {
			return fmt.Errorf("NONMERCI_CURATORS: %q is not a person; "+
				"write discord: or telegram: and the number of the account, such as discord:123456789 telegram:987654", who)
		}
	}
	if n, err := strconv.Atoi(cmp.Or(c.DiscordShards, "0")); err != nil || n < 0 || n > maxShards {
		return fmt.Errorf("NONMERCI_DISCORD_SHARDS is %q; write a number, or 0 for as many as Discord recommends", c.DiscordShards)
	}
	return checkContact(c.Contact)
}

// checkContact refuses what could not stand in the name that the program gives itself: « DiscordBot (CONTACT, VERSION) ».
func checkContact(contact string) error {
	odd := strings.ContainsFunc(contact, func(r rune) bool { return r <= ' ' || r > '~' || strings.ContainsRune("(),", r) })
	u, err := url.Parse(contact)
	page := err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Host != ""
	if contact != "" && (odd || !page && !mailbox.MatchString(contact)) {
		return errors.New("NONMERCI_CONTACT is neither a page nor a mailbox; " +
			"write https://example.org/bot or someone@example.org, without spaces, brackets, commas or accents")
	}
	return nil
}

// withoutPassword is the address of a database as it may be shown: what follows a question mark may hold a password too.
func withoutPassword(address string) string {
	if strings.HasPrefix(address, "sqlite:") {
		return address
	}
	u, err := url.Parse(address)
	if err != nil {
		return "set"
	}
	if u.RawQuery, u.Fragment = "", ""; u.User != nil {
		u.User = url.User(u.User.Username())
	}
	return u.String()
}
