import http from 'k6/http'
import type { Options } from 'k6/options'
import { ANSWERS } from '../lib/figures.ts'
import { plan } from '../lib/opened-plan.ts'
import type { Stage } from '../lib/plan.ts'
import { summaryText } from '../lib/summary-text.ts'
import { measureOffset } from '../lib/town-time.ts'

export { press } from './press.ts'
export { signin } from './signin.ts'
export { tail } from './tail.ts'
export { watch } from './watch.ts'

http.setResponseCallback(http.expectedStatuses(...ANSWERS))

const { load } = plan
const untilT0Ms = Math.max(0, plan.t0RealMs - Date.now())
// Virtual users are made before the first second is counted, so the tail begins early and waits for the hour itself.
const TAIL_EARLY_MS = 3_000
const ms = (count: number) => `${Math.round(count)}ms`
const stages = (of: readonly Stage[]) =>
  of.map(({ perSecond, seconds }) => ({ target: perSecond, duration: `${seconds}s` }))
const most = (of: readonly Stage[]) => Math.max(1, ...of.map(({ perSecond }) => perSecond))

export const options: Options = {
  scenarios: {
    signin: {
      executor: 'ramping-arrival-rate',
      exec: 'signin',
      startRate: 1,
      timeUnit: '1s',
      stages: stages(load.signin.stages),
      preAllocatedVUs: most(load.signin.stages) * 15,
      gracefulStop: '20s',
    },
    watch: {
      executor: 'constant-arrival-rate',
      exec: 'watch',
      rate: load.watch.perSecond,
      timeUnit: '1s',
      duration: ms(untilT0Ms + load.watch.secondsAfter * 1000),
      preAllocatedVUs: Math.max(10, load.watch.perSecond * 5),
    },
    press: {
      executor: 'per-vu-iterations',
      exec: 'press',
      vus: load.press.residents,
      iterations: 1,
      maxDuration: ms(untilT0Ms + 75_000),
    },
    tail: {
      executor: 'ramping-arrival-rate',
      exec: 'tail',
      startTime: ms(Math.max(0, untilT0Ms - TAIL_EARLY_MS)),
      startRate: most(load.tail.stages),
      timeUnit: '1s',
      stages: [{ target: most(load.tail.stages), duration: ms(TAIL_EARLY_MS) }, ...stages(load.tail.stages)],
      preAllocatedVUs: most(load.tail.stages) * 10,
      gracefulStop: '30s',
    },
  },
  thresholds: {
    rush_accepted: ['count>0'],
    rush_unanswered: ['count==0'],
    rush_unexpected: ['count==0'],
    'http_req_failed{scenario:press}': ['rate==0'],
    'http_req_failed{scenario:tail}': ['rate==0'],
    'rush_latency{scenario:press}': [`p(99)<${load.limits.pressP99Ms}`],
    'rush_wait{scenario:tail}': [`p(99)<${load.limits.tailP99Ms}`],
    watch_latency: [`p(99)<${load.limits.watchP99Ms}`],
    signin_duration: [`p(95)<${load.limits.signinP95Ms}`],
    signin_failed: ['count==0'],
    checks: ['rate==1'],
    // The generator's own health: a press that was sent late or never says nothing about the town.
    dropped_iterations: ['count==0'],
    rush_late: [`p(99)<${load.limits.lateP99Ms}`],
  },
  summaryTrendStats: ['min', 'med', 'p(95)', 'p(99)', 'max', 'count'],
}

export function setup() {
  return measureOffset()
}

export function handleSummary(data: Parameters<typeof summaryText>[0]) {
  return { [`${__ENV['PLAN']}/k6.json`]: JSON.stringify(data), stdout: summaryText(data) }
}
