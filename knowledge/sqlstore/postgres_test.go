package sqlstore

import (
	"context"
	"crypto/rand"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"

	"nonmerci/knowledge"
	"nonmerci/knowledge/storetest"
)

func TestPostgres(t *testing.T) {
	address := schema(t, postgres(t))
	storetest.Run(t, func(t *testing.T) knowledge.Store {
		onlyRaces(t)
		s := openURL(t, address)
		// Quicker than a schema for each of a hundred stores.
		if _, err := s.w.ExecContext(t.Context(), `TRUNCATE communities, alerts, leases, marks RESTART IDENTITY CASCADE;
			INSERT INTO communities (id, settings, joined_ms) VALUES ('', '{}', 0)`); err != nil {
			t.Fatal(err)
		}
		return s
	})
}

// postgres is a connection to the server that NONMERCI_TEST_POSTGRES names.
func postgres(t *testing.T) *sql.DB {
	t.Helper()
	address := os.Getenv("NONMERCI_TEST_POSTGRES")
	if address == "" {
		t.Skip("NONMERCI_TEST_POSTGRES is not set: set it to the address of a PostgreSQL server, postgres://user:password@host:5432/database; .ci/postgres starts one")
	}
	db, err := sql.Open("pgx", address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

// schema returns an address at which nothing is yet, and that no other test has.
func schema(t *testing.T, admin *sql.DB) string {
	t.Helper()
	name := "test_" + strings.ToLower(rand.Text())
	if _, err := admin.ExecContext(t.Context(), "CREATE SCHEMA "+name); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if _, err := admin.ExecContext(context.Background(), "DROP SCHEMA "+name+" CASCADE"); err != nil {
			t.Error(err)
		}
	})
	u, err := url.Parse(os.Getenv("NONMERCI_TEST_POSTGRES"))
	if err != nil {
		t.Fatal("NONMERCI_TEST_POSTGRES is no address")
	}
	q := u.Query()
	q.Set("search_path", name)
	u.RawQuery = q.Encode()
	return u.String()
}

func TestPostgresManyStartAtOnce(t *testing.T) { startAtOnce(t, schema(t, postgres(t))) }

func TestPostgresMigrationFromTheFirstSchema(t *testing.T) { fromTheFirst(t, schema(t, postgres(t))) }

func TestPostgresOldProgramIsRefused(t *testing.T) {
	address := schema(t, postgres(t))
	old := openURL(t, address)
	defer old.Close()
	next, err := open(t.Context(), address, Options{}, later(t))
	if err != nil {
		t.Fatal(err)
	}
	defer next.Close()
	_, err = old.Save(t.Context(), note("x/y", 0))
	refused(t, err)
	_, err = Open(t.Context(), address, Options{})
	refused(t, err)
}

func TestPostgresRefusesAWrongPassword(t *testing.T) {
	postgres(t)
	u, err := url.Parse(os.Getenv("NONMERCI_TEST_POSTGRES"))
	if err != nil {
		t.Fatal("NONMERCI_TEST_POSTGRES is no address")
	}
	u.User = url.UserPassword("nobody-of-that-name", "secret")
	s, err := Open(t.Context(), u.String(), Options{})
	if err == nil {
		s.Close()
		t.Skip("this server asks for no password")
	}
	oneLine(t, err)
	if !strings.Contains(err.Error(), "correct the address") {
		t.Error(err)
	}
}

func TestPostgresKilledWriterLosesNothing(t *testing.T) {
	admin := postgres(t)
	killAgain(t, killsOr(8), 50, func(t *testing.T) string { return schema(t, admin) })
}

// A transaction that gets its number first and commits last is not passed by: the one after it waits.
func TestPostgresEventsAreSeenInOrder(t *testing.T) {
	s := openURL(t, schema(t, postgres(t)))
	defer s.Close()
	logged, resume := make(chan bool), make(chan bool)
	var wait sync.WaitGroup
	wait.Go(func() {
		if err := s.change(t.Context(), func(tx *tx) error {
			err := tx.log(knowledge.Event{Action: "slow"})
			close(logged)
			<-resume
			return err
		}); err != nil {
			t.Error(err)
		}
	})
	<-logged
	wait.Go(func() {
		if _, err := s.Save(t.Context(), note("x/y", 0)); err != nil {
			t.Error(err)
		}
	})
	// The second one must come to wait for the first.
	for waiting := 0; waiting == 0; {
		if err := s.r.QueryRowContext(t.Context(), "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted").Scan(&waiting); err != nil {
			t.Fatal(err)
		}
	}
	if last, err := s.LastEvent(t.Context()); err != nil || last != 0 {
		t.Errorf("event %d is seen before the one that began first: %v", last, err)
	}
	// What adds no event does not wait.
	if err := s.Add(t.Context(), []knowledge.Count{{Name: "answer", N: 1}}); err != nil {
		t.Error(err)
	}
	close(resume)
	wait.Wait()
	events, err := s.EventsAfter(t.Context(), 0, 10)
	if err != nil || len(events) != 2 || events[0].Action != "slow" || events[1].Action != "save" {
		t.Errorf("%+v %v", events, err)
	}
}

// What was acknowledged is there after the server itself has been ended as by a power cut, and writers go on when it is back.
func TestPostgresCrashLosesNothing(t *testing.T) {
	admin := postgres(t)
	command := os.Getenv("NONMERCI_TEST_POSTGRES_CRASH")
	if command == "" {
		t.Skip("NONMERCI_TEST_POSTGRES_CRASH is not set: set it to the command that crashes the server and starts it again; .ci/postgres crash DIR does")
	}
	address := schema(t, admin)
	s := openURL(t, address)
	defer s.Close()
	acknowledged := map[string]bool{}
	var lock sync.Mutex
	var wait sync.WaitGroup
	crashed, saved := make(chan bool), make(chan bool, 1<<16)
	for _, id := range []knowledge.ID{"x/a", "x/b", "x/c"} {
		wait.Go(func() {
			for latest := 0; ; latest++ {
				select {
				case <-crashed:
					return
				default:
				}
				r, err := s.Save(t.Context(), note(id, latest))
				if errors.As(err, new(*knowledge.StaleError)) {
					t.Errorf("%s: revision %d was refused, and is there", id, latest+1)
					return
				}
				if err != nil {
					oneLine(t, err) // the server was away for longer than one waits; nothing was saved
					latest--
					continue
				}
				lock.Lock()
				acknowledged[fmt.Sprintf("save %s %d %s", id, r.Number, r.Content.Note["fr"])] = true
				lock.Unlock()
				saved <- true
			}
		})
	}
	gone := make(chan bool)
	go func() { wait.Wait(); close(gone) }()
	for range killsOr(3) {
		for range 30 {
			select {
			case <-saved:
			case <-gone:
				t.Fatal("the writers gave up")
			}
		}
		if out, err := exec.CommandContext(t.Context(), "sh", "-c", command).CombinedOutput(); err != nil {
			t.Errorf("%v: %s", err, out)
		}
	}
	close(crashed)
	<-gone
	verify(t, address, acknowledged)
	t.Logf("%d acknowledged writes, none lost", len(acknowledged))
}
