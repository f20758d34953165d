import { METRICS, type Metric } from '@asaichi/service/metric-list.ts'
import { metrics } from '@asaichi/service/metrics.ts'
import { parser } from '@prometheus-io/lezer-promql'

/** Told by others than us, each by a part that its alert or panel is useless without: CloudNativePG, kube-state-metrics. */
const FOREIGN: readonly string[] = [
  'cnpg_collector_last_available_backup_timestamp',
  'kube_cronjob_created',
  'kube_cronjob_status_last_successful_time',
]
/** Labels that Prometheus adds to what it scrapes, and that an object of Kubernetes has. */
const ADDED: readonly string[] = ['app_kubernetes_io_name', 'pod', 'le', 'cronjob']
const LISTED: Readonly<Record<string, Metric>> = METRICS
const GROWS: readonly string[] = ['rate', 'increase', 'irate']

type SyntaxNode = ReturnType<typeof parser.parse>['topNode']

/** A sentence for each thing in an expression of PromQL that cannot be meant: of our figures, of those in `recorded`, of Node's own. */
export function wrongInExpression(expr: string, recorded: readonly string[]): readonly string[] {
  const nodes = nodesOf(parser.parse(expr).topNode)
  const read = (node: SyntaxNode) => expr.slice(node.from, node.to)
  if (nodes.some(({ type }) => type.isError)) return ['cannot be read as PromQL']
  const selectors = nodes.filter(({ name }) => name === 'VectorSelector')
  return [
    ...selectors.flatMap(selector => wrongSelector(selector, { read, recorded })),
    ...nodes
      .filter(({ name, parent }) => name === 'LabelName' && parent?.name === 'GroupingLabels')
      .map(read)
      .filter(
        label =>
          !ADDED.includes(label) && !Object.values(LISTED).some(({ labels }) => label in (labels ?? {})),
      )
      .map(label => `groups by ${label}, which no figure has`),
  ]
}

type Reading = { readonly read: (node: SyntaxNode) => string; readonly recorded: readonly string[] }

function wrongSelector(selector: SyntaxNode, { read, recorded }: Reading): readonly string[] {
  const named = selector.getChild('Identifier')
  const name = named ? read(named) : ''
  const listed = LISTED[name.replace(/_(bucket|sum|count)$/, '')] ?? LISTED[name]
  if (listed === undefined)
    return recorded.includes(name) || FOREIGN.includes(name) || isNodes(name)
      ? []
      : [`asks for ${name}, which nobody tells`]
  const labels = [...ADDED, ...Object.keys(listed.labels ?? {})]
  const grown = growthOf(selector, read)
  return [
    ...labelsIn(selector)
      .map(read)
      .filter(label => !labels.includes(label))
      .map(label => `asks ${name} for its ${label}, which it has not`),
    ...(grown !== undefined && listed.kind === 'gauge'
      ? [`takes the ${grown} of ${name}, which is a gauge`]
      : []),
  ]
}

function labelsIn(selector: SyntaxNode): readonly SyntaxNode[] {
  return nodesOf(selector.getChild('LabelMatchers')).filter(({ name }) => name === 'LabelName')
}

/** The function a selector's range is given to, if it is one for what only grows. */
function growthOf(selector: SyntaxNode, read: Reading['read']): string | undefined {
  const ranged = selector.parent?.parent
  const body = ranged?.name === 'OffsetExpr' ? ranged.parent : ranged
  const called = body?.parent?.getChild('FunctionIdentifier')
  const name = called ? read(called) : undefined
  return name !== undefined && GROWS.includes(name) ? name : undefined
}

/** A node and all below it. */
function nodesOf(node: SyntaxNode | null): readonly SyntaxNode[] {
  const all: SyntaxNode[] = node ? [node] : []
  for (let child = node?.firstChild; child; child = child.nextSibling) all.push(...nodesOf(child))
  return all
}

function isNodes(name: string): boolean {
  return /^(process|nodejs)_/.test(name) && metrics.getSingleMetric(name) !== undefined
}
