import { WORDS } from '@asaichi/wording/sentences.ts'
import { html } from 'hono/html'
import { z } from 'zod'
import { OWN_PROBLEMS } from '../http/problem.ts'
import type { Access, Spec } from '../http/route.ts'
import { codesOf } from '../openapi.ts'
import { REFUSALS } from '../refusals.ts'
import type { Area } from '../routes/all.ts'
import { type Html, page } from './page.ts'

const WHO: Readonly<Record<Access, string>> = {
  anyone: 'だれでも',
  session: 'ログインした人',
  staff: '市の職員',
  admin: '市の管理者',
  operator: '運用者',
  team: '職員・管理者・運用者',
  'admin-or-operator': '市の管理者・運用者',
}

/** The documentation for people: no script, nothing from elsewhere, made once at the start. */
export function docsPage(areas: readonly Area[]): Promise<string> {
  return page(
    'Asaichi API の説明',
    html`<p><a href="/">入口にもどる</a>・<a href="/openapi.json">OpenAPI 3.1（JSON）</a></p>
<h1>Asaichi API の説明</h1>
<ul>
<li>書き込み（POST、DELETE）には <code>Content-Type: application/json</code> が必要です。本体は64KBまで、知らない項目は断ります。</li>
<li>ログインすると <code>HttpOnly</code> のクッキーでセッションが渡されます。ほかのサイトの画面からの書き込みは断ります。</li>
<li>日付は <code>2025-04-01</code>、時刻は <code>09:30</code>（市の時間）、瞬間は <code>2025-04-01T00:30:00.000Z</code> の形です。</li>
<li>断るときは <code>application/problem+json</code>（RFC 9457）で答えます。<code>code</code> は変わりません。<code>Retry-After</code> があれば、その秒数の後にやり直せます。文は <code>Accept-Language</code>（ja、ja-easy、en）に合わせ、<code>{ }</code> には本体の同じ名前の値が入ります。</li>
<li>予約と抽選の申込みには操作ごとの <code>Idempotency-Key</code> を付けてください。同じ値で送り直すと同じ答えが返ります。</li>
</ul>
${areas.map(
  area => html`<h2>${area.title}</h2>
${area.routes.map(routeSection)}`,
)}
<h2>断るときの code</h2>
<table>
<thead><tr><th scope="col">code</th><th scope="col">HTTP</th><th scope="col">文</th></tr></thead>
<tbody>${problemRows()}</tbody>
</table>`,
  )
}

function routeSection(route: Spec): Html {
  return html`<h3><code>${route.method.toUpperCase()} ${route.path}</code></h3>
<p>${route.summary}（${WHO[route.access]}）</p>
${route.key ? html`<p>ヘッダー: <code>Idempotency-Key</code></p>` : ''}
${route.query ? schemaDetails('クエリー', route.query) : ''}
${route.body ? schemaDetails('送る本体', route.body) : ''}
${route.status === 204 ? '' : schemaDetails('答え', route.shows ?? route.answers.output)}
<p>断る code: ${codesOf(route).map(([status, code]) => html`<a href="#${code}"><code>${code}</code></a> (${status}) `)}</p>
`
}

function schemaDetails(title: string, schema: z.ZodType): Html {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return html`<details><summary>${title}</summary><pre><code>${JSON.stringify(json, null, 2)}</code></pre></details>`
}

const SENTENCES: Readonly<Record<string, string>> = WORDS.ja.sentences

function problemRows(): readonly Html[] {
  return Object.entries({ ...OWN_PROBLEMS, ...REFUSALS })
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(
      ([code, status]) =>
        html`<tr id="${code}"><td><code>${code}</code></td><td>${status}</td><td>${SENTENCES[code]}</td></tr>`,
    )
}
