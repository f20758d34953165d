// `npm run env-table`: writes docs/environment.md and docs/metrics.md.
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { environmentDocument } from './document.ts'
import { figuresDocument } from './figures.ts'

const docs = path.resolve(import.meta.dirname, '../../docs')
await writeFile(path.join(docs, 'environment.md'), environmentDocument())
await writeFile(path.join(docs, 'metrics.md'), figuresDocument())
