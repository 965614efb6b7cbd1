# Everything here needs Go and nothing else; modules are fetched by go itself.
GO ?= go
BIN := bin/concordat
DEMO := demo

.PHONY: build demo test lint bench soak fuzz clean

build:
	$(GO) build -trimpath -o $(BIN) ./cmd/concordat

# Signs the alliance into a new store and plays two financial years into it.
# The store stays for a look around.
demo: build
	@mkdir -p $(DEMO)
	@rm -f $(DEMO)/ipsa.db
	@$(BIN) play agreements/ipsa/two-years.scenario --store $(DEMO)/ipsa.db

lint:
	@unformatted=$$(gofmt -l cmd dsl engine store); if [ -n "$$unformatted" ]; then echo "not formatted:"; echo "$$unformatted"; exit 1; fi
	$(GO) vet ./...
	$(GO) tool staticcheck ./...

test: lint
	$(GO) test -race -timeout 20m ./...

# Ratios in one run, beside raw bbolt where the disk is concerned.
bench:
	$(GO) test -run '^$$' -bench . -benchmem ./...

# The long runs: 20 times as many crashes and kills, a million agreements.
soak:
	CONCORDAT_SOAK=1 $(GO) test -timeout 3h -v -run 'CrashImages|DiskFull|KillLoop|ManyAgreements' ./store/bolt ./engine/run

# A short turn of every fuzz target on top of its kept corpus.
fuzz:
	@for p in $$($(GO) list ./...); do \
	  for f in $$($(GO) test -list '^Fuzz' $$p | grep '^Fuzz'); do \
	    echo "$$p $$f"; $(GO) test -run '^$$' -fuzz "^$$f$$" -fuzztime 20s $$p || exit 1; \
	  done; \
	done

clean:
	rm -rf bin $(DEMO)
