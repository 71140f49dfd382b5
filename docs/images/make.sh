#!/usr/bin/env bash
# Makes the pictures of README.md and docs/viewer.md anew, by the program alone. Runs beidou-3 first where there is no runs/beidou-3 in the current folder.
# Another build of the program: CONSTELLATION=path/to/constellation docs/images/make.sh
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
program=${CONSTELLATION:-}
constellation() {
  if [ -n "$program" ]; then "$program" "$@"; else dotnet run -c Release --project "$here/../../src/Constellation.Cli" -- "$@"; fi
}

run=${RUN:-runs/beidou-3}
[ -f "$run/manifest.json" ] || constellation run beidou-3 --out "$run"

constellation render "$run" -o "$here/globe.png" --size 1280x720
constellation render "$run" -o "$here/links.png" --size 1280x720 --layer none no-orbits no-flat-map --camera 28,112,90000 --at 2024-09-20T03:00:00GPST
constellation render "$run" -o "$here/pdop.png" --size 1280x720 --layer pdop no-links no-orbits --camera 22,105,24000 --at 2024-09-20T04:00:00GPST
constellation render "$run" -o "$here/sky.png" --size 1280x720 --panel sky --site 39.9,116.4,50 --at 2024-09-20T06:00:00GPST
constellation render "$run" -o "$here/window.png" --size 1280x720 --window sky,satellite --select C34 --site 39.9,116.4,50 --layer none no-flat-map --at 2024-09-20T06:00:00GPST
