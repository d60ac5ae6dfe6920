// Package typography sets French text as it is printed: curved apostrophes, and a space that does not break before ; : ! ? and inside « ».
package typography
