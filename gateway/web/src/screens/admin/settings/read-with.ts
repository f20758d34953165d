import type { Result } from '../../../api/result.ts'
import type { FromVersion } from '../../../api/routes.ts'
import type { Read } from './use-settings.ts'

/** An answer together with the tag it came with, from which a change of it is put. */
export function readWith<D, P>(answer: Result<D, P>): Result<Read<D>, P> {
  if (answer.status !== 'ok') return answer
  return { ...answer, value: { document: answer.value, tag: answer.etag ?? '' } }
}

/** The version that was read, or that there was none yet. */
export function fromVersion(tag: string | null): FromVersion {
  return tag === null ? { 'if-none-match': '*' } : { 'if-match': tag }
}
