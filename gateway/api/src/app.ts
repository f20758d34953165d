import { Hono } from 'hono'
import { readerOf } from './http/answer.ts'
import type { Env, Pipeline } from './http/pipeline.ts'
import { type Problem, problem } from './http/problem.ts'
import type { Responder } from './http/responder.ts'
import type { Route } from './http/route.ts'
import type { HomePage } from './pages/home.ts'
import { isAppPath } from './web/app-path.ts'
import type { WebApp } from './web/web-app.ts'

export type Pages = {
  readonly home: HomePage
  readonly docs: string
  readonly openapi: string
  /** The built web app, which then answers `/` and its own paths instead of `home`. */
  readonly web?: WebApp | undefined
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
  const deny =
    (refused: Problem) =>
    ({ var: { id }, env }: { readonly var: Env['Variables']; readonly env: Env['Bindings'] }) =>
      responder.problem(refused, readerOf(env.incoming, id))
  app.use(pipeline.enter)
  for (const route of routes) app.on(route.method.toUpperCase(), pathOf(route.path), pipeline.pass(route))
  app.get('/openapi.json', ({ var: { id } }) => responder.reply({ status: 200, text: pages.openapi }, { id }))
  app.get('/docs', ({ var: { id } }) => responder.page(pages.docs, { id }))
  if (pages.web) serveWeb(app, pages.web, responder)
  else app.get('/', async ({ var: { id } }) => responder.page(await pages.home(), { id }))
  for (const [path, allow] of allowedMethods(routes))
    app.all(pathOf(path), deny(problem('method-not-allowed', { headers: { allow } })))
  app.notFound(deny(problem('not-found')))
  app.onError(pipeline.failed)
  return app
}

/** The files by their names, and index.html for every path of the app, which then draws the page itself. */
function serveWeb(app: Hono<Env>, { files, pageHeaders }: WebApp, responder: Responder): void {
  const index = files.get('/index.html')
  if (!index) throw new Error('The folder of the web app has no index.html')
  app.get('*', async ({ req, var: { id } }, next) => {
    const isPage = isAppPath(req.path, req.header('accept'))
    const file = isPage ? index : files.get(req.path)
    if (!file) return next()
    return responder.file(file, {
      id,
      headers: isPage ? pageHeaders(req.path) : {},
      ifNoneMatch: req.header('if-none-match'),
      acceptEncoding: req.header('accept-encoding'),
    })
  })
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
