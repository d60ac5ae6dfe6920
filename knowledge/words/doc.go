// Package words reads the words people use: questions written by hand under the label they should be understood as, and the
// names, short spellings and concepts that understanding learns from.
//
// The files are text that a moderator can edit; docs/words-format.md describes them. They are read when the model is trained and
// by tests, not when the program answers: what answering needs of them is packed beside the model.
package words
