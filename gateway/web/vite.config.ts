import { join } from 'node:path'
import { defineConfig } from 'vite'
import { sharedChunks } from './chunks.ts'
import { drawVerifier } from './draw-verifier.ts'
import { firstFiles } from './first-files.ts'

const OLD_PHONES = ['es2020', 'safari14', 'chrome87']
const api = process.env.ASAICHI_API ?? 'http://localhost:8080'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [firstFiles(), drawVerifier()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    target: OLD_PHONES,
    cssTarget: OLD_PHONES,
    // A data: URL would need a hole in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false, resolveDependencies: neededAhead },
    manifest: true,
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        hashCharacters: 'hex',
        codeSplitting: { groups: sharedChunks(join(import.meta.dirname, 'src')) },
        // The first script names every file, and a hash cannot be packed: twenty-eight bits are enough to tell two builds of one apart.
        entryFileNames: 'assets/[name]-[hash:7].js',
        chunkFileNames: 'assets/[name]-[hash:7].js',
        assetFileNames: 'assets/[name]-[hash:7][extname]',
      },
    },
  },
  // The API takes writes only from its own origin, and in development the page comes from another one.
  server: { proxy: { '/api': { target: api, headers: { origin: new URL(api).origin } } } },
})

/** A part that comes later stands on scripts that its area brought; a list of them costs bytes in every chunk that has one. */
function neededAhead(_file: string, needed: string[], { hostId }: { readonly hostId: string }): string[] {
  return hostId.includes('/start-') ? needed : needed.filter(file => file.endsWith('.css'))
}
