import { WORDS } from '@asaichi/wording/sentences.ts'
import { createRoute, OpenAPIHono } from '@hono/zod-openapi'
import { z } from 'zod'
import { OWN_PROBLEMS, type OwnCode, type ProblemStatus } from './http/problem.ts'
import type { Access, Spec } from './http/route.ts'
import { PERSON_HEADER, PersonHeader } from './person-header.ts'
import { REFUSALS, type RefusalCode } from './refusals.ts'
import type { Area } from './routes/all.ts'
import { asksForFresh } from './routes/second-factor/step-up.ts'

const ABOUT = `日本の自治体の施設予約 Asaichi の API です。
書き込み（POST、DELETE）には必ず \`Content-Type: application/json\` を付けてください。本体は64KBまで、知らない項目は受け付けません。
ログインするとクッキーでセッションが渡されます。日付は市の暦日（YYYY-MM-DD）、時刻は HH:MM、瞬間は UTC の ISO 8601（小数3桁）です。
公開の読み取り（空き状況、会場、お知らせ、抽選の記録など）は、ほかのサイトの画面からも読めます（CORS、クッキーなし）。知らないクエリは受け付けません。
断るときは RFC 9457 の problem+json で、\`code\` は変わらない名前、\`detail\` は利用者向けの文です。文は \`Accept-Language\` に合わせます（ja、ja-easy、en）。`

const ProblemSchema = z
  .looseObject({
    type: z.url(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string(),
    instance: z.string(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Problem' })

/** OpenAPI 3.1 of the routes, as JSON text. */
export function openapiText(areas: readonly Area[], publicUrl: string): string {
  const registry = new OpenAPIHono()
  registry.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: publicUrl.startsWith('https:') ? '__Host-session' : 'session',
  })
  for (const { title, routes } of areas)
    for (const route of routes) registry.openAPIRegistry.registerPath(describe(route, title))
  return JSON.stringify(
    registry.getOpenAPI31Document({
      openapi: '3.1.0',
      info: { title: 'Asaichi API', version: '1.0.0', description: ABOUT },
      servers: [{ url: publicUrl }],
      tags: areas.map(area => ({ name: area.title })),
    }),
  )
}

type Described = Parameters<OpenAPIHono['openAPIRegistry']['registerPath']>[0]

function describe(route: Spec, tag: string): Described {
  const { method, path, summary, params, query, body } = route
  return createRoute({
    method,
    path,
    summary,
    tags: [tag],
    operationId: operationId(route),
    ...(route.access !== 'anyone' && { security: [{ session: [] }] }),
    request: {
      ...(params instanceof z.ZodObject && { params }),
      ...(query instanceof z.ZodObject && { query }),
      ...headersOf(route),
      ...(body && { body: { required: true, content: { 'application/json': { schema: body } } } }),
    },
    responses: { ...success(route), ...problems(route) },
  })
}

function headersOf(route: Spec) {
  const headers = {
    ...(route.key && { 'idempotency-key': route.key }),
    ...(route.fromVersion && {
      'if-match': z.string().optional(),
      'if-none-match': z.literal('*').optional(),
    }),
    ...(isPersonal(route) && { [PERSON_HEADER]: PersonHeader }),
  }
  return Object.keys(headers).length > 0 && { headers: z.object(headers) }
}

/** A write in somebody's name. */
function isPersonal({ method, access }: Spec): boolean {
  return method !== 'get' && access !== 'anyone'
}

function operationId({ method, path }: Spec): string {
  const words = path
    .slice('/api/'.length)
    .replaceAll(/[{}]/g, '')
    .split(/[/._-]/)
  return [method, ...words].map((word, index) => (index === 0 ? word : capital(word))).join('')
}

function capital(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`
}

function success({
  status = 200,
  shows,
  answers,
  mediaType = 'application/json',
}: Spec): Described['responses'] {
  if (status === 204) return { 204: { description: '成功（本体なし）' } }
  return {
    [status]: { description: '成功', content: { [mediaType]: { schema: shows ?? answers.output } } },
  }
}

function problems(route: Spec): Described['responses'] {
  const byStatus = Map.groupBy(codesOf(route), ([status]) => status)
  return Object.fromEntries(
    [...byStatus].map(([status, rows]) => [
      status,
      {
        description: rows.map(([, code, sentence]) => `\`${code}\` ${sentence}`).join('\n'),
        content: { 'application/problem+json': { schema: ProblemSchema } },
      },
    ]),
  )
}

type CodeRow = readonly [status: ProblemStatus, code: string, sentence: string]

/** Every code a route can answer with: those of its request, and those of the way there. */
export function codesOf(route: Spec): readonly CodeRow[] {
  const refused = Object.keys(route.answers.refusals).filter(isRefusalCode)
  const rows = [...refused.map(refusalRow), ...ownCodes(route).map(ownRow)]
  const firstOfEach = new Map(rows.toReversed().map(row => [row[1], row]))
  return [...firstOfEach.values()].toSorted((a, b) => a[0] - b[0] || a[1].localeCompare(b[1]))
}

function ownCodes(route: Spec): readonly OwnCode[] {
  const { method, access, beforePasswordChange, beforeEnrolment, params, query, body, key, fromVersion } =
    route
  return [
    ...(method === 'get' ? [] : WRITE_CODES),
    ...(access === 'anyone' ? [] : (['no-session'] as const)),
    ...(access === 'anyone' || beforePasswordChange ? [] : (['password-change-needed'] as const)),
    ...(access === 'anyone' || access === 'session' ? [] : (['not-allowed'] as const)),
    ...(FOR_ALL.includes(access) || beforeEnrolment ? [] : (['app-needed'] as const)),
    ...(asksForFresh(route) ? (['step-up-needed'] as const) : []),
    ...(isPersonal(route) ? (['other-person'] as const) : []),
    ...(params ? (['not-found'] as const) : []),
    ...(query || body ? (['input-not-valid'] as const) : []),
    ...(fromVersion ? (['version-missing'] as const) : []),
    ...(key ? (['idempotency-key-missing', 'idempotency-key-not-valid'] as const) : []),
    'too-many-requests',
    'fault',
    'service-unavailable',
  ]
}

// A session of who works for a city may meet `app-needed` there too; residents, who read of these routes, never do.
const FOR_ALL: readonly Access[] = ['anyone', 'session']

const WRITE_CODES = [
  'cross-site',
  'content-type-not-json',
  'content-encoding-not-supported',
  'json-malformed',
  'body-too-large',
] as const satisfies readonly OwnCode[]

function ownRow(code: OwnCode): CodeRow {
  return [OWN_PROBLEMS[code], code, WORDS.ja.sentences[code]]
}

function refusalRow(code: RefusalCode): CodeRow {
  return [REFUSALS[code], code, WORDS.ja.sentences[code]]
}

function isRefusalCode(code: string): code is RefusalCode {
  return Object.hasOwn(REFUSALS, code)
}
