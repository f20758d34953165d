import { type Program, runProgram } from './program.ts'
import { type Ready, untilReady } from './ready.ts'

/** A process that belongs to whoever started it: for tests, without a supervisor. */
export type OwnedProcess = {
  readonly url: string
  readonly pid: number
  readonly stop: () => Promise<void>
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

const READY_WITHIN_MS = 90_000
const STOP_WITHIN_MS = 5_000

export async function ownProcess(
  program: Program & { readonly url: string; readonly ready: Ready },
  logFile: string,
): Promise<OwnedProcess> {
  const running = await runProgram(program, logFile)
  // The process has a group of its own, so nothing else would end it when a test run is cut short.
  const killAtExit = () => running.signal('SIGKILL')
  process.once('exit', killAtExit)
  const stop = async () => {
    process.off('exit', killAtExit)
    await running.stop(STOP_WITHIN_MS)
  }
  try {
    await untilReady(program.ready, running, READY_WITHIN_MS)
  } catch (error) {
    await stop()
    throw error
  }
  return { url: program.url, pid: running.pid, stop, [Symbol.asyncDispose]: stop }
}
