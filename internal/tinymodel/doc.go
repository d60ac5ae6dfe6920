// Package tinymodel writes language models of a megabyte, for trying the protocol of real model servers where no real weights are at hand: files in the
// format GGUF with the architecture llama, which Ollama and llama.cpp load as they load any other.
//
// A model is of one of two kinds. One has random weights and writes rubbish: letters, bytes that are no letters, an end here and there. The other says a
// text that it was made with, word for word, whatever it is asked, and stops. Nothing follows from either about what a model would write; what a server does
// around the words is what it does around those of any model.
package tinymodel
