//go:build race

package rephrase

const raced = true
