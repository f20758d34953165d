import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { reportShiftJis, reportText } from './report-csv.ts'
import { reportTable, TableName, type UseReport } from './report-tables.ts'
import { reportXlsx } from './report-xlsx.ts'

const ROOM = {
  venueId: 'hall',
  venueName: '公会堂',
  spaceId: 'room',
  spaceName: '=会議室',
  openMinutes: 600,
  usedMinutes: 90,
  bookings: 1,
  people: 8,
  pending: 0,
  refused: 0,
  cancelled: 2,
  expired: 0,
  charged: 300,
  paid: 0,
}
const EMPTY: UseReport = { from: '2026-04', to: '2026-04', rooms: [], hours: [], purposes: [] }
const REPORT: UseReport = {
  ...EMPTY,
  rooms: [ROOM, { ...ROOM, spaceName: '第1', openMinutes: 0 }],
  hours: Array.from({ length: 24 }, (_, hour) => (hour === 9 ? 90 : 0)),
  purposes: [
    { purposeId: 'talk', name: '@会議', usedMinutes: 60, bookings: 1, people: 5 },
    { purposeId: null, name: null, usedMinutes: 30, bookings: 1, people: 3 },
  ],
  headcounts: {
    kinds: [
      { kindId: 'adult', name: '=大人' },
      { kindId: 'child', name: '子ども' },
    ],
    venues: [
      {
        venueId: 'hall',
        venueName: '公会堂',
        month: '2026-04',
        bookings: 2,
        written: 1,
        people: 12,
        kinds: [{ kindId: 'adult', people: 12 }],
      },
    ],
  },
}

const linesOf = (name: TableName, report = REPORT) => reportText(reportTable(name, report)).split('\r\n')

test('T11: a file has a mark for UTF-8 and its columns even when empty', () => {
  expect(linesOf('rooms', EMPTY).join('\n')).toMatch(
    /^\ufeff施設,部屋,開館時間,利用時間,利用率,[^\n]+入金額\n$/,
  )
  expect(linesOf('people', EMPTY)).toEqual(['\ufeff施設,月,合計,終わった利用,人数が書かれた利用', ''])
})

test('T11: hours and rate have one place, a name is no formula, and a room that was never open has no rate', () => {
  const lines = linesOf('rooms')
  expect(lines[1]).toBe("公会堂,'=会議室,10.0,1.5,15.0,1,8,0,0,2,0,300,0")
  expect(lines[2]).toBe('公会堂,第1,0.0,1.5,,1,8,0,0,2,0,300,0')
})

test('T11, M24, G15: purposes, people by kind and hours are files of their own, their heads no formulas either', () => {
  expect(linesOf('purposes').slice(1)).toEqual(["'@会議,1.0,1,5", '聞いていない,0.5,1,3', ''])
  expect(linesOf('people')).toEqual([
    "\ufeff施設,月,'=大人,子ども,合計,終わった利用,人数が書かれた利用",
    '公会堂,2026-04,12,0,12,2,1',
    '',
  ])
  expect(linesOf('hours')[10]).toBe('09:00～10:00,1.5')
})

test('T11: the file in Shift_JIS is the same without the mark', () => {
  const table = reportTable('rooms', REPORT)
  expect(new TextDecoder('shift_jis').decode(reportShiftJis(table))).toBe(reportText(table).slice(1))
})

test('T11: the workbook has a sheet for each table, its text is text and no cell a formula', async () => {
  const parts = unzipSync(await reportXlsx(TableName.options.map(name => reportTable(name, REPORT))))
  const read = (name: string) => strFromU8(parts[name] ?? new Uint8Array())
  const sheets = [1, 2, 3, 4].map(nr => read(`xl/worksheets/sheet${nr}.xml`))
  expect([...read('xl/workbook.xml').matchAll(/ name="([^"]+)"/g)].map(([, name]) => name)).toEqual([
    '部屋',
    '利用目的',
    '利用した人数',
    '時間帯',
  ])
  expect(sheets.filter(xml => /<f[ >]/.test(xml))).toEqual([])
  expect(read('xl/sharedStrings.xml')).toContain("'=会議室")
  expect(sheets[0]).toMatch(/<c r="A2"[^>]*t="s"/)
  expect(sheets[0]).toMatch(/<c r="F2"[^>]*><v>1<\/v>/)
})
