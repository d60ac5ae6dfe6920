// Package neural is a network with one hidden layer over sparse features, trained ahead and asked quickly.
//
// A Model computes h = tanh(b + Σ x_f·E_f) for features x, where E_f is the vector learnt for feature f, and gives class c the
// probability softmax(a_c + W_c·h) (Bishop, Pattern Recognition and Machine Learning, 5.1). Where multinomial logistic regression
// (package linear) learns each word anew for each class, the hidden layer lets words that play the same part share what is learnt of
// them. The vectors are kept as 2-bit integers with one scale each, and read where they are stored.
package neural
