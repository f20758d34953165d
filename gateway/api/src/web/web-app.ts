import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Clock } from '@asaichi/service/clock.ts'
import { z } from 'zod'
import { readWebFiles, type WebFiles } from './web-files.ts'

/** The built web app: its files, and what is said besides index.html on a page's path. */
export type WebApp = {
  readonly files: WebFiles
  readonly pageHeaders: (path: string) => Readonly<Record<string, string>>
}

export async function readWebApp(dir: string, clock: Clock): Promise<WebApp> {
  const [files, linksOf] = await Promise.all([readWebFiles(dir), readLinks(dir)])
  return {
    files,
    pageHeaders(asked) {
      const link = linksOf(asked)
      // A calendar must know the date before it can ask for its month, and a page can read no other header of its own.
      return { 'server-timing': `now;desc="${clock.now()}"`, ...(link !== undefined && { link }) }
    },
  }
}

const AreaFiles = z.array(z.object({ path: z.string(), files: z.array(z.string().startsWith('/')) }))

/** As the build tells (`.vite/area-files.json`, no file of the site): what scripts would ask for one after the other. */
async function readLinks(dir: string): Promise<(path: string) => string | undefined> {
  const text = await readFile(path.join(dir, '.vite', 'area-files.json'), 'utf8').catch(() => '[]')
  const areas = AreaFiles.parse(JSON.parse(text)).map(({ path: source, files }) => ({
    pattern: new RegExp(source),
    link: files.map(linkTo).join(', '),
  }))
  return asked => areas.find(({ pattern }) => pattern.test(asked))?.link
}

// Scripts ask with CORS, so the browser would fetch a second time what was not sent for in that mode.
function linkTo(file: string): string {
  const purpose = file.endsWith('.css') ? 'rel=preload; as=style' : 'rel=modulepreload'
  return `<${file}>; ${purpose}; crossorigin`
}
