import { addMs, TOKYO } from '@asaichi/calendar/instant.ts'
import { CODES_MAX } from '@asaichi/contract/lock/code-report.ts'
import { type Desired } from '@asaichi/contract/lock/topics.ts'
import { setDigest } from '@asaichi/lock-protocol/digest.ts'
import { type AccessWindow, HORIZON_MS, lifeOf } from './access-window.ts'

/** A code a lock may be told, and the revisions it came and went with. */
export type Code = AccessWindow & {
  readonly codeId: string
  readonly kind: SetCode['kind']
  readonly revIn: number | null
  readonly revOut: number | null
  readonly isRevoked: boolean
  /** In store for whoever stands before the door (V14). */
  readonly isSpare: boolean
}
export type Revision = {
  readonly entering: readonly string[]
  readonly leaving: readonly string[]
  /** The codes of the set once this revision is applied. */
  readonly members: readonly string[]
}

/** What has to change for a lock to hold what it should now: codes within the horizon and not over; where not all fit an emergency's first, then the nearest, and what is in store last. */
export function reviseSet(
  codes: readonly Code[],
  { now, room }: { readonly now: string; readonly room: number },
): Revision {
  const wanted = new Set(
    wantedCodes(codes, now)
      .slice(0, Math.min(room, CODES_MAX))
      .map(({ codeId }) => codeId),
  )
  const held = new Set(codes.filter(isInSet).map(({ codeId }) => codeId))
  return {
    entering: [...wanted.difference(held)],
    leaving: [...held.difference(wanted)],
    members: [...wanted],
  }
}

export function isInSet({ revIn, revOut }: Pick<Code, 'revIn' | 'revOut'>): boolean {
  return revIn !== null && revOut === null
}

function wantedCodes(codes: readonly Code[], now: string): readonly Code[] {
  return codes
    .filter(code => !code.isRevoked && lifeOf(code).entersHorizonAt <= now && now < code.to)
    .toSorted(
      (one, other) =>
        rankOf(one) - rankOf(other) || compare(one.from, other.from) || compare(one.codeId, other.codeId),
    )
}

function rankOf({ kind, isSpare }: Pick<Code, 'kind' | 'isSpare'>): number {
  if (isSpare) return 2
  return kind === 'emergency' ? 0 : 1
}

export type SetCode = AccessWindow & {
  readonly codeId: string
  readonly kind: 'guest' | 'emergency' | 'backup'
  readonly length: number
  readonly hash: string
  readonly sealed: string
}
export type SetRevision = { readonly rev: number; readonly epoch: number; readonly revisedAt: string }

export function digestOf(
  codes: readonly Pick<SetCode, 'codeId' | 'kind' | 'hash' | 'from' | 'to'>[],
): string {
  return setDigest(
    codes.map(code => ({ id: code.codeId, kind: code.kind, windows: windowsOf(code), hash: code.hash })),
  )
}

/** V13: a number for an emergency has none, which means always. */
function windowsOf({ kind, from, to }: Pick<SetCode, 'kind' | 'from' | 'to'>): readonly AccessWindow[] {
  return kind === 'emergency' ? [] : [{ from, to }]
}

/** The whole set of a lock as it travels; one revision always gives the same document. */
export function desiredDocument({ rev, epoch, revisedAt }: SetRevision, codes: readonly SetCode[]): Desired {
  const ends = codes.flatMap(code => windowsOf(code).map(({ to }) => to))
  return {
    rev,
    epoch,
    digest: digestOf(codes),
    issuedAt: revisedAt,
    notAfter: [addMs(revisedAt, HORIZON_MS), ...ends].toSorted().at(-1) ?? revisedAt,
    zone: TOKYO,
    codes: codes.map(code => ({
      id: code.codeId,
      kind: code.kind,
      windows: [...windowsOf(code)],
      len: code.length,
      ct: code.sealed,
    })),
  }
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
