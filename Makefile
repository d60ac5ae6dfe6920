# make check is what a commit must pass; the other targets are its parts.
GO ?= go
TOOL = $(GO) tool -modfile=tools/go.mod

.PHONY: check test race lint fmt generate verify cover fuzz bench bench-short model-live model-real
check: fmt lint test

test:
	$(GO) test ./...

# The slow measures (figures, training) run once, without the race detector.
race:
	$(GO) test -race -short ./...

lint:
	$(GO) vet ./...
	$(TOOL) staticcheck ./...
	$(TOOL) golangci-lint run ./...

fmt:
	$(TOOL) gofumpt -l -w $$(find . -name '*.go' -not -path './bench/*')

generate:
	$(GO) generate ./...

# Learning again must give the model that is in the repository, bit for bit.
verify:
	$(GO) run ./internal/cmd/train -q -out /tmp/nonmerci-verify.bin
	cmp /tmp/nonmerci-verify.bin knowledge/understand/model.bin
	$(GO) run ./internal/cmd/pack -in knowledge/base -out /tmp/nonmerci-verify-base.bin
	cmp /tmp/nonmerci-verify-base.bin knowledge/base/base.bin

cover:
	$(GO) test -coverpkg=./bot/...,./knowledge/... -coverprofile=cover.out ./...
	$(GO) tool cover -func=cover.out | tail -1

# Each fuzz target for a minute.
fuzz:
	@for p in $$($(GO) list ./...); do \
	  for f in $$($(GO) test -list '^Fuzz' $$p | grep ^Fuzz); do \
	    echo "== $$p $$f"; $(GO) test -run '^$$' -fuzz "^$$f$$" -fuzztime 60s $$p || exit 1; \
	  done; \
	done

bench:
	cd bench && $(GO) run .

bench-short:
	cd bench && $(GO) vet ./... && { [ ! -d ../../shared/eval ] && echo "SKIP: the public question sets are not beside the project" || $(GO) run . -short; }

# A dozen answers through a real model: make model-live NONMERCI_TEST_LLM_URL=http://127.0.0.1:8080/v1 NONMERCI_TEST_LLM_MODEL=name
model-live:
	NONMERCI_TEST_LLM_URL=$(NONMERCI_TEST_LLM_URL) NONMERCI_TEST_LLM_MODEL=$(NONMERCI_TEST_LLM_MODEL) $(GO) test ./bot/rephrase -run RealModel -v -timeout 60m

# What a real Ollama does on the wire, with models of a megabyte that are made here and say nothing of use: make model-real OLLAMA=/usr/bin/ollama
# Without OLLAMA one is built from its public source, as its module is: that takes a C++ compiler, some minutes and 200 MB.
OLLAMA_VERSION = v0.6.5
OLLAMA = $(BUILT)/$(OLLAMA_VERSION)/ollama
BUILT = $(or $(TMPDIR),/tmp)/nonmerci-ollama
$(BUILT)/%/ollama:
	GOBIN=$(@D) CGO_ENABLED=1 nice $(GO) install github.com/ollama/ollama@$*

model-real: $(OLLAMA)
	NONMERCI_TEST_OLLAMA=$(OLLAMA) $(GO) test -count=1 -p 1 -v -timeout 30m -run 'RealOllama|FakeOllama' ./internal/modeltest ./bot/rephrase .
