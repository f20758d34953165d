import { useState } from 'preact/hooks'
import { say } from '../../../i18n/message.ts'
import { P } from '../../../i18n/text.tsx'
import { Select } from '../../../ui/form/choice.tsx'
import { FileButton } from '../../shared/file-button.tsx'

const TABLES = ['rooms', 'purposes', 'people', 'hours'] as const
const ENCODINGS = ['utf-8', 'shift_jis'] as const

/** The tables of a span as files: all of them for Excel, or one of them for whatever reads CSV. */
export function ReportFiles(span: { readonly from: string; readonly to: string }) {
  const [encoding, setEncoding] = useState<string>('utf-8')
  const of = (more: Readonly<Record<string, string>>) => new URLSearchParams({ ...span, ...more })
  return (
    <>
      <P k="report.file-lead" />
      <div class="buttons">
        <FileButton href={`/api/staff/use-report.xlsx?${of({})}`} k="report.file-xlsx" />
      </div>
      <Select
        id="f-encoding"
        name="encoding"
        label={say('report.encoding')}
        hint={say('report.encoding-hint')}
        value={encoding}
        error={undefined}
        onChange={setEncoding}
        options={ENCODINGS.map(value => ({ value, label: say(`report.encoding-${value}`) }))}
      />
      <div class="buttons">
        {TABLES.map(table => (
          <FileButton
            key={table}
            href={`/api/staff/use-report.csv?${of({ table, encoding })}`}
            k={`report.file-${table}`}
          />
        ))}
      </div>
    </>
  )
}
