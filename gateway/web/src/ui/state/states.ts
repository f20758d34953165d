import type { PermissionStatus } from '@asaichi/contract/actor.ts'
import type { EntryStatus } from '@asaichi/contract/lottery/entries.ts'
import type { ReservationStatus } from '@asaichi/contract/reservation/reservation.ts'
import type { Key } from '../../i18n/catalogue.ts'

/** How a state looks: `waiting` asks for patience, `action` for something the reader must do. */
type Tone = 'good' | 'waiting' | 'action' | 'bad' | 'over'
/** A state in words: what it is, what happens next, and who acts. */
export type StateWords = { readonly tone: Tone; readonly word: Key; readonly next: Key; readonly who: Key }

/** 仮登録 / 本登録 */
type MemberStatus = 'provisional' | 'full'

const TONES = {
  member: { provisional: 'action', full: 'good' },
  permission: { none: 'action', applied: 'waiting', approved: 'good', returned: 'action', suspended: 'bad' },
  entry: { entered: 'waiting', withdrawn: 'over', won: 'good', lost: 'over', void: 'over' },
  reservation: {
    pending: 'waiting',
    approved: 'good',
    used: 'over',
    refused: 'bad',
    cancelled: 'over',
    expired: 'bad',
  },
} as const satisfies {
  readonly member: Readonly<Record<MemberStatus, Tone>>
  readonly permission: Readonly<Record<PermissionStatus, Tone>>
  readonly entry: Readonly<Record<EntryStatus, Tone>>
  readonly reservation: Readonly<Record<ReservationStatus, Tone>>
}
type Tones = typeof TONES

/** The words of a state, from one place for screens of residents and staff: `stateOf('reservation', status)`. */
export function stateOf<K extends keyof Tones, S extends keyof Tones[K] & string>(
  kind: K,
  status: S,
): StateWords {
  // Safe: a catalogue that lacks one of these three texts fails the test of the catalogues.
  const key = (what: string) => `states.${kind}-${status}${what}` as Key
  return { tone: toneOf(kind, status), word: key(''), next: key('-next'), who: key('-who') }
}

/** Every state there is, for tests and the component page. */
export function allStates(): readonly StateWords[] {
  return [
    ...statesOf('member', ['provisional', 'full']),
    ...statesOf('permission', ['none', 'applied', 'approved', 'returned', 'suspended']),
    ...statesOf('entry', ['entered', 'withdrawn', 'won', 'lost', 'void']),
    ...statesOf('reservation', ['pending', 'approved', 'used', 'refused', 'cancelled', 'expired']),
  ]
}

function statesOf<K extends keyof Tones>(
  kind: K,
  all: readonly (keyof Tones[K] & string)[],
): readonly StateWords[] {
  return all.map(status => stateOf(kind, status))
}

function toneOf(kind: keyof Tones, status: string): Tone {
  const tones: Readonly<Record<string, Tone>> = TONES[kind]
  return tones[status] ?? 'over'
}
