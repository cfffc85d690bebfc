# `make help` lists what there is.
SWIFT ?= swift

# How many reports `make vary` says in other words, and where reports that people judged may lie.
VARIATIONS ?= 100
JUDGED ?= ../shared

.PHONY: help run test lint format test-asan bench validate vary score cabinet fuzz clean

help: ## what there is
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1\t\2/p' $(MAKEFILE_LIST) | expand -t 12

run: ## build and convert Corpus to Output
	@scripts/bootstrap
	$(SWIFT) build -c release --product juesuan
	.build/release/juesuan convert Corpus --output Output --mappings Mappings

test: ## all tests
	@scripts/bootstrap
	$(SWIFT) test

validate: run ## check Output against the schema
	.build/release/juesuan schema > .build/schema.json
	scripts/validate-output .build/schema.json Output

lint: ## format and style, without changes
	$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests

format: ## format all sources
	$(SWIFT) format format --in-place --recursive --parallel Package.swift Sources Tests

test-asan: ## all tests under the address sanitizer
	@scripts/bootstrap
	ASAN_OPTIONS=detect_leaks=0 $(SWIFT) test --sanitize=address --scratch-path .build-asan

bench: ## measure beside floors and peers, into Benchmarks/RESULTS.md
	@scripts/bootstrap
	$(SWIFT) build -c release --product juesuan
	$(SWIFT) build -c release --product floors --package-path Benchmarks --scratch-path .build-benchmarks
	Benchmarks/run $(BENCH)

vary: ## say VARIATIONS=100 reports in other words: the same facts, or doubt
	@scripts/bootstrap
	$(SWIFT) build -c release --product juesuan
	scripts/vary-report --check $(VARIATIONS)
	scripts/vary-report --check 20 --wrong --show 0

score: ## score against reports that people judged, where they lie in JUDGED
	@scripts/score $(JUDGED)

cabinet: ## convert bombs and broken files and prove that none does harm
	@scripts/bootstrap
	$(SWIFT) build -c release --product juesuan
	rm -rf .build/cabinet
	scripts/make-cabinet .build/cabinet
	scripts/check-cabinet .build/cabinet --program .build/release/juesuan --mappings Mappings

fuzz: ## fuzz every target for SECONDS=60 each
	@scripts/bootstrap
	scripts/fuzz $(or $(SECONDS),60)

clean: ## remove what was built
	rm -rf .build .build-asan .build-benchmarks .build-fuzz
