import { connectAsking } from '@asaichi/bus/bus.ts'
import { createClock } from '@asaichi/service/clock.ts'
import type { Log } from '@asaichi/service/log.ts'
import { newId } from '@asaichi/service/new-id.ts'
import type { Running } from '@asaichi/service/run.ts'
import { getRequestListener } from '@hono/node-server'
import { createApp } from './app.ts'
import { createBundles } from './bundles.ts'
import { createCalendars } from './calendars.ts'
import type { Config } from './config.ts'
import { createDemoDoors } from './demo/demo-doors.ts'
import { openNeighbourHttp } from './demo/neighbour-http.ts'
import { createDirectDoor } from './http/direct-door.ts'
import { startHttpServer } from './http/http-server.ts'
import { createPipeline } from './http/pipeline.ts'
import { problem } from './http/problem.ts'
import { createResponder } from './http/responder.ts'
import type { Tools } from './http/route.ts'
import { openapiText } from './openapi.ts'
import { docsPage } from './pages/docs.ts'
import { createHomePage } from './pages/home.ts'
import { PAGE_STYLE } from './pages/page.ts'
import { createPapers } from './papers/papers.ts'
import { createPresses } from './presses.ts'
import { areasFor } from './routes/all.ts'
import { createSessions } from './sessions.ts'
import { createTokenCookie } from './token-cookie.ts'
import { readWebApp } from './web/web-app.ts'

/** The front door, listening; `url` names the port it was given. */
export async function startApi(config: Config, log: Log): Promise<Running & { readonly url: string }> {
  const stack = new AsyncDisposableStack()
  const clock = createClock(config.TOWN_CLOCK)
  const bus = stack.use(await connectAsking({ nats: config, party: 'gateway-api', clock, log }))
  const { call } = bus
  const cookie = createTokenCookie(config.PUBLIC_URL, 'session')
  const tools: Tools = {
    call,
    clock,
    cookie,
    deviceCookie: createTokenCookie(config.PUBLIC_URL, 'device'),
    sessions: createSessions(call, clock),
    bundles: createBundles(call),
    presses: createPresses(call),
    calendars: createCalendars(call, clock),
    papers: stack.use(createPapers()),
    publicUrl: config.PUBLIC_URL,
    linkKeys: { signs: config.LINK_KEY, before: config.LINK_KEY_OLD },
    demo: createDemoDoors(stack.use(openNeighbourHttp()).ask, {
      mailUrl: config.DEMO_MAIL_URL,
      keypads: config.DEMO_KEYPADS,
    }),
  }
  const responder = createResponder(config.PUBLIC_URL, PAGE_STYLE)
  const areas = areasFor(clock.movable)
  const routes = areas.flatMap(area => area.routes)
  const pipeline = createPipeline({ config, log, tools, responder })
  const app = createApp({
    pipeline,
    responder,
    routes,
    pages: {
      home: createHomePage(call, config.DEMO_LINKS),
      docs: await docsPage(areas),
      openapi: openapiText(areas, config.PUBLIC_URL),
      web: config.WEB_DIR === undefined ? undefined : await readWebApp(config.WEB_DIR, clock),
    },
  })
  const routed = getRequestListener(app.fetch, {
    // Reached by a request that cannot even be named, such as one with an impossible Host.
    errorHandler: () =>
      responder.problem(problem('request-malformed'), { id: newId(), acceptLanguage: undefined }),
  })
  const server = stack.use(
    await startHttpServer({
      host: config.HOST,
      port: config.PORT,
      listener: createDirectDoor({ pipeline, routes, calendars: tools.calendars, otherwise: routed }),
      responder,
    }),
  )
  log.info({ url: server.url }, 'listening')
  return {
    url: server.url,
    isReady: bus.isConnected,
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  }
}
