package config

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"
)

// Config is every setting. The zero value is the default.
type Config struct {
	// KB is a folder of base files, or a file of JSON lines, to answer from instead of the shared base. NONMERCI_KB.
	KB string `yaml:"kb"`
	// Lang is the language to answer in when a text is too short to tell. NONMERCI_LANG.
	Lang string `yaml:"lang"`
}

// languages are those that can be set.
var languages = []string{"fr", "en", "de", "es", "it", "pt", "nl"}

// Load reads the file named by NONMERCI_CONFIG, if it is set, then the environment over it: each setting as NONMERCI_NAME, or as
// NONMERCI_NAME_FILE, the path of a file that holds it. getenv is os.Getenv, or a test's. An error names the setting and the remedy,
// never its value when it could be a secret.
func Load(getenv func(string) string) (Config, error) {
	var c Config
	if path := getenv("NONMERCI_CONFIG"); path != "" {
		data, err := os.ReadFile(path)
		if err != nil {
			return c, fmt.Errorf("NONMERCI_CONFIG: %w; point it to a readable YAML file, or unset it", plain(err))
		}
		if err := yaml.UnmarshalWithOptions(data, &c, yaml.Strict()); err != nil {
			return c, fmt.Errorf("%s: %s; the keys are kb and lang", path, strings.SplitN(err.Error(), "\n", 2)[0])
		}
	}
	for name, field := range map[string]*string{"KB": &c.KB, "LANG": &c.Lang} {
		if err := fromEnvironment(getenv, "NONMERCI_"+name, field); err != nil {
			return c, err
		}
	}
	return c, c.Validate()
}

// fromEnvironment sets field from a variable, or from the file that the variable with _FILE names.
func fromEnvironment(getenv func(string) string, name string, field *string) error {
	value, file := getenv(name), getenv(name+"_FILE")
	switch {
	case value != "" && file != "":
		return fmt.Errorf("%s and %s_FILE are both set; unset one", name, name)
	case value != "":
		*field = value
	case file != "":
		data, err := os.ReadFile(file)
		if err != nil {
			return fmt.Errorf("%s_FILE: %w; point it to a readable file, or unset it", name, plain(err))
		}
		*field = strings.TrimSpace(string(data))
	}
	return nil
}

// plain drops the operation from a file error: the path and the reason remain.
func plain(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return fmt.Errorf("%s: %w", p.Path, p.Err)
	}
	return err
}

// Validate returns the first setting that cannot be used, with the remedy.
func (c Config) Validate() error {
	if c.Lang != "" && !slices.Contains(languages, c.Lang) {
		return fmt.Errorf("NONMERCI_LANG is %q; write one of %s, or unset it", c.Lang, strings.Join(languages, ", "))
	}
	if c.KB != "" {
		if _, err := os.Stat(c.KB); err != nil {
			return fmt.Errorf("NONMERCI_KB: %w; point it to a folder of base files or a file of JSON lines, or unset it", plain(err))
		}
	}
	return nil
}

// String lists the settings, a line each. Nothing secret is among them yet; what will be must be masked here.
func (c Config) String() string {
	or := func(s, unset string) string {
		if s == "" {
			return unset
		}
		return s
	}
	return "NONMERCI_KB    " + or(c.KB, "the shared base") + "\nNONMERCI_LANG  " + or(c.Lang, "found out from the question") + "\n"
}
