import { z } from 'zod'
import { writtenSince } from './log-file.ts'

const LOOK_AT_BYTES = 8_000
const LogLine = z.object({ msg: z.string(), err: z.object({ message: z.string() }).partial().optional() })
// What Node prints round an error: frames, carets, braces, its version.
const NOISE = /^(at .*|\^+|[{}]+|Node\.js v.*)$/

/** What a program said last since its log had `from` bytes, in one line: of an error when it spoke of one. */
export async function lastWords(file: string, from: number): Promise<string> {
  const lines = (await writtenSince(file, from, LOOK_AT_BYTES)).split('\n').map(line => line.trim())
  const said = lines.filter(line => line !== '' && !NOISE.test(line)).map(inWords)
  return said.findLast(line => /error|fatal|could not/i.test(line)) ?? said.at(-1) ?? ''
}

function inWords(line: string): string {
  if (!line.startsWith('{')) return line
  try {
    const { msg, err } = LogLine.parse(JSON.parse(line))
    return err?.message === undefined ? msg : `${msg}: ${err.message}`
  } catch {
    return line
  }
}
