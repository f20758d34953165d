import { useSearch } from 'wouter-preact'

/** The step of a form of several pages as the address has it, so that the browser's way back works between them. */
export function useStep<S extends string>(steps: readonly [first: S, ...rest: S[]]): S {
  const asked = new URLSearchParams(useSearch()).get('step')
  return steps.find(step => step === asked) ?? steps[0]
}

/** The address of another step; what else stands in the address stays. */
export function stepPath(path: string, step: string | undefined): string {
  const query = new URLSearchParams(location.search)
  if (step === undefined) query.delete('step')
  else query.set('step', step)
  const text = query.toString()
  return text === '' ? path : `${path}?${text}`
}
