import type { RushResult } from './rush.ts'

/** The run on one screen: what the generator saw, what the tables say, what went on beside it. */
export function reportOf(name: string, result: RushResult): string {
  const { profile, generated, verdicts, side } = result
  const { press } = profile.load
  return [
    '',
    `rush ${name}: ${press.residents} residents at once for ${profile.venues} × ${profile.roomsPerVenue} rooms`,
    generated.text.trimEnd(),
    ...verdicts.map(({ promise, ok, found }) => `  ${ok ? 'holds ' : 'BROKEN'}  ${promise}: ${found}`),
    `  answers: ${outcomesOf(result)}`,
    `  beside: ${mailsOf(side.mails)}; ${side.locks.inStep} of ${side.locks.expected} locks in step`,
    `  ${isGood(result) ? 'good' : 'NOT GOOD'}`,
    '',
  ].join('\n')
}

/** Everything holds, and within the bounds of the profile. */
export function isGood({ generated, verdicts, side }: RushResult): boolean {
  return (
    generated.status === 'in-bounds' &&
    verdicts.every(({ ok }) => ok) &&
    side.locks.inStep === side.locks.expected &&
    side.mails.told === side.mails.expected
  )
}

function outcomesOf({ answers }: RushResult): string {
  const counts = Map.groupBy(answers, ({ status, code }) => `${status}${code === null ? '' : ` ${code}`}`)
  return [...counts].map(([outcome, { length }]) => `${length} × ${outcome}`).join(', ')
}

function mailsOf({ expected, told, queued, sent, lastSentMs }: RushResult['side']['mails']): string {
  const last = lastSentMs === null ? '' : `, the last ${(lastSentMs / 1000).toFixed(1)} s after seven`
  return `${told} of ${expected} results told, ${queued} mails queued, ${sent} sent${last}`
}
