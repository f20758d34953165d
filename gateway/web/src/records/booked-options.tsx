import type { BookedOption } from '@asaichi/contract/reservation/options.ts'
import { Money } from '../i18n/format.tsx'
import type { Message } from '../i18n/message.ts'
import { OwnText } from '../i18n/own-text.tsx'

/** G10: what was ordered with a room and what it costs, as a row of `Facts`. */
export function optionRows(label: Message, options: readonly BookedOption[] = []) {
  return options.length === 0 ? [] : [[label, <Options key="options" options={options} />] as const]
}

function Options({ options }: { readonly options: readonly BookedOption[] }) {
  return (
    <>
      {options.map(option => (
        <div key={option.optionId}>
          <OwnText of={option} field="name" /> × {option.count} <Money yen={option.yen} />
        </div>
      ))}
    </>
  )
}
