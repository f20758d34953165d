import type { Purpose } from '@asaichi/contract/catalog/purposes.ts'
import type { Message } from '../i18n/message.ts'
import { OwnText } from '../i18n/own-text.tsx'

/** M24: what the use is for, as a row of `Facts`; no row where it was not asked. */
export function purposeRows(label: Message, purpose: Purpose | undefined) {
  return purpose ? [[label, <OwnText key="purpose" of={purpose} field="name" />] as const] : []
}
