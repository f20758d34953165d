import { Hono } from 'hono'
import type { HomePage } from './pages/home.ts'
import type { Env, Pipeline } from './pipeline.ts'
import { type Problem, problem } from './problem.ts'
import type { Responder } from './responder.ts'
import type { Route } from './route.ts'

export type Pages = {
  readonly home: HomePage
  readonly docs: string
  readonly openapi: string
}

/** The paths of the front door; what happens on them is the pipeline's. */
export function createApp(parts: {
  readonly pipeline: Pipeline
  readonly responder: Responder
  readonly routes: readonly Route[]
  readonly pages: Pages
}): Hono<Env> {
  const { pipeline, responder, routes, pages } = parts
  const app = new Hono<Env>()
  const deny = (refused: Problem) => (request: { readonly var: Env['Variables'] }) =>
    responder.problem(refused, { id: request.var.id })
  app.use(pipeline.enter)
  for (const route of routes) app.on(route.method.toUpperCase(), pathOf(route.path), pipeline.pass(route))
  app.get('/openapi.json', ({ var: { id } }) => responder.reply({ status: 200, text: pages.openapi }, { id }))
  app.get('/docs', ({ var: { id } }) => responder.page(pages.docs, { id }))
  app.get('/', async ({ var: { id } }) => responder.page(await pages.home(), { id }))
  for (const [path, allow] of allowedMethods(routes))
    app.all(pathOf(path), deny(problem('method-not-allowed', { headers: { allow } })))
  app.notFound(deny(problem('not-found')))
  app.onError(pipeline.failed)
  return app
}

function allowedMethods(routes: readonly Route[]): ReadonlyMap<string, string> {
  const methods = new Map<string, readonly string[]>([
    ['/', ['GET', 'HEAD']],
    ['/docs', ['GET', 'HEAD']],
    ['/openapi.json', ['GET', 'HEAD']],
  ])
  for (const { path, method } of routes) {
    const names = method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()]
    methods.set(path, [...(methods.get(path) ?? []), ...names])
  }
  return new Map([...methods].map(([path, names]) => [path, names.join(', ')]))
}

function pathOf(openapiPath: string): string {
  return openapiPath.replaceAll(/\{(.+?)\}/g, ':$1')
}
