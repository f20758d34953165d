/** What k6 hands to handleSummary, as far as we read it. */
export type Summary = {
  readonly metrics: Readonly<
    Record<
      string,
      {
        readonly type: string
        readonly values: Readonly<Record<string, number>>
        readonly thresholds?: Readonly<Record<string, { readonly ok: boolean }>>
      }
    >
  >
}

const SHOWN = [
  ['07:00 to final answer, press', 'rush_latency{scenario:press}'],
  ['aim to final answer, tail', 'rush_wait{scenario:tail}'],
  ['press sent late (generator)', 'rush_late'],
  ['availability reload', 'watch_latency'],
  ['sign-in with mailed code', 'signin_duration'],
] as const
const COUNTED = [
  'rush_accepted',
  'rush_taken',
  'rush_early',
  'rush_shed',
  'rush_broken',
  'rush_unanswered',
  'rush_unexpected',
  'watch_unchanged',
  'dropped_iterations',
  'http_reqs',
] as const

/** The run on one screen: times in ms, counts, and every threshold that was crossed. */
export function summaryText({ metrics }: Summary): string {
  const times = SHOWN.map(([title, name]) => {
    const values = metrics[name]?.values
    const cell = (stat: string) =>
      (values?.[stat] === undefined ? '-' : String(Math.round(values[stat]))).padStart(8)
    return `  ${title.padEnd(32)}${['count', 'med', 'p(95)', 'p(99)', 'max'].map(cell).join('')}`
  })
  const counts = COUNTED.map(name => `${name} ${metrics[name]?.values['count'] ?? 0}`)
  const crossed = Object.entries(metrics).flatMap(([name, { thresholds = {} }]) =>
    Object.entries(thresholds).flatMap(([bound, { ok }]) => (ok ? [] : [`  crossed: ${name} ${bound}`])),
  )
  return [
    `  ${'ms'.padEnd(32)}${['count', 'median', 'p95', 'p99', 'max'].map(title => title.padStart(8)).join('')}`,
    ...times,
    `  ${counts.slice(0, 5).join(' · ')}`,
    `  ${counts.slice(5).join(' · ')}`,
    ...(crossed.length > 0 ? crossed : ['  no threshold crossed']),
    '',
  ].join('\n')
}
