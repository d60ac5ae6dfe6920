// Package understand reads a question: in which language, about which subject, asking what.
//
// A question is folded, its short spellings written out and its typos corrected; the names of services are found and masked;
// what is left becomes features (words, neighbours, characters, concepts), and linear models trained on the words people use say how
// likely each intent is, or that the question is not ours. Nothing here decides what to reply: package bot does.
package understand
