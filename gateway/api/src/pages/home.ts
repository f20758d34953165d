import type { Call } from '@asaichi/bus/call.ts'
import type { Service } from '@asaichi/contract/define.ts'
import { ALL_SERVICES, progressOf } from '@asaichi/contract/town/town.ts'
import { monotonicMs } from '@asaichi/service/clock.ts'
import { html } from 'hono/html'
import { page } from './page.ts'

export type HomePage = () => Promise<string>

type Link = { readonly title: string; readonly url: string }

const DEADLINE_MS = 800
const KEPT_MS = 2_000

const NAMES: Readonly<Record<Service, string>> = {
  identity: '利用者とログイン',
  catalog: '市、施設、空き状況',
  reservation: '予約',
  lottery: '抽選',
  notification: 'メール',
  lock: '鍵',
  town: '町の時計',
}

/** What runs where, asked at most every two seconds however often the page is opened. */
export function createHomePage(call: Call, links: readonly Link[]): HomePage {
  let kept: { readonly page: Promise<string>; readonly untilMs: number } | undefined
  return () => {
    if (!kept || kept.untilMs < monotonicMs())
      kept = { page: askAll(call).then(states => homePage(states, links)), untilMs: monotonicMs() + KEPT_MS }
    return kept.page
  }
}

type State = { readonly service: Service; readonly answers: boolean }

function askAll(call: Call): Promise<readonly State[]> {
  return Promise.all(
    ALL_SERVICES.map(async service => ({
      service,
      answers: await call(progressOf(service), {}, { deadlineMs: DEADLINE_MS }).then(
        outcome => outcome.ok,
        () => false,
      ),
    })),
  )
}

function homePage(states: readonly State[], links: readonly Link[]): Promise<string> {
  return page(
    'Asaichi 施設予約',
    html`<h1>Asaichi（朝一）</h1>
<p>市の施設を予約するしくみです。ここは入口のサーバーで、画面とプログラムのための API を提供します。</p>
<h2>動いているもの</h2>
<table>
<thead><tr><th scope="col">サービス</th><th scope="col">受け持ち</th><th scope="col">今の様子</th></tr></thead>
<tbody>
<tr><td><code>gateway-api</code></td><td>入口（このページ）</td><td>動いています</td></tr>
${states.map(
  ({ service, answers }) =>
    html`<tr><td><code>${service}</code></td><td>${NAMES[service]}</td><td>${answers ? '動いています' : '応答がありません'}</td></tr>`,
)}
</tbody>
</table>
<h2>リンク</h2>
<ul>
<li><a href="/docs">API の説明</a></li>
<li><a href="/openapi.json">OpenAPI 3.1（JSON）</a></li>
<li><a href="/api/cities">市の一覧（JSON）</a></li>
${links.map(({ title, url }) => html`<li><a href="${url}">${title}</a></li>`)}
</ul>`,
  )
}
