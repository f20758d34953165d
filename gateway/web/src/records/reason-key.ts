import type { ReasonCode } from '@asaichi/contract/reservation/reservation.ts'
import type { Key } from '../i18n/catalogue.ts'
import { rawText } from '../i18n/texts.ts'

/** Why an attempt was refused, said afterwards: to staff in a list (`short`), to the person on the receipt (`past`). */
export function reasonKey(reason: ReasonCode, form: 'short' | 'past'): Key {
  // A page older than the server may meet a reason it has no words for.
  const key = `reasons.${reason}-${form}` as const
  return rawText(key) === key ? `reasons.other-${form}` : key
}
