import { csvText } from '../../csv-text.ts'
import { toShiftJis } from '../../shift-jis.ts'
import type { ReportTable } from './report-tables.ts'

/** T11: one table as a file, its numbers as a spreadsheet of any country reads them. */
export function reportText({ columns, rows }: ReportTable): string {
  return csvText(
    columns.map(({ name }) => name),
    rows.map(row =>
      row.map((cell, nr) => {
        const places = columns[nr]?.places
        return typeof cell === 'number' && places !== undefined ? cell.toFixed(places) : cell
      }),
    ),
  )
}

/** The same for what reads no UTF-8, and without the mark that tells it. */
export function reportShiftJis(table: ReportTable): Uint8Array<ArrayBuffer> {
  return toShiftJis(reportText(table).replace('\ufeff', ''))
}
