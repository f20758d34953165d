import { useEffect } from 'preact/hooks'
import { Redirect } from 'wouter-preact'
import type { ScreenProps } from '../../shell/area.tsx'
import { useCity } from '../../shell/city.tsx'
import { LoadingScreen } from '../errors/loading-screen.tsx'
import { NotFoundScreen } from '../errors/not-found-screen.tsx'
import { CitiesScreen } from './cities-screen.tsx'

/** M1: the address of a city, as its QR code has it: remembers the city and shows its home. */
export function CityScreen({ params: { cityId = '' } }: ScreenProps) {
  const { city, cities, away, chooseCity } = useCity()
  const isKnown = cities?.some(one => one.cityId === cityId)
  useEffect(() => {
    if (isKnown) chooseCity(cityId)
  }, [isKnown, cityId, chooseCity])
  if (away && !cities) return <CitiesScreen />
  if (isKnown === false) return <NotFoundScreen />
  return isKnown && city ? <Redirect to="/" replace /> : <LoadingScreen />
}
