package sqlstore

import (
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"github.com/jackc/pgx/v5"
)

const examples = "sqlite:nonmerci.db or postgres://user:password@host:5432/database"

// An address is where a database is. It may hold a password: it is never printed.
type address struct {
	path     string          // of a SQLite file; "" for PostgreSQL
	memory   bool            // a SQLite database that ends with the program
	postgres *pgx.ConnConfig // nil for SQLite
}

// parse reads the address of a database. The error says what to write, and nothing of what was written but the path of a file.
func parse(s string) (address, error) {
	if name, ok := strings.CutPrefix(s, "sqlite:"); ok {
		return parseSQLite(name)
	}
	if strings.HasPrefix(s, "postgres://") || strings.HasPrefix(s, "postgresql://") {
		config, err := pgx.ParseConfig(s)
		if err != nil {
			return address{}, errors.New("the address of the PostgreSQL database cannot be read: write postgres://user:password@host:5432/database, " +
				"with %40, %2F, %3A and %25 for @, /, : and % in the password")
		}
		return address{postgres: config}, nil
	}
	return address{}, errors.New("the address of the database is of no known kind: write " + examples)
}

func parseSQLite(name string) (address, error) {
	switch {
	case name == ":memory:":
		return address{path: name, memory: true}, nil
	case name == "" || strings.HasPrefix(name, "//") && !strings.HasPrefix(name, "///"):
		return address{}, errors.New("the address of the database has no path: write sqlite:nonmerci.db, or sqlite:/var/lib/nonmerci/nonmerci.db")
	case strings.ContainsAny(name, "?\x00"):
		return address{}, errors.New("the address of a SQLite database takes no options: write sqlite: and the path of the file alone")
	}
	path, err := filepath.Abs(name)
	if err != nil {
		return address{}, fmt.Errorf("the folder of the database cannot be told: write the whole path after sqlite: (%w)", err)
	}
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return address{}, fmt.Errorf("%s is a folder: write sqlite: and the path of a file in it", path)
	}
	if info, err := os.Stat(filepath.Dir(path)); err != nil || !info.IsDir() {
		return address{}, fmt.Errorf("%s is not a folder: create it, or write sqlite: and another path", filepath.Dir(path))
	}
	return address{path: path}, nil
}

// uri is what the driver of SQLite opens; options are pairs « key=value », already escaped.
func (a address) uri(options ...string) string {
	u := url.URL{Scheme: "file", OmitHost: true, Path: a.path}
	if a.memory {
		u = url.URL{Scheme: "file", Opaque: ":memory:"}
	}
	u.RawQuery = strings.Join(options, "&")
	return u.String()
}
