import { METRICS, type Metric } from '@asaichi/service/metric-list.ts'
import { z } from 'zod'
import type { Applied } from './objects.ts'

const Rule = z.looseObject({
  alert: z.string(),
  expr: z.string(),
  labels: z.object({ severity: z.enum(['page', 'ticket']) }),
  annotations: z.object({ summary: z.string(), runbook: z.string() }),
})
const Rules = z.looseObject({ groups: z.array(z.looseObject({ rules: z.array(Rule) })) })

/** Told by others than us. */
const FOREIGN: readonly string[] = ['cnpg_collector_last_available_backup_timestamp']
/** Labels that Prometheus adds to what it scrapes. */
const ADDED: readonly string[] = ['app_kubernetes_io_name', 'pod', 'le']
const WORDS: ReadonlySet<string> = new Set(
  'and or unless on by sum count rate abs absent time hour minute histogram_quantile'.split(' '),
)

/** Every alert asks for figures and labels that a process tells, and has a page that says what to do. */
export function wrongAlerts(
  objects: readonly Applied[],
  hasRunbook: (file: string) => boolean,
): readonly string[] {
  return objects
    .filter(({ kind }) => kind === 'PrometheusRule')
    .flatMap(({ spec }) => Rules.parse(spec).groups)
    .flatMap(({ rules }) => rules)
    .flatMap(({ alert, expr, annotations: { runbook } }) => [
      ...(runbook === `docs/runbooks/${alert}.md` && hasRunbook(runbook) ? [] : [`${alert} has no runbook`]),
      ...unknownIn(expr).map(name => `${alert} asks for ${name}, which nobody tells`),
    ])
}

/** Names in an expression that are neither PromQL's nor a figure's nor one of its labels. */
function unknownIn(expr: string): readonly string[] {
  const labels = new Set([
    ...ADDED,
    ...Object.values<Metric>(METRICS).flatMap(metric => Object.keys(metric.labels ?? {})),
  ])
  const bare = expr.replaceAll(/"[^"]*"/g, '').replaceAll(/\[\w+\]/g, '')
  return [...new Set(bare.match(/[a-zA-Z_]\w*/g))].filter(
    name => !WORDS.has(name) && !labels.has(name) && !isFigure(name),
  )
}

function isFigure(name: string): boolean {
  return FOREIGN.includes(name) || name.replace(/_(bucket|sum|count)$/, '') in METRICS || name in METRICS
}
