# Two commands do everything on a fresh machine: `make site` and `make test`.

PACKAGES := libcmark-gfm-dev libcmark-gfm-extensions-dev libyaml-dev libxml2-dev libidn2-dev \
  libturbojpeg0-dev libpng-dev libwebp-dev libjemalloc-dev libstemmer-dev pkg-config
SITE := .
# Where the program is built; CI builds it beside the tests.
SCRATCH ?= .build
OPYT := $(SCRATCH)/release/opyt

# The version stands once, where the program says it. A release needs the archives of the libraries, and what libxml2
# needs in its turn.
VERSION := $(shell sed -n 's/.*version: "Опыт \([^"]*\)".*/\1/p' Sources/opyt/Opyt.swift)
RELEASE_PACKAGES := libicu-dev libunistring-dev liblzma-dev zlib1g-dev binutils dpkg-dev git xz-utils

.PHONY: site check test format lint benchmark release check-release clean packages

## Builds Opyt and, with it, the site into public/.
site: $(OPYT)
	$(OPYT) build --site $(SITE)

## Checks the materials and writes nothing.
check: $(OPYT)
	$(OPYT) check --site $(SITE)

## Runs all tests. A target that imports what is not among its dependencies is refused.
test: packages
	swift test --explicit-target-dependency-import-check error

## Lets every call to the system fail once while a site is built, in four ways, and kills the program before every one,
## and a thousand times at random. Takes an hour or so; `make test` tries some.
.PHONY: faults
faults: $(OPYT)
	OPYT_FAULTS=all OPYT_PROGRAM=$(abspath $(OPYT)) swift test --filter OpytSiteTests.FaultTests

## Fuzzes all that strangers write, FUZZ_SECONDS each: see Tests/Fuzzing/README.md.
FUZZ_SECONDS ?= 3600
.PHONY: fuzz
fuzz: packages
	Tests/Fuzzing/run $(FUZZ_SECONDS)

## Lets the program read a megabyte of everything that might be costly, and tells the worst: none may take ten times as
## long as an ordinary text, or 256 MB. Takes some minutes with all kinds, half a minute with COSTS=some.
COSTS := all
.PHONY: costs
costs: $(OPYT)
	OPYT_COSTS=$(COSTS) OPYT_PROGRAM=$(abspath $(OPYT)) .ci/costs

format:
	swift format --in-place --recursive Package.swift Sources Tests

lint:
	swift format lint --strict --recursive Package.swift Sources Tests

ROOMS := OpytText OpytDiagnostics OpytMarkup OpytModel OpytLayout OpytTheme OpytFiles OpytAudit OpytMedia OpytNetwork OpytCatalogue \
  OpytSearch   OpytPages OpytOutputs OpytSite opyt

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
	@swift build -c release -Xswiftc -cross-module-optimization --product RebuildBenchmark
	Tests/Benchmarks/run.sh 1000
	Tests/Benchmarks/run.sh 10000
	RUNS=1 HUGO=none Tests/Benchmarks/run.sh 100000 4000

## Builds the packages for people without Swift into .build/release-packages/: one binary in a .tar.gz and in a .deb.
release: packages
	@.ci/install-packages $(RELEASE_PACKAGES)
	.ci/release $(VERSION)

## Installs the .deb in a bare Debian 12 and compares the site it builds there; needs root and some minutes.
check-release: $(OPYT) release
	.ci/check-release $(VERSION) $(OPYT)

clean:
	rm -rf .build .build-fuzz .build-program .build-release public .public.opyt-*

.PHONY: $(OPYT)
$(OPYT): packages
	swift build --configuration release --product opyt --scratch-path $(SCRATCH) -Xswiftc -cross-module-optimization --static-swift-stdlib

packages:
	@command -v swift > /dev/null || { echo "Нет Swift 6.1 или новее: установите его с swift.org" >&2; exit 2; }
	@.ci/install-packages $(PACKAGES)
