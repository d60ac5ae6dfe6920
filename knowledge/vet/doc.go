// Package vet looks at what a moderator typed before it is saved: characters that nobody sees, addresses that lie, mentions that ring
// everywhere, texts that no platform can show. It says what is wrong in codes; Problem.Say puts them into words.
package vet
