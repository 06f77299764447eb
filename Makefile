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

## Runs all tests.
test: packages
	swift test

format:
	swift format --in-place --recursive Package.swift Sources Tests

lint:
	swift format lint --strict --recursive Package.swift Sources Tests

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
