import type { TimeOfDay } from '@asaichi/contract/time.ts'
import { timesText } from '../../../i18n/dates.ts'
import { useLanguage } from '../../../i18n/language.ts'

/** `09:30～11:00`, in one piece. */
export function Times({ from, to }: { readonly from: TimeOfDay; readonly to: TimeOfDay }) {
  return <span class="nowrap">{timesText(from, to, useLanguage())}</span>
}
