import type { City } from '@asaichi/contract/catalog/city.ts'
import { INSTALLATION } from '@asaichi/contract/installation.ts'
import { useSearch } from 'wouter-preact'
import { useCity } from './city.tsx'

/** Where one logs in: a city, or the installation, which operators enter by mail. */
export type Office = {
  readonly cityId: string
  readonly policy: Pick<City['policy'], 'loginKinds'>
}

const OPERATORS: Office = { cityId: INSTALLATION, policy: { loginKinds: ['mail'] } }

export function useOffice(): Office | undefined {
  const { city } = useCity()
  return new URLSearchParams(useSearch()).get('city') === INSTALLATION ? OPERATORS : city
}
