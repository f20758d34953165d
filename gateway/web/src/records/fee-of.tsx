import { useLater } from '../shell/later.ts'
import type { FeeLinesProps } from './fee-lines.tsx'

/** G10: the lines of a fee, which most bookings do not have. */
export function FeeOf(props: FeeLinesProps) {
  const part = useLater(() => import('./fee-lines.tsx'), ['fees'])
  return part ? <part.FeeLines {...props} /> : null
}
