package main

import (
	"context"
	"database/sql"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"nonmerci/internal/telegramtest"
)

// emptyPostgres returns an address at which nothing is yet, of the server that NONMERCI_TEST_POSTGRES names.
func emptyPostgres(t *testing.T) string {
	t.Helper()
	address := os.Getenv("NONMERCI_TEST_POSTGRES")
	if address == "" {
		t.Skip("NONMERCI_TEST_POSTGRES is not set: set it to the address of a PostgreSQL server, postgres://user:password@host:5432/database; .ci/postgres starts one")
	}
	db, err := sql.Open("pgx", address)
	if err != nil {
		t.Fatal(err)
	}
	name := fmt.Sprintf("test_replicas_%d", time.Now().UnixNano())
	if _, err := db.ExecContext(t.Context(), "CREATE SCHEMA "+name); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if _, err := db.ExecContext(context.Background(), "DROP SCHEMA "+name+" CASCADE"); err != nil {
			t.Error(err)
		}
		db.Close()
	})
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal("NONMERCI_TEST_POSTGRES is no address")
	}
	q := u.Query()
	q.Set("search_path", name)
	u.RawQuery = q.Encode()
	return u.String()
}

// TestReplicasShareADatabase: two programs on one PostgreSQL. One receives from each platform, the other stands by and is ready for it; each
// question is answered once; when the first ends, the second takes over.
func TestReplicasShareADatabase(t *testing.T) {
	p := startPlatforms(t)
	p.env["NONMERCI_DATABASE_URL"] = emptyPostgres(t)
	first := p.serve(t)
	receives := func(s *serving) bool {
		status, body := s.get(t, "/readyz")
		return status == http.StatusOK && strings.Contains(body, "discord: receiving") && strings.Contains(body, "telegram: receiving")
	}
	until(t, "the first receives", func() bool { return receives(first) })
	other := &platforms{discord: p.discord, telegram: p.telegram, env: maps.Clone(p.env)}
	other.env["NONMERCI_HTTP_ADDR"], other.env["NONMERCI_STATE_DIR"] = freeAddr(t), filepath.Join(t.TempDir(), "state")
	second := other.serve(t)
	until(t, "the second stands by", func() bool {
		status, body := second.get(t, "/readyz")
		return status == http.StatusOK && strings.Contains(body, "discord: standing by") && strings.Contains(body, "telegram: standing by")
	})
	guild := p.discord.AddGuild("Maison")
	channel := guild.AddChannel("général")
	bob := p.discord.AddUser("Bob")
	guild.AddMember(bob)
	ada := p.telegram.NewPerson(telegramtest.User{FirstName: "Ada", LanguageCode: "fr"})
	ask := func() {
		t.Helper()
		ctx, cancel := context.WithTimeout(t.Context(), patience)
		defer cancel()
		sent := ada.Ask("comment désactiver l’IA de LinkedIn ?")
		x, err := bob.Say(channel, p.discord.Bot().Mention()+" comment désactiver l’IA de LinkedIn ?")
		if err != nil {
			t.Fatal(err)
		}
		if _, err := sent.Wait(ctx); err != nil {
			t.Errorf("on Telegram: %v\n%s\n%s", err, first.log, second.log)
		}
		if _, err := x.Wait(ctx); err != nil {
			t.Errorf("on Discord: %v\n%s\n%s", err, first.log, second.log)
		}
		time.Sleep(500 * time.Millisecond) // a second answer would come at once
		if n := len(sent.Answers()); n != 1 {
			t.Errorf("on Telegram: %d answers", n)
		}
		if n := len(x.Messages()); n != 1 {
			t.Errorf("on Discord: %d answers", n)
		}
	}
	ask()
	first.stop()
	if err := <-first.done; err != nil {
		t.Errorf("ended with %v", err)
	}
	until(t, "the second takes over", func() bool { return receives(second) })
	ask()
	second.stop()
	if err := <-second.done; err != nil {
		t.Errorf("ended with %v", err)
	}
}
