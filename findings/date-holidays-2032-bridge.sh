#!/usr/bin/env bash
# A weekday between two Japanese holidays is itself one (国民の休日). 敬老の日 is the third Monday of
# September, so the bridge falls on the 21st as well as on the 22nd, as the equinox allows.
# date-holidays knows the bridge only as a fixed 22 September: it has 2026-09-22, and misses
# 2032-09-21 and 2049-09-21, which japanese-holidays and jpholiday (PyPI) both have.
# It hurts closing days, holiday prices and lock hours computed years ahead: a year's table is one short.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --loglevel=error --no-audit --no-fund --ignore-scripts date-holidays@3.37.0 japanese-holidays@1.0.10
python3 -m venv py
py/bin/pip -q --disable-pip-version-check install jpholiday==1.0.3
cat > run.cjs <<'E'
const assert = require('node:assert/strict')
const Holidays = require('date-holidays')
const japanese = require('japanese-holidays')
const japan = new Holidays('JP')
const days = ['2026-09-22', '2032-09-21', '2049-09-21']
const listed = days.filter((day) =>
  japan.getHolidays(Number(day.slice(0, 4))).some((one) => one.type === 'public' && one.date.startsWith(day)))
const other = days.filter((day) => {
  const [year, month, date] = day.split('-').map(Number)
  return japanese.getHolidaysOf(year, true).some((one) => one.month === month && one.date === date)
})
console.log({ dateHolidays: listed, japaneseHolidays: other })
assert.deepEqual(listed, ['2026-09-22'])
assert.deepEqual(other, days)
E
cat > run.py <<'E'
import datetime as d
import jpholiday
days = [d.date(2026, 9, 22), d.date(2032, 9, 21), d.date(2049, 9, 21)]
print('jpholiday', [jpholiday.is_holiday_name(day) for day in days])
assert all(jpholiday.is_holiday(day) for day in days)
E
npm ls --depth=0
TZ=Asia/Tokyo node run.cjs
py/bin/python run.py
