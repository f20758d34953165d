import type { ComponentChildren } from 'preact'
import type { Key } from '../../i18n/catalogue.ts'
import { T } from '../../i18n/text.tsx'
import { Button } from '../../ui/button.tsx'

/** What a person keeps for themselves, one row each, with the button that takes it away. */
export function KeptList<One>({
  items,
  keyOf,
  name,
  children,
  removes,
  onRemove,
}: {
  readonly items: readonly One[]
  readonly keyOf: (one: One) => string
  /** Which one a button takes away, for who hears the screen. */
  readonly name: (one: One) => ComponentChildren
  readonly children: (one: One) => ComponentChildren
  readonly removes: Key
  readonly onRemove: (one: One) => void
}) {
  return (
    <ul class="rows">
      {items.map(one => (
        <li key={keyOf(one)} class="rows__row">
          {children(one)}
          <Button kind="secondary" size="small" onClick={() => onRemove(one)}>
            <T k={removes} />
            <span class="visually-hidden">{name(one)}</span>
          </Button>
        </li>
      ))}
    </ul>
  )
}
