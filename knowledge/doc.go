// Package knowledge says what an entry is: one question answered, with its sources and the day it was last checked.
//
// It knows no file format, no database and no platform; packages beside it read, check, move and find entries.
package knowledge
