import { METRICS, type Metric } from '@asaichi/service/metric-list.ts'

/** docs/metrics.md, whole. */
export function figuresDocument(): string {
  const figures = Object.entries<Metric>(METRICS)
  const tellers = [...new Set(figures.map(([, { of }]) => of))]
  return `${[
    '# Figures',
    'Every figure of every process, written by `npm run env-table` from `libs/service/src/metric-list.ts`. Each process tells its own at `/metrics` of its `HEALTH_PORT`, in the format of Prometheus, and beside them Node’s own of memory, event loop and garbage (`process_…`, `nodejs_…`). A figure that cannot be read within two seconds is left out of that answer. No label is an id, a name or an address. Logins are the answers of identity: `bus_answers_total{request="identity.call.start-login.v1"}`.',
    ...tellers.map(teller =>
      [
        `## ${TITLES[teller] ?? teller}`,
        '',
        '| figure | kind | what it says | labels |',
        '| --- | --- | --- | --- |',
        ...figures.filter(([, { of }]) => of === teller).map(rowOf),
      ].join('\n'),
    ),
  ].join('\n\n')}\n`
}

const TITLES: Readonly<Partial<Record<Metric['of'], string>>> = {
  'every process': 'Every process',
  'every service': 'Every service',
  'who keeps an audit log': 'Who keeps an audit log: lottery and identity',
  'who asks': 'Every process that asks: the services and the front door',
}

function rowOf([name, { kind, help, labels = {} }]: [string, Metric]): string {
  const words = Object.entries(labels).map(([label, from]) => `\`${label}\`: ${from}`)
  return `| \`${name}\` | ${kind} | ${help} | ${words.join(' · ') || '–'} |`
}
