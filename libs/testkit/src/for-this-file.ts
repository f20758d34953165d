import { afterAll } from 'vitest'

/** What all tests of a file stand on, closed after the last of them: `const bed = await forThisFile(startBed())`. */
export async function forThisFile<B extends AsyncDisposable>(opening: Promise<B>): Promise<B> {
  const bed = await opening
  afterAll(() => bed[Symbol.asyncDispose]())
  return bed
}
