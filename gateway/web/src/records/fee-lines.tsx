import type { FeeLine } from '@asaichi/contract/reservation/fee-lines.ts'
import type { BookedOption } from '@asaichi/contract/reservation/options.ts'
import { Money } from '../i18n/format.tsx'
import { OwnText } from '../i18n/own-text.tsx'
import { T } from '../i18n/text.tsx'

export type FeeLinesProps = {
  readonly fee: readonly FeeLine[]
  readonly options?: readonly Pick<BookedOption, 'yen'>[] | undefined
}

/** G10: of what a fee is the sum. */
export function FeeLines({ fee, options = [] }: FeeLinesProps) {
  const ofOptions = options.reduce((sum, { yen }) => sum + yen, 0)
  const [room, ...others] = fee
  const before = others.filter(line => line.kind !== 'reduction')
  const off = others.filter(line => line.kind === 'reduction')
  return (
    <ul>
      {room && <Line line={room} />}
      {before.map(line => (
        <Line key={line.kind} line={line} />
      ))}
      {ofOptions > 0 && (
        <li>
          <T k="fees.options" /> <Signed yen={ofOptions} />
        </li>
      )}
      {off.map(line => (
        <Line key={line.kind} line={line} />
      ))}
    </ul>
  )
}

function Line({ line }: { readonly line: FeeLine }) {
  return (
    <li>
      <Name line={line} /> <Signed yen={line.yen} />
      {line.kind === 'reduction' && line.reason !== undefined && <span lang="ja"> {line.reason}</span>}
    </li>
  )
}

function Name({ line }: { readonly line: FeeLine }) {
  switch (line.kind) {
    case 'room':
      return <T k="fees.room" />
    case 'rest-day':
      return <T k="fees.rest-day" p={{ percent: line.percent }} />
    case 'class':
      return <T k="fees.class" p={{ percent: line.percent, name: <OwnText of={line} field="name" /> }} />
    case 'reduction':
      return line.percent === 100 ? (
        <T k="fees.exemption" />
      ) : (
        <T k="fees.reduction" p={{ percent: line.percent }} />
      )
  }
}

function Signed({ yen }: { readonly yen: number }) {
  return (
    <>
      {yen < 0 && '−'}
      <Money yen={Math.abs(yen)} />
    </>
  )
}
