import type { ComponentChildren } from 'preact'
import type { Message } from '../i18n/message.ts'
import { Say, sayPlain } from '../i18n/text.tsx'

export type Column<R> = {
  readonly head: Message
  readonly cell: (row: R) => ComponentChildren
  /** The cell that names its row. */
  readonly isRowHead?: boolean
}
type Props<R> = {
  readonly caption: Message
  readonly columns: readonly Column<R>[]
  readonly rows: readonly R[]
  readonly keyOf: (row: R) => string
}

/** A table that scrolls inside itself, never the page. */
export function Table<R>({ caption, columns, rows, keyOf }: Props<R>) {
  return (
    <div class="table-frame" role="region" tabIndex={0} aria-label={sayPlain(caption)}>
      <table class="table">
        <caption>
          <Say message={caption} />
        </caption>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th key={index} scope="col">
                <Say message={column.head} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={keyOf(row)}>
              {columns.map((column, index) =>
                column.isRowHead ? (
                  <th key={index} scope="row">
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={index}>{column.cell(row)}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
