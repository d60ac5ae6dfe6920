//go:build !unix

package ollamatest

import "os/exec"

func group(*exec.Cmd) {}

func kill(c *exec.Cmd) { _ = c.Process.Kill() } // it may have ended
