// `npm run mails`: writes docs/mails anew.
import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { mailDocuments } from './documents.ts'

const folder = path.resolve(import.meta.dirname, '../../../../docs/mails')
await rm(folder, { recursive: true, force: true })
await mkdir(folder)
for (const [name, text] of mailDocuments()) await writeFile(path.join(folder, name), text)
