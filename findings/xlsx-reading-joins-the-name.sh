#!/usr/bin/env bash
# Excel keeps the reading typed with a Japanese name (rPh) beside the name in the same string of a workbook.
# One would guess that every reader gives the name, as openpyxl does. officeparser gives name and reading as
# one word, but only where the string has no bold part; where a string stands in its cell, as some exporters
# write it, xlsx2csv joins both too, and exceljs joins them when it reads the file at once and gives the
# reading alone when it streams it. It hurts whoever imports a city's list of members: no name finds its person.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --loglevel=error --no-audit --no-fund --ignore-scripts exceljs@4.4.0 officeparser@7.8.0
python3 -m venv py
py/bin/pip -q --disable-pip-version-check install openpyxl==3.1.5 xlsx2csv==0.8.6
cat > write.py <<'E'
import zipfile

MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
PARTS = 'application/vnd.openxmlformats-officedocument.spreadsheetml.'
RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
KINDS = {'workbook': 'sheet.main', 'worksheets/sheet1': 'worksheet', 'sharedStrings': 'sharedStrings'}
plain = '<t>南野花子</t><rPh sb="0" eb="2"><t>ミナミノ</t></rPh><rPh sb="2" eb="4"><t>ハナコ</t></rPh>'
rich = '<r><rPr><b/></rPr><t>北</t></r><r><t>公民館</t></r><rPh sb="0" eb="4"><t>キタコウミンカン</t></rPh>'
in_cell = '<t>西田次郎</t><rPh sb="0" eb="4"><t>ニシダジロウ</t></rPh>'
kinds = ''.join(f'<Override PartName="/xl/{k}.xml" ContentType="{PARTS}{v}+xml"/>' for k, v in KINDS.items())
cells = '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>'


def relation(number, kind, target):
    return f'<Relationship Id="r{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'


parts = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'{kinds}</Types>',
    '_rels/.rels': f'<Relationships xmlns="{RELATIONS}">{relation(1, "officeDocument", "xl/workbook.xml")}</Relationships>',
    'xl/_rels/workbook.xml.rels': f'<Relationships xmlns="{RELATIONS}">{relation(1, "worksheet", "worksheets/sheet1.xml")}'
    f'{relation(2, "sharedStrings", "sharedStrings.xml")}</Relationships>',
    'xl/workbook.xml': f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">'
    '<sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>',
    'xl/worksheets/sheet1.xml': f'<worksheet xmlns="{MAIN}"><sheetData><row r="1">{cells}'
    f'<c r="C1" t="inlineStr"><is>{in_cell}</is></c></row></sheetData></worksheet>',
    'xl/sharedStrings.xml': f'<sst xmlns="{MAIN}" count="2" uniqueCount="2"><si>{plain}</si><si>{rich}</si></sst>',
}
with zipfile.ZipFile('members.xlsx', 'w') as book:
    for name, text in parts.items():
        book.writestr(name, '<?xml version="1.0" encoding="UTF-8"?>' + text)
E
cat > read.py <<'E'
import io

import openpyxl
from xlsx2csv import Xlsx2csv

names = [cell.value for cell in openpyxl.load_workbook('members.xlsx').active[1]]
out = io.StringIO()
Xlsx2csv('members.xlsx').convert(out)
print('openpyxl', openpyxl.__version__, names)
print('xlsx2csv 0.8.6', out.getvalue().strip())
assert names == ['南野花子', '北公民館', '西田次郎']
assert out.getvalue().strip() == '南野花子,北公民館,西田次郎ニシダジロウ'
E
cat > read.mjs <<'E'
import assert from 'node:assert/strict'
import exceljs from 'exceljs'
import { OfficeParser } from 'officeparser'

const parsed = await OfficeParser.parseOffice('members.xlsx')
const words = parsed.toText().split(/\s+/)
const book = new exceljs.Workbook()
await book.xlsx.readFile('members.xlsx')
const whole = ['A1', 'C1'].map(cell => book.worksheets[0].getCell(cell).text)
const streamed = []
const reader = new exceljs.stream.xlsx.WorkbookReader('members.xlsx', { worksheets: 'emit' })
for await (const sheet of reader) for await (const row of sheet) streamed.push(row.getCell('C').value)
console.log('officeparser', words)
console.log('exceljs, at once', whole, 'streamed', streamed)
assert.deepEqual(words, ['南野花子ミナミノハナコ', '北公民館', '西田次郎'])
assert.deepEqual(whole, ['南野花子', '西田次郎ニシダジロウ'])
assert.deepEqual(streamed, ['ニシダジロウ'])
E
npm ls --depth=0
python3 write.py
py/bin/python read.py
node read.mjs
