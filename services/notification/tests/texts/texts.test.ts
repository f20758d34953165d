import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { MAILS } from '../../src/mails/all.ts'
import { mailDocuments, SAMPLES } from './documents.ts'

const FOLDER = path.resolve(import.meta.dirname, '../../../../docs/mails')

test('every mail is shown in docs/mails', () => {
  expect([...new Set(SAMPLES.map(({ kind }) => kind))].sort()).toEqual([...MAILS.keys()].sort())
})

test('docs/mails is what the mails say (npm run mails writes it)', () => {
  const documents = mailDocuments()
  expect(readdirSync(FOLDER).sort()).toEqual([...documents.keys()].sort())
  for (const [name, text] of documents) expect(readFileSync(path.join(FOLDER, name), 'utf8'), name).toBe(text)
})
