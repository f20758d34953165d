import type { City } from '@asaichi/contract/catalog/city.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import { keepCitySettings } from '../store/cities.ts'
import type { Tables } from '../store/schema.ts'
import { tidyTomorrow } from './tidy.ts'

/** Keeps what login and registration need of a city. Nothing accumulates before the first city, so tidying begins with it. */
export async function keepCity(
  tx: Transaction<Tables>,
  { city, version }: { readonly city: City; readonly version: number },
): Promise<void> {
  const { loginKinds, termsVersion, serviceStops = [], staffAppRequired = false, classes = [] } = city.policy
  const isNew = await keepCitySettings(tx, {
    cityId: city.cityId,
    version,
    loginKinds,
    termsVersion,
    officePhone: city.office.phone,
    serviceStops,
    name: city.name,
    staffAppRequired,
    classes: classes.map(({ classId, name }) => ({ classId, name })),
  })
  if (isNew) await tidyTomorrow(tx)
}
