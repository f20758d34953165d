import type { Key } from '../../../i18n/catalogue.ts'
import { Span, T } from '../../../i18n/text.tsx'

type Props = {
  readonly keys: readonly (readonly [key: string, does: Key])[]
  readonly isOn: boolean
  readonly onTurn: (on: boolean) => void
}

/** The keys of a queue, always in sight, with the box that turns them off. */
export function ShortcutHelp({ keys, isOn, onTurn }: Props) {
  return (
    <div class="shortcuts no-print">
      <label class="choice">
        <input type="checkbox" checked={isOn} onChange={event => onTurn(event.currentTarget.checked)} />
        <Span k="staff.shortcuts-on" />
      </label>
      {isOn && (
        <ul class="shortcuts__list">
          {keys.map(([key, does]) => (
            <li key={key}>
              <kbd>{key}</kbd> <T k={does} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
