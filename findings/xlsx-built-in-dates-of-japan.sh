#!/usr/bin/env bash
# Excel set to Japanese writes its everyday date formats (m月d日, the era) as built-in numbers 27–36 and
# 50–58, whose meaning no file spells out; ECMA-376, 18.8.30, lists them. One would guess that a reader
# which knows 14 (the short date) knows these. openpyxl, xlsx2csv and pylightxl tell the day as 46286, a
# number among numbers, where python-calamine tells a date.
# It hurts an import of an old system's bookings or birth dates: it fails, or keeps a count of days.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv py
py/bin/pip -q --disable-pip-version-check install openpyxl==3.1.5 pylightxl==1.61 python-calamine==0.9.1 xlsx2csv==0.8.6
cat > run.py <<'E'
import datetime
import io
import warnings
import zipfile

import openpyxl
import pylightxl
from python_calamine import CalamineWorkbook
from xlsx2csv import Xlsx2csv

warnings.simplefilter('ignore')
MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
PARTS = 'application/vnd.openxmlformats-officedocument.spreadsheetml.'
RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
KINDS = {'workbook': 'sheet.main', 'worksheets/sheet1': 'worksheet', 'styles': 'styles'}
FORMATS = [14, *range(27, 37), *range(50, 59)]  # of which 32 to 35 are times
DAY = datetime.date(2026, 9, 21)
SERIAL = (DAY - datetime.date(1899, 12, 30)).days


def relation(number, kind, target):
    return f'<Relationship Id="r{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'


kinds = ''.join(f'<Override PartName="/xl/{k}.xml" ContentType="{PARTS}{v}+xml"/>' for k, v in KINDS.items())
styles = ''.join(f'<xf numFmtId="{number}" applyNumberFormat="1"/>' for number in FORMATS)
rows = ''.join(
    f'<row r="{nr + 1}"><c r="A{nr + 1}" s="{nr}"><v>{SERIAL}</v></c></row>' for nr in range(len(FORMATS))
)
parts = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'{kinds}</Types>',
    '_rels/.rels': f'<Relationships xmlns="{RELATIONS}">{relation(1, "officeDocument", "xl/workbook.xml")}</Relationships>',
    'xl/_rels/workbook.xml.rels': f'<Relationships xmlns="{RELATIONS}">{relation(1, "worksheet", "worksheets/sheet1.xml")}'
    f'{relation(2, "styles", "styles.xml")}</Relationships>',
    'xl/workbook.xml': f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">'
    '<sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>',
    'xl/styles.xml': f'<styleSheet xmlns="{MAIN}"><cellXfs count="{len(FORMATS)}">{styles}</cellXfs></styleSheet>',
    'xl/worksheets/sheet1.xml': f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>',
}
with zipfile.ZipFile('days.xlsx', 'w') as book:
    for name, text in parts.items():
        book.writestr(name, '<?xml version="1.0" encoding="UTF-8"?>' + text)

csv = io.StringIO()
Xlsx2csv('days.xlsx').convert(csv)
seen = {
    'openpyxl': [cell.value for cell in openpyxl.load_workbook('days.xlsx').active['A']],
    'pylightxl': pylightxl.readxl('days.xlsx').ws('A').col(1),
    'xlsx2csv': csv.getvalue().split(),
    'python-calamine': [row[0] for row in CalamineWorkbook.from_path('days.xlsx').get_sheet_by_index(0).to_python()],
}
for name, values in seen.items():
    print(name, 'format 14:', values[0], '· 31:', values[FORMATS.index(31)], '· 57:', values[FORMATS.index(57)])
assert seen['openpyxl'] == [datetime.datetime(2026, 9, 21)] + [SERIAL] * 19
assert seen['pylightxl'][1:] == [SERIAL] * 19 and seen['pylightxl'][0] == '2026/09/21'
assert seen['xlsx2csv'][1:] == [str(SERIAL)] * 19 and seen['xlsx2csv'][0] == '09-21-26'
assert seen['python-calamine'] == [DAY] * 20
E
py/bin/pip --disable-pip-version-check freeze
py/bin/python run.py
