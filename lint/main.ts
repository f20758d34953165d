// `npm run check:house`: what keeps the house as it is and no rule of oxlint sees. One line a problem.
import { crowdedFolders } from './folders.ts'
import { importCircles } from './import-circles.ts'
import { modulesOf } from './modules.ts'
import { filesOf, packageFolders } from './repository.ts'
import { unusedExports } from './unused-exports.ts'
import { unusedTexts } from './unused-texts.ts'
import { missingVerbs } from './verb-files.ts'

const sources = filesOf('**/*.{ts,tsx}')
const modules = modulesOf(sources, packageFolders())
const problems = [
  ...missingVerbs(sources),
  ...importCircles(modules),
  ...unusedExports(modules),
  ...unusedTexts(sources),
  ...crowdedFolders(filesOf('**/*.{ts,tsx,mjs,css,sql,lua,py}').map(({ path }) => path)),
]
for (const problem of problems) console.error(problem)
if (problems.length > 0) process.exitCode = 1
else
  console.log(
    `${sources.length} files: every request has its verb, no circle, nothing exported or worded for nobody.`,
  )
