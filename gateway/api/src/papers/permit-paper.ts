import type { City } from '@asaichi/contract/catalog/city.ts'
import type { Venue } from '@asaichi/contract/catalog/venue.ts'
import type { Reservation } from '@asaichi/contract/reservation/reservation.ts'
import type { LocalDate } from '@asaichi/contract/time.ts'
import { dayText, whenText, yenText } from './japanese.ts'
import type { Paper } from './paper.ts'

type Facts = {
  readonly reservation: Reservation
  readonly person: string
  readonly city: City
  readonly venue: Venue
  readonly today: LocalDate
}

/** R16: 使用許可書 of an approved booking; nothing while it is not. The codes of doors are not on it. */
export function permitPaper({ reservation, person, city, venue, today }: Facts): Paper | undefined {
  const { status, number, venueName, spaceName, eventName, purpose, note, people, yen } = reservation
  if (status !== 'approved' || number === null) return undefined
  return {
    title: '使用許可書',
    head: [`第${number}号`, `${dayText(today)} 発行`],
    lead: '下のとおり、施設の使用を許可します。使用のときにお持ちください。',
    facts: [
      ['使用者', person],
      ['施設と部屋', `${venueName} ${spaceName}`],
      ['所在地', venue.address],
      ['日時', whenText(reservation)],
      ['イベント名', eventName],
      ...(purpose ? [['利用目的', purpose.name] as const] : []),
      ['使用目的', note],
      ['利用人数', `${people}人`],
      ...(yen > 0 ? [['使用料', yenText(yen)] as const] : []),
    ],
    notes: ['使用の条件：市の利用規約と施設の決まりを守り、終わりの時刻までに片付けを済ませてください。'],
    issuer: [`${city.name}長`, `${city.office.name}　${city.office.phone}`],
  }
}
