import type { LocalDate } from '@asaichi/contract/time.ts'
import { useServerNow } from '../../../api/use-server-now.ts'
import { dateAt } from '../../../lib/tokyo.ts'

/** The city's date on the server's clock; nothing until it is known. */
export function useToday(): LocalDate | undefined {
  const now = useServerNow(30_000)
  return now === undefined ? undefined : dateAt(new Date(now).toISOString())
}
