//go:build unix

package ollamatest

import (
	"os/exec"
	"syscall"
)

// group has a program, and with it those that it starts, in a group of its own.
func group(c *exec.Cmd) { c.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} }

// kill ends a program with its group, at once.
func kill(c *exec.Cmd) { _ = syscall.Kill(-c.Process.Pid, syscall.SIGKILL) } // it may have ended
