package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"nonmerci/internal/playground"
)

// photograph runs the bot, asks it the questions of the pictures, and writes the pictures of each platform into a folder.
func photograph(ctx context.Context, p *playground.Playground, env []string, o options, out, errs io.Writer) error {
	dir, take := o.pictures, p.Pictures
	if o.model != "" {
		take, env = p.ModelPictures, append(env, timeout+"=30s") // the same on a busy machine
	}
	ctx, cancel := context.WithTimeout(ctx, 5*time.Minute)
	defer cancel()
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("-pictures: %w", err)
	}
	b, err := startBot(ctx, env, errs)
	if err != nil {
		return err
	}
	defer b.end()
	if err := b.until(ctx, p.Wait); err != nil {
		return err
	}
	pictures, err := take(ctx)
	if err != nil {
		return err
	}
	for _, problem := range p.Problems() {
		fmt.Fprintln(errs, "problem:", problem)
	}
	for _, pic := range pictures {
		file := filepath.Join(dir, pic.Name+".png")
		if err := os.WriteFile(file, pic.PNG, 0o644); err != nil { //nolint:gosec // a picture for everybody
			return fmt.Errorf("write a picture: %w", err)
		}
		fmt.Fprintf(out, "%s: %d kB\n", file, len(pic.PNG)/1000)
	}
	return nil
}
