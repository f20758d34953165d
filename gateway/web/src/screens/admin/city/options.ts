import type { Key } from '../../../i18n/catalogue.ts'
import type { Option } from '../settings/question.ts'

/** An answer that is one plain value. */
export function plainOption(id: string, label: Key, value: unknown): Option {
  return { id, label, value, isNow: now => now === value }
}
