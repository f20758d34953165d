#!/usr/bin/env bash
# 4 September 1872 is in 明治5 in every Japanese register (schools of the 学制 count from it), and one
# would guess that two polyfills of one standard, Temporal, agree on the era.
# temporal-polyfill/full answers era 'ce', year 1872, for everything before 1873, as the newer text of
# the proposal has it, yet its own toLocaleString prints 明治5; @js-temporal/polyfill answers meiji 5,
# and 'japanese' 1868 before that. Both resolve {meiji, 5}; only the second refuses a year that does not
# fit its era. It hurts founding years on forms and any sort or check by era and eraYear.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --loglevel=error --no-audit --no-fund --ignore-scripts temporal-polyfill@1.0.8 @js-temporal/polyfill@0.5.1
cat > run.mjs <<'E'
import assert from 'node:assert/strict'
import { Temporal as other } from '@js-temporal/polyfill'
import { Temporal as full } from 'temporal-polyfill/full'
const seen = ({ PlainDate }) => {
  const day = PlainDate.from('1872-09-04').withCalendar('japanese')
  const before = PlainDate.from('1868-01-25').withCalendar('japanese')
  let misfit
  try {
    misfit = PlainDate.from({ calendar: 'japanese', year: 2019, era: 'heisei', eraYear: 31, month: 5, day: 1 }).toString()
  } catch (refusal) {
    misfit = refusal.name
  }
  return {
    day: `${day.era} ${day.eraYear}`,
    printed: day.toLocaleString('ja-JP-u-ca-japanese', { era: 'long', year: 'numeric' }),
    before: `${before.era} ${before.eraYear}`,
    asked: PlainDate.from({ calendar: 'japanese', era: 'meiji', eraYear: 5, month: 9, day: 4 }).toString(),
    misfit,
  }
}
const rows = { full: seen(full), other: seen(other) }
console.table(rows)
assert.deepEqual(rows.full, {
  day: 'ce 1872', printed: '明治5年', before: 'ce 1868', asked: '1872-09-04[u-ca=japanese]', misfit: '2019-05-01[u-ca=japanese]',
})
assert.deepEqual(rows.other, {
  day: 'meiji 5', printed: '明治5年', before: 'japanese 1868', asked: '1872-09-04[u-ca=japanese]', misfit: 'RangeError',
})
E
npm ls --depth=0
node run.mjs
