import { addMs } from '@asaichi/calendar/instant.ts'
import { spanOf } from '@asaichi/calendar/service-stop.ts'
import type { City } from '@asaichi/contract/catalog/city.ts'
import type { Notice } from '@asaichi/contract/catalog/notices.ts'
import type { ServiceStop } from '@asaichi/contract/catalog/service-stop.ts'

const AHEAD_MS = 14 * 86_400_000

/** G14: a stop is an urgent notice from two weeks before it to its end, the first one first; nobody writes it twice. */
export function stopNotices(
  { cityId, policy }: City,
  now: string,
  idOf: (cityId: string, stop: ServiceStop) => string,
): readonly Notice[] {
  return (policy.serviceStops ?? [])
    .map(stop => ({ stop, ...spanOf(stop) }))
    .filter(({ stoppedFrom, stoppedUntil }) => addMs(stoppedFrom, -AHEAD_MS) <= now && now < stoppedUntil)
    .toSorted((one, other) => (one.stoppedFrom < other.stoppedFrom ? -1 : 1))
    .map(({ stop }) => ({ noticeId: idOf(cityId, stop), cityId, ...wordsOf(stop) }))
}

function wordsOf(stop: ServiceStop): Omit<Notice, 'noticeId' | 'cityId'> {
  const { from, to, text, translations } = stop
  const easy = translations?.['ja-easy']?.text ?? text
  const english = translations?.en?.text ?? text
  return {
    venueId: null,
    venueName: null,
    venueTranslations: undefined,
    date: from,
    title: `手続きの休み：${spanIn(stop, dayInJapanese)}`,
    body: `${text}\nこの間は、申込み、変更、取り消しなどの手続きはできません。空きや予約を見ること、ログイン、鍵の番号は使えます。抽選は予定のとおり行います。`,
    urgent: true,
    showFrom: null,
    showUntil: to,
    translations: {
      'ja-easy': {
        title: `手続（てつづ）きの 休（やす）み：${spanIn(stop, dayInNumbers)}`,
        body: `${easy}\nこのあいだは、申（もう）し込（こ）みや 取（と）り消（け）しは できません。予約（よやく）や 鍵（かぎ）の番号（ばんごう）は 見（み）られます。抽選（ちゅうせん）は あります。`,
      },
      en: {
        title: `No applications: ${spanIn(stop, dayInEnglish)}`,
        body: `${english}\nIn this time you cannot apply, change or cancel. You can still log in, look for free times, and see your bookings and door codes. Draws take place as planned.`,
      },
    },
  }
}

type DayWords = (month: number, day: number) => string

function spanIn({ from, fromTime, to, toTime }: ServiceStop, words: DayWords): string {
  return `${momentIn(from, fromTime, words)} – ${momentIn(to, toTime, words)}`
}

function momentIn(date: string, time: string, words: DayWords): string {
  return `${words(Number(date.slice(5, 7)), Number(date.slice(8)))} ${time}`
}

function dayInJapanese(month: number, day: number): string {
  return `${month}月${day}日`
}

function dayInNumbers(month: number, day: number): string {
  return `${month}/${day}`
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

function dayInEnglish(month: number, day: number): string {
  return `${day} ${MONTHS[month - 1] ?? ''}`
}
