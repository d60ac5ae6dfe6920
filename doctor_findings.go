package main

import (
	"fmt"
	"io"
)

// findings are what doctor says, a line for each thing that it has looked at.
type findings struct {
	out   io.Writer
	wrong int
	first string // of what is wrong
}

// about begins what is said of one thing.
func (f *findings) about(what string) { fmt.Fprintln(f.out, what) }

// say writes what was found, whether it is well, and what to do about it; "" when there is nothing to do.
func (f *findings) say(ok bool, what, remedy string) {
	mark := "ok   "
	if !ok {
		mark = "WRONG"
		f.wrong++
		if f.first == "" {
			f.first = what
		}
	}
	fmt.Fprintf(f.out, "  %s %s\n", mark, what)
	if remedy != "" {
		fmt.Fprintf(f.out, "        → %s\n", remedy)
	}
}

// err is nil when all is well.
func (f *findings) err() error {
	if f.wrong == 0 {
		return nil
	}
	return fmt.Errorf("%d wrong, the first: %s; « nonmerci doctor » says what to do", f.wrong, f.first)
}
