import type { Builder } from '@grafana/grafana-foundation-sdk/cog'
import {
  type Dashboard,
  DashboardBuilder,
  DatasourceVariableBuilder,
  type Panel,
} from '@grafana/grafana-foundation-sdk/dashboard'
import { DataqueryBuilder } from '@grafana/grafana-foundation-sdk/prometheus'
import { PanelBuilder as NumberBuilder } from '@grafana/grafana-foundation-sdk/stat'
import { PanelBuilder as LinesBuilder } from '@grafana/grafana-foundation-sdk/timeseries'
import { PanelBuilder as TrendBuilder } from '@grafana/grafana-foundation-sdk/trend'

/** An expression of PromQL, and what its lines are called: labels in double braces. */
export type Asked = readonly [expr: string, legend: string]
export type Unit = 'short' | 's' | 'reqps' | 'percentunit' | 'bytes' | 'cps'

/** Grafana's grid has 24 columns. */
const WIDTH = { quarter: 6, half: 12, whole: 24 } as const
const SOURCE = { type: 'prometheus', uid: '${source}' } as const
/** The field of seconds from seven, which a trend is drawn over. */
const FROM_SEVEN = 'seconds from 07:00'
/** Seven in Japan is 22:00 UTC. */
const SECONDS_FROM_SEVEN = 'vector(time() % 86400 - 79200)'

type Shown = {
  readonly uid: string
  readonly title: string
  readonly time: { readonly from: string; readonly to: string }
}

/** A board in Japan's time, on whatever Prometheus its reader chooses. */
export function board({ uid, title, time }: Shown, panels: readonly Builder<Panel>[]): Dashboard {
  const empty = new DashboardBuilder(title)
    .uid(`asaichi-${uid}`)
    .tags(['asaichi'])
    .timezone('Asia/Tokyo')
    .time(time)
    .refresh('30s')
    .withVariable(new DatasourceVariableBuilder('source').label('Prometheus').type('prometheus'))
  return panels.reduce((built, panel) => built.withPanel(panel), empty).build()
}

export function lines(title: string, unit: Unit, ...asked: readonly Asked[]): LinesBuilder {
  const panel = new LinesBuilder()
    .title(title)
    .unit(unit)
    .min(0)
    .datasource(SOURCE)
    .span(WIDTH.half)
    .height(8)
  return withQueries(panel, asked)
}

export function number(title: string, unit: Unit, ...asked: readonly Asked[]): NumberBuilder {
  const panel = new NumberBuilder().title(title).unit(unit).datasource(SOURCE).span(WIDTH.quarter).height(4)
  return withQueries(panel, asked)
}

/** Lines over the seconds from seven o'clock instead of over the time of day. */
export function fromSeven(title: string, unit: Unit, ...asked: readonly Asked[]): TrendBuilder {
  const panel = new TrendBuilder()
    .title(title)
    .unit(unit)
    .datasource(SOURCE)
    .span(WIDTH.whole)
    .height(9)
    .xField(FROM_SEVEN)
    .withTransformation({ id: 'joinByField', options: { byField: 'Time', mode: 'outer' } })
  return withQueries(panel, [...asked, [SECONDS_FROM_SEVEN, FROM_SEVEN]])
}

/** The morning, wherever in the day its reader is. */
export const MORNING = { from: 'now/d+6h+50m', to: 'now/d+7h+20m' }

function withQueries<P extends { withTarget(target: DataqueryBuilder): P }>(
  panel: P,
  asked: readonly Asked[],
): P {
  return asked.reduce(
    (built, [expr, legend], index) =>
      built.withTarget(
        new DataqueryBuilder()
          .refId(String.fromCharCode(65 + index))
          .expr(expr)
          .legendFormat(legend)
          .range(),
      ),
    panel,
  )
}
