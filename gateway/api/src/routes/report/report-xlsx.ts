import writeXlsx from 'write-excel-file/node'
import type { ReportTable } from './report-tables.ts'

/** T11: a workbook with a sheet for each table. Loaded with its library when somebody asks for it. */
export async function reportXlsx(tables: readonly ReportTable[]): Promise<Uint8Array<ArrayBuffer>> {
  const sheets = tables.map(({ title, columns, rows }) => ({
    sheet: title,
    stickyRowsCount: 1,
    columns: columns.map(({ name }, nr) => ({ width: nr === 0 ? 24 : Math.max(10, name.length * 2 + 2) })),
    data: [
      columns.map(({ name }) => ({ ...text(name), fontWeight: 'bold' as const })),
      ...rows.map(row => row.map((cell, nr) => (cell === '' ? null : cellOf(cell, columns[nr]?.places)))),
    ],
  }))
  return Uint8Array.from(await writeXlsx(sheets, { fontFamily: 'Yu Gothic', fontSize: 11 }).toBuffer())
}

function cellOf(cell: string | number, places: number | undefined) {
  if (typeof cell === 'string') return text(cell)
  return { type: Number, value: cell, format: places === undefined ? '#,##0' : `#,##0.${'0'.repeat(places)}` }
}

// A cell of text is never computed. The mark of the CSV stands here too, for whoever saves the sheet as one.
const FORMULA = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/

function text(value: string) {
  return { type: String, value: FORMULA.test(value) ? `'${value}` : value }
}
