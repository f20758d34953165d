import { done } from '@asaichi/contract/define.ts'
import { renderSVG } from 'uqr'
import { z } from 'zod'
import { entityTag } from '../http/entity-tag.ts'
import { route } from '../http/route.ts'

/** A path of this site: what could lead elsewhere (`//host`, a backslash) or make a code too dense to scan is no path. */
const SitePath = z
  .string()
  .max(200)
  .regex(/^\/(?!\/)[\w\-.~/%?&=]*$/)

// ISO/IEC 18004 asks for four modules of quiet around the code; level M survives a scratched poster.
const DRAWING = { ecc: 'M', border: 4 } as const

/** The way from a printed page or a poster to a page of this site (M1). */
export const qrRoutes = [
  route(
    {
      method: 'get',
      path: '/api/qr',
      summary: 'このサイトのページの二次元コード（SVG）',
      access: 'anyone',
      query: z.strictObject({ path: SitePath }),
      answers: { output: z.string(), refusals: {} },
      mediaType: 'image/svg+xml',
    },
    ({ query, publicUrl }) => done(renderSVG(new URL(query.path, publicUrl).href, DRAWING)),
    svg => ({
      status: 200,
      text: svg,
      mediaType: 'image/svg+xml; charset=utf-8',
      etag: entityTag(svg),
      headers: { 'cache-control': 'public, max-age=86400' },
    }),
  ),
] as const
