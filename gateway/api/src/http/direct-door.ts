import type { RequestListener } from 'node:http'
import type { Calendars } from '../calendars.ts'
import { type DirectMatch, type Pipeline, PRESS } from './pipeline.ts'
import type { Route } from './route.ts'

const MONTH = /^\/api\/listings\/([a-z0-9-]{1,63})\/availability(?:\?month=(\d{4}-\d\d))?$/

/**
 * Before Hono: the two routes a whole city asks at 07:00 go straight through the pipeline. Anything written in another way than
 * a browser of ours does (another order, an escape, a second parameter) is the router's, which knows what to make of it.
 */
export function createDirectDoor(parts: {
  readonly pipeline: Pipeline
  readonly routes: readonly Route[]
  readonly calendars: Calendars
  readonly otherwise: RequestListener
}): RequestListener {
  const { pipeline, routes, calendars, otherwise } = parts
  const press = routeOf(routes, 'post', PRESS)
  const month = routeOf(routes, 'get', '/api/listings/{listingId}/availability')
  const find = (method: string | undefined, url = ''): DirectMatch | undefined => {
    if (method === 'POST' && url === PRESS) return { route: press, params: {}, query: {} }
    const asked = method === 'GET' ? MONTH.exec(url) : null
    const [, listingId, name] = asked ?? []
    if (!listingId) return undefined
    const ready = () => {
      const known = calendars.ready(listingId, name)
      return known && calendars.reply(known)
    }
    return { route: month, params: { listingId }, query: name ? { month: name } : {}, ready }
  }
  return (incoming, outgoing) => {
    const found = find(incoming.method, incoming.url)
    if (found) void pipeline.direct(found, { incoming, outgoing })
    else otherwise(incoming, outgoing)
  }
}

function routeOf(routes: readonly Route[], method: Route['method'], path: string): Route {
  const found = routes.find(route => route.method === method && route.path === path)
  if (!found) throw new Error(`No route ${method} ${path}`)
  return found
}
