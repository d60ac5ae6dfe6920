package main

import "errors"

func (a app) openLines(path string) (answerer, error) { return nil, errors.New("later " + path) }
