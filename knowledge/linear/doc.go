// Package linear is multinomial logistic regression over sparse features, trained ahead and asked quickly.
//
// A Model gives each class a weight per feature and a bias; the probability of class c for features x is
// exp(b_c + Σ x_f·w_fc) divided by the sum of the same over all classes (Bishop, Pattern Recognition and Machine Learning, 4.3.4).
// Weights are kept as 8-bit integers with one scale per feature, so that a model of 60,000 features and 70 classes is about 4 MB.
package linear
