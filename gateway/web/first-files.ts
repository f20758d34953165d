import type { Plugin, Rolldown } from 'vite'
import { AREA_PATHS } from './src/area-paths.ts'

type Chunk = Rolldown.OutputChunk

/**
 * What a first visit needs is named before any script runs. The app, which the entry imports only when it runs, by the page;
 * an area's files by `.vite/area-files.json`, from which the front door makes the `Link` header of the area's paths.
 */
export function firstFiles(): Plugin {
  return {
    name: 'first-files',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        const app = chunksOf(bundle).find(chunk => chunk.name === 'app')
        if (!app) return []
        const attrs = { rel: 'modulepreload', crossorigin: true, href: `/${app.fileName}` }
        return [{ tag: 'link', attrs, injectTo: 'head' }]
      },
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const areas = Object.entries(AREA_PATHS).flatMap(([name, path]) => {
          const files = filesOf(name, chunksOf(bundle))
          return files.length === 0 ? [] : [{ path: path.source, files }]
        })
        this.emitFile({ type: 'asset', fileName: '.vite/area-files.json', source: JSON.stringify(areas) })
      },
    },
  }
}

/** Scripts and style sheets of an area that the page itself does not name. */
function filesOf(area: string, chunks: readonly Chunk[]): readonly string[] {
  const main = chunks.find(chunk => chunk.facadeModuleId?.endsWith(`/src/screens/${area}/area.tsx`))
  if (!main) return []
  const byName = new Map(chunks.map(chunk => [chunk.fileName, chunk]))
  const all = new Set([main])
  for (const chunk of all)
    for (const name of chunk.imports) {
      const imported = byName.get(name)
      if (imported && !IN_PAGE.has(imported.name)) all.add(imported)
    }
  const styles = [...all].flatMap(chunk => [...(chunk.viteMetadata?.importedCss ?? [])])
  return [...[...all].map(chunk => chunk.fileName), ...new Set(styles)].map(name => `/${name}`)
}

const IN_PAGE: ReadonlySet<string> = new Set(['start', 'app'])

function chunksOf(bundle: Rolldown.OutputBundle = {}): readonly Chunk[] {
  return Object.values(bundle).filter(file => file.type === 'chunk')
}
