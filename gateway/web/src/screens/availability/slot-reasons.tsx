import { T } from '../../i18n/text.tsx'
import type { Slot } from '../../lib/range.ts'

const MARKS = ['x', 'h', 'r'] as const

/** Why a time cannot be chosen, for the signs that this day really has. */
export function SlotReasons({ slots }: { readonly slots: readonly Slot[] }) {
  const others = slots.filter(slot => slot.own !== true)
  const marks = MARKS.filter(mark => others.some(slot => slot.mark === mark))
  const hasOwn = others.length < slots.length
  if (marks.length === 0 && !hasOwn) return null
  return (
    <dl class="slot-reasons">
      {hasOwn && (
        <div>
          <dt>
            <T k="calendar.slot-own" />
          </dt>
          <dd>
            <T k="availability.slot-why-own" />
          </dd>
        </div>
      )}
      {marks.map(mark => (
        <div key={mark}>
          <dt>
            <T k={`calendar.slot-${mark}`} />
          </dt>
          <dd>
            <T k={`availability.slot-why-${mark}`} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
