package main

import (
	"fmt"

	"github.com/spf13/cobra"
)

// withoutStore are the commands that need a store, which this version lacks: each says what to do instead. They are left out of the
// help.
func withoutStore() []*cobra.Command {
	var out []*cobra.Command
	for _, c := range []struct{ use, remedy string }{
		{"history", "edit the file under knowledge/base: its history is that of the repository"},
		{"restore", "edit the file under knowledge/base, and review the change"},
		{"replace-url", "replace the address in the files under knowledge/base, and review the change"},
	} {
		out = append(out, &cobra.Command{
			Use: c.use, Hidden: true, DisableFlagParsing: true,
			RunE: func(*cobra.Command, []string) error {
				return fmt.Errorf("kb %s needs a store, and this version has none; %s", c.use, c.remedy)
			},
		})
	}
	return out
}
