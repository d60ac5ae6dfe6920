package scrub

import "strings"

// Kind is what was removed.
type Kind uint8

// The kinds, in the order in which Text reports them.
const (
	Email   Kind = iota // an e-mail address, also when it is spelled out
	Phone               // a telephone number
	Handle              // what a person is called on a platform: @name, name#1234, <@123>, t.me/name
	Name                // a name that announces itself
	IBAN                // a bank account
	Card                // a payment card
	Address             // a street with a number, a postal code with a town
	NIR                 // a French social security number
	IP                  // an address of a machine: IPv4, IPv6, MAC
	Birth               // a date of birth
	Link                // the part of an address on the web that may lead to a person
	Number              // a long number that may be anything: an order, a customer, an id
	Plate               // a licence plate
	Secret              // a password, a key, a token
	kindCount
)

// stand is what stands for each kind, in every language: the text stays readable, and nobody takes it for what a person wrote.
var stand = [kindCount]string{
	Email: "[e-mail]", Phone: "[téléphone]", Handle: "[pseudo]", Name: "[nom]", IBAN: "[IBAN]", Card: "[carte]", Address: "[adresse]",
	NIR: "[sécu]", IP: "[IP]", Birth: "[naissance]", Link: "[lien]", Number: "[numéro]", Plate: "[plaque]", Secret: "[mot de passe]",
}

// String is the bracketed word that Text writes for the kind: « [e-mail] », « [nom] ».
func (k Kind) String() string {
	if k < kindCount {
		return stand[k]
	}
	return ""
}

// placeholder returns the bracketed word that s begins with, "" when it begins with none.
func placeholder(s string) string {
	for _, p := range stand {
		if strings.HasPrefix(s, p) {
			return p
		}
	}
	return ""
}

// kinds is a set of kinds.
type kinds uint32

func (k *kinds) add(one Kind) { *k |= 1 << one }

// list returns the members in order; nil when there is none.
func (k kinds) list() []Kind {
	var out []Kind
	for one := range kindCount {
		if k&(1<<one) != 0 {
			out = append(out, one)
		}
	}
	return out
}
