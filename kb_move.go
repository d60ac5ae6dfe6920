package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// replaceFile writes a file whole or not at all. What is no ordinary file, a pipe or a device, is written to as it is.
func replaceFile(path string, data []byte) error {
	err := func() error {
		if real, err := filepath.EvalSymlinks(path); err == nil {
			path = real
		}
		mode := os.FileMode(0o644)
		if info, err := os.Stat(path); err == nil {
			if !info.Mode().IsRegular() {
				return os.WriteFile(path, data, mode)
			}
			mode = info.Mode().Perm()
		}
		tmp, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+"-*")
		if err != nil {
			return err
		}
		_, err = tmp.Write(data)
		err = errors.Join(err, tmp.Chmod(mode), tmp.Close())
		if err == nil {
			err = os.Rename(tmp.Name(), path)
		}
		if err != nil {
			_ = os.Remove(tmp.Name())
		}
		return err
	}()
	if err != nil {
		return fmt.Errorf("cannot write %s: %w; free space there, or choose a path that can be written", path, cause(err))
	}
	return nil
}
