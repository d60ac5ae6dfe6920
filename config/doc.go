// Package config reads and checks the settings of the program: defaults, then a file, then the environment, then flags.
//
// Only package main imports it; each other package states what it needs in its own Options.
package config
