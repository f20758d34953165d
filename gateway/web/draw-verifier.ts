import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

const FOLDER = join(import.meta.dirname, '../../services/lottery/verifier')
const FILE = 'verify_draw.py'
const IMPORT = /^from bls12381 import .*\n/m

/** The draw's second verifier as one file of the site, for whoever saves it and runs it beside a record. */
export function drawVerifier(): Plugin {
  return {
    name: 'draw-verifier',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: FILE, source: verifierInOneFile() })
    },
    configureServer(server) {
      server.middlewares.use(`/${FILE}`, (_request, response) => response.end(verifierInOneFile()))
    },
  }
}

/** Nobody should have to know that a second file must lie beside it: the signature check stands where it was imported. */
export function verifierInOneFile(): string {
  const [program, signatures] = [FILE, 'bls12381.py'].map(name => readFileSync(join(FOLDER, name), 'utf8'))
  if (program === undefined || signatures === undefined || !IMPORT.test(program))
    throw new Error(`${FILE} no longer imports bls12381 in a line of its own`)
  return program.replace(IMPORT, () => signatures)
}
