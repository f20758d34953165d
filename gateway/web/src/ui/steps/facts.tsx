import type { ComponentChildren } from 'preact'
import type { Message } from '../../i18n/message.ts'
import { Say } from '../../i18n/text.tsx'

type Props = { readonly rows: readonly (readonly [name: Message, value: ComponentChildren])[] }

/** Names and values, as on a confirm page or in the details of a booking. */
export function Facts({ rows }: Props) {
  return (
    <dl class="facts">
      {rows.map(([name, value], index) => (
        <div key={index}>
          <dt>
            <Say message={name} />
          </dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
