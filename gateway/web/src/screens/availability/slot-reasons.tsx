import { T } from '../../i18n/text.tsx'
import type { Slot } from '../../lib/range.ts'

const MARKS = ['x', 'h', 'r'] as const

/** Why a time cannot be chosen, for the signs that this day really has. */
export function SlotReasons({ slots }: { readonly slots: readonly Slot[] }) {
  const marks = MARKS.filter(mark => slots.some(slot => slot.mark === mark))
  if (marks.length === 0) return null
  return (
    <dl class="slot-reasons">
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
