/** The checks of a bundle, in the order in which they are made; both verifiers use these ids. */
export type CheckId =
  | 'shape'
  | 'list'
  | 'times'
  | 'chain'
  | 'count'
  | 'root'
  | 'beacon'
  | 'exclusions'
  | 'seed'
  | 'order'
  | 'results'
  | 'digest'
  | 'noted-root'
  | 'noted-digest'

/** `flagged`: allowed by the rule, but for people to judge. */
export type Check = {
  readonly id: CheckId
  readonly status: 'ok' | 'flagged' | 'failed'
  readonly words: string
}

export function ok(id: CheckId, words: string): Check {
  return { id, status: 'ok', words }
}

export function flagged(id: CheckId, words: string): Check {
  return { id, status: 'flagged', words }
}

export function failed(id: CheckId, words: string): Check {
  return { id, status: 'failed', words }
}

export function isFailed({ status }: Check): boolean {
  return status === 'failed'
}
