import { type City, type CityPolicy, USUAL_DRAW } from '@asaichi/contract/catalog/city.ts'
import { MITAKA_WINDOWS } from './mitaka-windows.ts'

/** A city with everyday settings; a test names only what it is about. */
export function demoCity(differences: Partial<CityPolicy> & { readonly cityId: string }): City {
  const { cityId, ...policy } = differences
  return {
    cityId,
    name: '試験市',
    zone: 'Asia/Tokyo',
    policy: {
      loginKinds: ['mail', 'member-number'],
      windows: MITAKA_WINDOWS,
      quota: { liveReservations: 10 },
      draw: USUAL_DRAW,
      reopening: { kind: 'next-opening', soonDays: 3 },
      approval: 'staff',
      doorMinutes: { before: 0, after: 0 },
      codeDigits: 6,
      termsVersion: '2024-04',
      ...policy,
    },
    office: {
      name: '試験市 施設課',
      address: '試験市1-1',
      phone: '000-000-0000',
      sms: null,
      hours: '平日 8:30–17:15',
      url: 'https://example.jp',
      mail: 'office@example.jp',
    },
    links: [],
    termsText: '利用規約（試験用）',
  }
}

/** The counter of a city that is only being created, as whoever creates it types it. */
export const NEW_OFFICE = {
  name: '朝日市 施設課',
  address: '朝日市1-1',
  phone: '000-000-0000',
  hours: '平日 08:30～17:15',
  url: 'https://asahi.example.jp',
  mail: 'shisetsu@asahi.example.jp',
}
