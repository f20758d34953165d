import { Money } from '../../../i18n/format.tsx'
import { Span } from '../../../i18n/text.tsx'

/** M14: 有料 and how much, wherever staff see a booking that costs something. */
export function FeeTag({ yen }: { readonly yen: number }) {
  return yen === 0 ? null : <Span k="staff.tag-fee" p={{ yen: <Money yen={yen} /> }} class="tag" />
}
