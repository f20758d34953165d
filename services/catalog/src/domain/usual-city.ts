import { type City, type createCity, USUAL_DRAW } from '@asaichi/contract/catalog/city.ts'
import type { z } from 'zod'

/** First come from four weeks ahead to the second office day before, staff approve, no lottery; as Mitaka's, where nothing else is usual. */
export function usualCity({ cityId, name, office }: Omit<z.output<typeof createCity.input>, 'actor'>): City {
  return {
    cityId,
    name,
    zone: 'Asia/Tokyo',
    policy: {
      loginKinds: ['mail'],
      windows: {
        lottery: { kind: 'none' },
        firstCome: { opensDaysBefore: 28, opensTime: '07:00', closesOfficeDaysBefore: 2 },
        closedDays: 'as-is',
        officeClosures: [{ from: '12-29', to: '01-03' }],
      },
      quota: { liveReservations: 10 },
      draw: { ...USUAL_DRAW },
      reopening: { kind: 'next-opening', soonDays: 3 },
      approval: 'staff',
      doorMinutes: { before: 0, after: 0 },
      codeDigits: 6,
      termsVersion: '1',
    },
    office: { ...office, sms: null },
    links: [],
    termsText: '利用規約は準備中です。',
  }
}
