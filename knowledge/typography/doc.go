// Package typography puts the spaces and apostrophes that French wants where a keyboard leaves them out.
package typography
