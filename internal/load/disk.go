package load

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"time"
)

// diskTrouble runs the program with a folder for state that is full, and with one that cannot be made.
func (b bench) diskTrouble(ctx context.Context) error {
	dir, err := os.MkdirTemp("", "nonmerci-disk-")
	if err != nil {
		return fmt.Errorf("make a folder: %w", err)
	}
	defer os.RemoveAll(dir) //nolint:errcheck // it is a temporary folder
	full := filepath.Join(dir, "full")
	if err := os.Mkdir(full, 0o700); err != nil {
		return fmt.Errorf("make a folder: %w", err)
	}
	switch release, err := smallDisk(full); {
	case err != nil:
		b.add(Figure{Name: "a full disk for state", Measured: "not tried: " + err.Error(), OK: true})
	default:
		fillUp(full)
		err := b.withState(ctx, "a full disk for state", full)
		release()
		if err != nil {
			return err
		}
	}
	plain := filepath.Join(dir, "file")
	if err := os.WriteFile(plain, []byte("not a folder"), 0o600); err != nil {
		return fmt.Errorf("make a file: %w", err)
	}
	return b.withState(ctx, "a folder for state that cannot be made", filepath.Join(plain, "state"))
}

// fillUp writes until nothing more goes in.
func fillUp(dir string) {
	block := make([]byte, 4096)
	for i := range 1000 {
		if os.WriteFile(filepath.Join(dir, fmt.Sprint("block-", i)), block, 0o600) != nil {
			return
		}
	}
}

// withState runs the program with a folder for state: it should live, be ready, answer, and say once of each thing what is wrong.
func (b bench) withState(ctx context.Context, name, dir string) error {
	b.Progress("trouble: %s", name)
	st, err := newStage(ctx, limited())
	if err != nil {
		return err
	}
	c, err := st.start(ctx, b.Program, map[string]string{"NONMERCI_STATE_DIR": dir})
	if err != nil {
		return err
	}
	defer b.leave(st, c)
	ready := until(ctx, readyWithin, func() bool { return c.ended() || c.ready() }) && !c.ended()
	seats := st.inPrivate(3)
	for i := range 6 {
		if err := st.ask(seats[i%len(seats)], b.questions.deal()); err != nil {
			return err
		}
	}
	all := ready && st.answered(ctx, 20*time.Second)
	told := c.log.with("NONMERCI_STATE_DIR", "journal", "state")
	status, _ := c.get("/readyz")
	got := fmt.Sprintf("/readyz %d; answered: %t; warnings: %d", status, all, len(told))
	// One for the database, and one for the journal where there is a folder to write it in.
	b.check(name, "lives, answers, says once what is lost", got, status == http.StatusOK && all && (len(told) == 1 || len(told) == 2), told...)
	return ctx.Err()
}
