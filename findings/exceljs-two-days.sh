#!/usr/bin/env bash
# A workbook with one date, midnight of 21 September in Japan, is written by exceljs as .xlsx and as .csv
# in one process in Tokyo. One would guess that both show the office the same day.
# The CSV says 2026-09-21, the sheet 2026-09-20 15:00: one takes the machine's zone, the other UTC. Read
# back by exceljs the sheet looks right again, so a round trip in a test hides it; openpyxl shows what
# the office sees. It hurts a report offered in both forms, where the two differ by a day.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --loglevel=error --no-audit --no-fund --ignore-scripts exceljs@4.4.0
python3 -m venv py
py/bin/pip -q --disable-pip-version-check install openpyxl==3.1.5
cat > run.cjs <<'E'
const assert = require('node:assert/strict')
const { readFileSync } = require('node:fs')
const { Workbook } = require('exceljs')
async function main() {
  const book = new Workbook()
  book.addWorksheet('利用日').addRow(['第1会議室', new Date('2026-09-21T00:00:00+09:00')])
  await book.xlsx.writeFile('out.xlsx')
  await book.csv.writeFile('out.csv')
  const again = new Workbook()
  await again.xlsx.readFile('out.xlsx')
  const back = again.worksheets[0].getCell('B1').value
  const csv = readFileSync('out.csv', 'utf8')
  console.log({ csv, back: back.toISOString() })
  assert.match(csv, /2026-09-21T00:00:00\+09:00/)
  assert.equal(back.toISOString(), '2026-09-20T15:00:00.000Z')
}
main().catch((fault) => { console.error(fault); process.exit(1) })
E
cat > run.py <<'E'
import openpyxl
shown = openpyxl.load_workbook('out.xlsx').active['B1'].value
print('openpyxl', openpyxl.__version__, shown)
assert str(shown) == '2026-09-20 15:00:00'
E
npm ls --depth=0
TZ=Asia/Tokyo node run.cjs
py/bin/python run.py
