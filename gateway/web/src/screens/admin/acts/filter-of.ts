import { instantAt } from '@asaichi/calendar/instant.ts'
import { addDays, isLocalDate } from '@asaichi/calendar/local-date.ts'
import type { ActName } from '@asaichi/contract/identity/acts.ts'
import { ACTS } from './act-name.ts'

export type Filter = {
  readonly by?: string
  readonly about?: string
  readonly act?: ActName
  /** Days, both included, as the city counts. */
  readonly from?: string
  readonly to?: string
}

/** What an address asks for; a part that makes no sense is left out. */
export function filterOf(query: URLSearchParams): Filter {
  const [by, about] = [idIn(query, 'by'), idIn(query, 'about')]
  const [from, to] = [query.get('from') ?? '', query.get('to') ?? '']
  const act = ACTS.find(one => one === query.get('act'))
  return {
    ...(by !== undefined && { by }),
    ...(about !== undefined && { about }),
    ...(act !== undefined && { act }),
    ...(isLocalDate(from) && { from }),
    ...(isLocalDate(to) && { to }),
  }
}

/** The same as the API asks for it: the last day counts to its end. */
export function queryOf({ from, to, ...rest }: Filter) {
  return {
    ...rest,
    ...(from !== undefined && { from: instantAt(from, '00:00') }),
    ...(to !== undefined && { until: instantAt(addDays(to, 1), '00:00') }),
  }
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function idIn(query: URLSearchParams, name: string): string | undefined {
  const value = query.get(name)
  return value !== null && ID.test(value) ? value : undefined
}
