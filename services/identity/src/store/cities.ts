import type { ServiceStop } from '@asaichi/contract/catalog/service-stop.ts'
import { INSTALLATION } from '@asaichi/contract/installation.ts'
import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import { keepNewest } from '@asaichi/store/keep-newest.ts'
import type { KnownClass, LoginKinds, Tables } from './schema.ts'

export type CitySettings = {
  readonly cityId: string
  readonly loginKinds: LoginKinds
  readonly termsVersion: string
  readonly officePhone: string
  readonly serviceStops: readonly ServiceStop[]
  readonly name: string
  readonly staffAppRequired: boolean
  readonly classes: readonly KnownClass[]
}

/** Answers whether this version was new. */
export function keepCitySettings(
  tx: Transaction<Tables>,
  {
    cityId,
    version,
    loginKinds,
    termsVersion,
    officePhone,
    serviceStops,
    name,
    staffAppRequired,
    classes,
  }: CitySettings & { readonly version: number },
): Promise<boolean> {
  const row = {
    city_id: cityId,
    version,
    login_kinds: JSON.stringify(loginKinds),
    terms_version: termsVersion,
    office_phone: officePhone,
    service_stops: JSON.stringify(serviceStops),
    name,
    staff_app_required: staffAppRequired,
    classes: JSON.stringify(classes),
  }
  return keepNewest<Tables['cities']>(tx, 'cities', { key: ['city_id'], row })
}

const NOBODYS: Omit<CitySettings, 'cityId'> = {
  loginKinds: ['mail'],
  termsVersion: '',
  officePhone: '',
  serviceStops: [],
  name: '',
  staffAppRequired: false,
  classes: [],
}

/** Where one logs in: a city, or the installation itself, which everybody enters by mail. */
export async function findOffice(db: Kysely<Tables>, cityId: string): Promise<CitySettings | undefined> {
  return cityId === INSTALLATION ? { ...NOBODYS, cityId } : findCity(db, cityId)
}

export async function findCity(db: Kysely<Tables>, cityId: string): Promise<CitySettings | undefined> {
  const row = await db.selectFrom('cities').selectAll().where('city_id', '=', cityId).executeTakeFirst()
  return (
    row && {
      cityId: row.city_id,
      loginKinds: row.login_kinds,
      termsVersion: row.terms_version,
      officePhone: row.office_phone,
      serviceStops: row.service_stops,
      name: row.name,
      staffAppRequired: row.staff_app_required,
      classes: row.classes,
    }
  )
}
