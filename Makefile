# Two commands do everything on a fresh machine: `make site` and `make test`.

PACKAGES := libcmark-gfm-dev libcmark-gfm-extensions-dev libyaml-dev libxml2-dev libidn2-dev pkg-config
SITE := .
OPYT := .build/release/opyt

.PHONY: site check test format lint benchmark clean packages

## Builds Opyt and, with it, the site into public/.
site: $(OPYT)
	$(OPYT) build --site $(SITE)

## Checks the materials and writes nothing.
check: $(OPYT)
	$(OPYT) check --site $(SITE)

## Runs all tests. A target that imports what is not among its dependencies is refused.
test: packages
	swift test --explicit-target-dependency-import-check error

format:
	swift format --in-place --recursive Package.swift Sources Tests

lint:
	swift format lint --strict --recursive Package.swift Sources Tests

ROOMS := OpytText OpytDiagnostics OpytMarkup OpytModel OpytLayout OpytTheme OpytFiles OpytNetwork OpytPages OpytOutputs \
  OpytSite opyt

## Builds the documents of all rooms into .build/documentation. A warning is an error; only parameters whose name says
## all need no words.
.PHONY: docs
docs: packages
	swift package --allow-writing-to-directory .build/documentation generate-documentation $(ROOMS:%=--target %) \
	  --output-path .build/documentation --enable-experimental-combined-documentation \
	  --symbol-graph-minimum-access-level package --experimental-skip-synthesized-symbols \
	  --disable-parameters-and-returns-validation --warnings-as-errors

## What CI runs: tests, lint, documents, the site and its audits.
.PHONY: all-checks
all-checks:
	.ci/run

## Measures Opyt beside Hugo and the floor: see Tests/Benchmarks/README.md.
benchmark: $(OPYT)
	Tests/Benchmarks/run.sh 10000

clean:
	rm -rf .build public .public.opyt-*

.PHONY: $(OPYT)
$(OPYT): packages
	swift build --configuration release --product opyt

packages:
	@command -v swift > /dev/null || { echo "Нет Swift 6.1 или новее: установите его с swift.org" >&2; exit 2; }
	@.ci/install-packages $(PACKAGES)
