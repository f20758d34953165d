#!/usr/bin/env bash
# Reiwa began on 1 May 2019 at midnight in Japan. One would guess that wareki, given a Date and run
# in Asia/Tokyo, calls that midnight 令和元.
# It calls the first nine hours of an era by the old name: its limits are the midnights of UTC while
# the year is taken from the machine's zone. The text '2019-05-01' gives 令和元, the Date of the same
# midnight 平成31; likewise 1989-01-08 is 昭和64, a year that had seven days. It hurts birth dates and
# certificates: a date-only column read as local midnight prints an era that was over.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --loglevel=error --no-audit --no-fund --ignore-scripts wareki@1.0.0
cat > run.cjs <<'E'
const assert = require('node:assert/strict')
const wareki = require('wareki')
const rows = ['2019-05-01', '1989-01-08'].map((day) => ({
  day,
  text: wareki(day),
  midnight: wareki(new Date(`${day}T00:00:00+09:00`)),
  fiveToNine: wareki(new Date(`${day}T08:55:00+09:00`)),
  nine: wareki(new Date(`${day}T09:00:00+09:00`)),
}))
console.table(rows)
assert.deepEqual(rows, [
  { day: '2019-05-01', text: '令和元', midnight: '平成31', fiveToNine: '平成31', nine: '令和元' },
  { day: '1989-01-08', text: '平成元', midnight: '昭和64', fiveToNine: '昭和64', nine: '平成元' },
])
E
npm ls --depth=0
TZ=Asia/Tokyo node run.cjs
