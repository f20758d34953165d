const CLOCK_WARNING_S = 60
const CLOCK_BAD_S = 300
const BATTERY_LOW = 20

export type DoorFacts = {
  /** Without its gateway nothing else is known to be true now. */
  readonly isGatewayUp: boolean
  /** A lock hangs at the door (V12). */
  readonly hangs: boolean
  readonly online: boolean
  readonly clockQuality: 'known' | 'unknown' | null
  readonly clockOffsetSeconds: number | null
  readonly battery: number | null
  readonly gatewayRefusal: string | null
  readonly lockRefusal: string | null
  readonly hasLateCode: boolean
  /** The lock will not take a code of a booking. */
  readonly hasRefusedCode: boolean
  /** The lock has no place left for a code. */
  readonly isFull: boolean
  readonly hasRevokedCode: boolean
  /** Wrong entries follow one another at its keypad (A87). */
  readonly isGuessedAt: boolean
  /** What the lock told within a day. */
  readonly alarms: readonly string[]
}

/** What staff should look at, as words of a fixed list (T12). */
export function doorProblems(facts: DoorFacts): string[] {
  const offset = Math.abs(facts.clockOffsetSeconds ?? 0)
  const found: readonly (readonly [boolean, string])[] = [
    [!facts.isGatewayUp, 'gateway-away'],
    [!facts.hangs, 'no-device'],
    [facts.hangs && !facts.online, 'offline'],
    [facts.clockQuality === 'unknown' || offset > CLOCK_BAD_S, 'clock-bad'],
    [offset > CLOCK_WARNING_S && offset <= CLOCK_BAD_S, 'clock-warning'],
    [facts.battery !== null && facts.battery <= BATTERY_LOW, 'battery-low'],
    [facts.gatewayRefusal !== null, `gateway-refused-${facts.gatewayRefusal}`],
    [facts.lockRefusal !== null, `lock-refused-${facts.lockRefusal}`],
    [facts.hasLateCode, 'code-late'],
    [facts.hasRefusedCode, 'code-refused'],
    [facts.isFull, 'no-room'],
    [facts.hasRevokedCode, 'revoked-code-may-open'],
    [facts.isGuessedAt, 'keypad-guessed'],
    [facts.alarms.includes('tamper'), 'tamper'],
    [facts.alarms.includes('changed-outside'), 'changed-outside'],
    [facts.alarms.includes('foreign-unlock'), 'foreign-unlock'],
    [facts.alarms.includes('emergency-used'), 'emergency-used'],
    [facts.alarms.includes('spare-used'), 'spare-used'],
  ]
  return found.flatMap(([isThere, word]) => (isThere ? [word] : []))
}
