// `npm run env-table`: writes docs/environment.md.
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { environmentDocument } from './document.ts'

await writeFile(path.resolve(import.meta.dirname, '../../docs/environment.md'), environmentDocument())
