import fc from 'fast-check'

const runs = Number(process.env['PROPERTY_RUNS'])
/** `npm run verify` tries fewer cases of each property than `npm test`, which keeps fast-check's hundred. */
if (runs > 0) fc.configureGlobal({ numRuns: runs })
