import { z } from 'zod'
import { wrongInExpression } from './expressions.ts'
import type { Applied } from './objects.ts'

const Alert = z.object({
  alert: z.string(),
  expr: z.string(),
  labels: z.object({ severity: z.enum(['page', 'ticket']) }),
  annotations: z.object({ summary: z.string(), runbook: z.string() }),
})
const Recorded = z.strictObject({ record: z.string(), expr: z.string() })
const Rules = z.looseObject({
  groups: z.array(z.looseObject({ rules: z.array(z.union([Alert, Recorded])) })),
})
const Board = z.looseObject({
  panels: z.array(
    z.looseObject({ title: z.string(), targets: z.array(z.looseObject({ expr: z.string() })) }),
  ),
})
const Boards = z.looseObject({ data: z.record(z.string(), z.string()) })

/** Every alert, figure of an objective and panel asks for figures and labels that somebody tells, and every alert has a page that says what to do. */
export function wrongAlerts(
  objects: readonly Applied[],
  hasRunbook: (file: string) => boolean,
): readonly string[] {
  const rules = rulesIn(objects)
  const recorded = rules.flatMap(rule => ('record' in rule ? [rule.record] : []))
  const wrong = (what: string, expr: string) =>
    wrongInExpression(expr, recorded).map(mistake => `${what} ${mistake}`)
  return [
    ...rules.flatMap(rule => {
      if ('record' in rule) return wrong(rule.record, rule.expr)
      const { alert, expr, annotations } = rule
      const isThere = annotations.runbook === `docs/runbooks/${alert}.md` && hasRunbook(annotations.runbook)
      return [...(isThere ? [] : [`${alert} has no runbook`]), ...wrong(alert, expr)]
    }),
    ...panelsIn(objects).flatMap(({ title, exprs }) =>
      exprs.flatMap(expr => wrong(`the panel ‘${title}’`, expr)),
    ),
  ]
}

export function rulesIn(objects: readonly Applied[]) {
  return objects
    .filter(({ kind }) => kind === 'PrometheusRule')
    .flatMap(({ spec }) => Rules.parse(spec).groups)
    .flatMap(({ rules }) => rules)
}

/** The panels of every board that Grafana is given. */
export function panelsIn(
  objects: readonly Applied[],
): readonly { readonly title: string; readonly exprs: readonly string[] }[] {
  return objects
    .filter(({ kind, metadata }) => kind === 'ConfigMap' && metadata.labels['grafana_dashboard'] === '1')
    .flatMap(object => Object.values(Boards.parse(object).data))
    .flatMap(text => Board.parse(JSON.parse(text)).panels)
    .map(({ title, targets }) => ({ title, exprs: targets.map(({ expr }) => expr) }))
}
