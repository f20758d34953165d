import { defineConfig } from 'vite'
import { firstFiles } from './first-files.ts'

const OLD_PHONES = ['es2020', 'safari14', 'chrome87']
const api = process.env.ASAICHI_API ?? 'http://localhost:8080'

// Each request costs a poor net 300 ms, and an old connection carries six at once: what many areas share is a few chunks.
const CHUNKS = [
  { name: 'start', priority: 4, test: /\/src\/main\.ts$/ },
  { name: 'app', priority: 3, test: /\/src\/(?:app\.tsx$|shell\/|api\/|i18n\/(?!ja|en))/ },
  { name: 'forms', priority: 2, test: /\/src\/(?:forms\/|ui\/(?:choice|text-field)\.tsx$)/ },
  {
    name: 'month',
    priority: 1,
    test: /\/src\/(?:ui\/(?:month-calendar|range-bar|room-day-table|slot-list)|screens\/availability\/(?:phase-lines|room|room-price|use-\w+))\.tsx?$/,
  },
  {
    name: 'parts',
    priority: 0,
    test: /\/src\/ui\/(?:countdown|facts|pagination|print-sheet|state-card|status-badge|step-nav|tabs)\.tsx$/,
  },
]

export default defineConfig({
  root: import.meta.dirname,
  plugins: [firstFiles()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    target: OLD_PHONES,
    cssTarget: OLD_PHONES,
    // A data: URL would need a hole in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
    reportCompressedSize: false,
    rolldownOptions: { output: { codeSplitting: { groups: CHUNKS } } },
  },
  // The API takes writes only from its own origin, and in development the page comes from another one.
  server: { proxy: { '/api': { target: api, headers: { origin: new URL(api).origin } } } },
})
