import { defineConfig } from 'vite'
import { firstFiles } from './first-files.ts'

const OLD_PHONES = ['es2020', 'safari14', 'chrome87']
const api = process.env.ASAICHI_API ?? 'http://localhost:8080'

// Each request costs a poor net 300 ms, and an old connection carries six at once: what many areas share is a few chunks.
const CHUNKS = [
  { name: 'start', test: /\/src\/main\.ts$/ },
  { name: 'app', test: /\/src\/(?:app\.tsx$|shell\/|api\/|i18n\/(?!ja|en|states))/ },
  { name: 'forms', test: /\/src\/(?:forms\/|lib\/range\.ts$|ui\/(?:choice|text-field)\.tsx$)/ },
  {
    name: 'times',
    test: /\/src\/(?:screens\/availability\/(?:phase-lines|room|room-price|total-yen|use-month|use-phase)\.tsx?)$/,
  },
  {
    name: 'month',
    test: /\/src\/(?:ui\/(?:month-calendar|range-bar|room-day-table|slot-list)\.tsx|screens\/availability\/use-choice\.ts)$/,
  },
  { name: 'steps', test: /\/src\/ui\/(?:countdown|facts|step-nav)\.tsx$/ },
  {
    name: 'states',
    test: /\/src\/(?:i18n\/states\.ts|records\/place-name\.tsx|ui\/(?:state-card|status-badge)\.tsx)$/,
  },
  {
    name: 'own',
    test: /\/src\/screens\/(?:mine\/paths|reservation\/(?:confirm-win|state-notes|use-reservation))\.tsx?$/,
  },
].map((group, index, all) => ({ ...group, priority: all.length - index }))

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
