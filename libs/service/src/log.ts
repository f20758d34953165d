import { type Logger, pino } from 'pino'
import { currentTrace } from './trace.ts'

export type Log = Logger

// Masked by name as a second line of defence; the first is that no code path hands these to a logger.
const SECRET_FIELDS = [
  'password',
  'token',
  'code',
  'mail',
  'phone',
  'name',
  'kana',
  'address',
  'birthDate',
  'digits',
  'cookie',
  'authorization',
]

/** One JSON line an event, with the trace it belongs to and never a resident's data. */
export function createLog(name: string, level: string): Log {
  return pino({
    level,
    base: { process: name },
    redact: {
      paths: SECRET_FIELDS.flatMap(field => [field, `*.${field}`, `*.*.${field}`]),
      censor: '[masked]',
    },
    mixin: () => {
      const trace = currentTrace()
      return trace ? { traceId: trace.split('-')[1] } : {}
    },
    serializers: { err: errorFacts },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
  })
}

// A driver's error can quote the row it failed on and a parser's the text, so of theirs the message is not kept; and of the
// stack only the frames, because it begins with the message.
function errorFacts(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error }
  const code = 'code' in error ? error.code : undefined
  const frames = error.stack
    ?.split('\n')
    .filter(line => /^ {4}at /.test(line))
    .slice(0, 12)
  const quotes = 'detail' in error || 'where' in error || error instanceof SyntaxError
  return { type: error.name, errorCode: code, message: quotes ? undefined : error.message, stack: frames }
}
