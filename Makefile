# Two front doors. Both install what the machine misses, then leave the work
# to Meson. Everything else: see CONTRIBUTING.md.

.PHONY: run test

run:
	@build-aux/install-packages.sh run
	@build-aux/run.sh

test:
	@build-aux/install-packages.sh run test
	@build-aux/test.sh
