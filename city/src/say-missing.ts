import { Missing } from './init/missing.ts'

/** What an operator types: something they have to do first is a sentence and exit 1; a fault stays a fault. */
export async function sayMissing(command: () => Promise<void>): Promise<void> {
  try {
    await command()
  } catch (error) {
    if (!(error instanceof Missing)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  }
}
