import { stringify } from 'csv-stringify/sync'

type Cell = string | number

/** A file for an office's spreadsheet: it opens as UTF-8, has its head even when empty, and no name in it is a formula. Rows are by the names of the columns, or in their order. */
export function csvText<C extends string>(
  columns: readonly C[],
  rows: readonly (Readonly<Record<C, Cell>> | readonly Cell[])[],
): string {
  return stringify([...rows], {
    header: true,
    columns: [...columns],
    bom: true,
    record_delimiter: 'windows',
    escape_formulas: true,
  })
}
