import { instantAt } from '@asaichi/calendar/instant.ts'
import { getRecipient } from '@asaichi/contract/identity/mail-facts.ts'
import { PersonId } from '@asaichi/contract/ids.ts'
import { getWatchMail, watchedTimeFreed } from '@asaichi/contract/reservation/watches.ts'
import { z } from 'zod'
import { RESERVATION_WORDS, type ReservationWords } from '../about/reservation-words.ts'
import { type Block, type Body, type Frame, paragraph } from '../domain/letter.ts'
import { gone, mail } from './mail.ts'

/**
 * Mail R (G5), once for each watch. The time is open to everybody, so the mail promises nothing; it is sent also where somebody
 * was quicker, because the watch has ended with it.
 */
export const timeReopened = mail({
  kind: 'time-reopened',
  name: { ja: '空きのお知らせ', 'ja-easy': '空（あ）いたお知（し）らせ', en: 'Time free again' },
  lane: 'bulk',
  cause: watchedTimeFreed,
  queue: ({ data: { watchId, personId, cityId } }) => [{ subjectId: watchId, version: 1, personId, cityId }],
  topic: z.object({ subjectId: z.uuid(), personId: PersonId }),
  async gather(call, { subjectId, personId }) {
    const [recipient, answer] = await Promise.all([
      call(getRecipient, { personId }),
      call(getWatchMail, { watchId: subjectId }),
    ])
    if (!recipient.ok || !answer.ok) return gone
    const watch = answer.value
    return {
      status: 'ready',
      cityId: watch.cityId,
      recipient: recipient.value,
      facts: watch,
      staleAt: instantAt(watch.date, watch.from),
    }
  },
  words: { ja: japanese, 'ja-easy': easyJapanese, en: english },
})

type Watch = z.output<typeof getWatchMail.output>

function japanese(watch: Watch, frame: Frame): Body {
  return {
    subject: '待っていた時間が空きました',
    blocks: [
      paragraph('空いたらお知らせするように頼まれていた時間が、申し込めるようになりました。'),
      freeTime(watch, '空いた時間', RESERVATION_WORDS.ja),
      paragraph(
        '先着順のため、ほかの方が先に申し込んでいることがあります。\nこの時間についてのお知らせは、これで終わりです。また待つときは、空き状況のページからもう一度お選びください。',
      ),
      calendarLink(watch, frame, '空き状況のページ'),
    ],
  }
}

function easyJapanese(watch: Watch, frame: Frame): Body {
  return {
    subject: '待（ま）っていた時間（じかん）が 空（あ）きました',
    blocks: [
      paragraph('待（ま）っていた時間（じかん）が 空（あ）きました。今（いま） 申（もう）し込（こ）めます。'),
      freeTime(watch, '空（あ）いた時間（じかん）', RESERVATION_WORDS['ja-easy']),
      paragraph(
        '早（はや）い人（ひと）から 使（つか）えます。ほかの人（ひと）が 先（さき）に 申（もう）し込（こ）んでいるかも しれません。\nこのお知（し）らせは これで 終（お）わりです。また 待（ま）つときは、下（した）のページで もう一度（いちど） 選（えら）んでください。',
      ),
      calendarLink(watch, frame, '空（あ）いている時間（じかん）のページ'),
    ],
  }
}

function english(watch: Watch, frame: Frame): Body {
  return {
    subject: 'The time you were waiting for is free',
    blocks: [
      paragraph('A time you asked to be told of can be booked again.'),
      freeTime(watch, 'Free again', RESERVATION_WORDS.en),
      paragraph(
        'It is first come, first served, so somebody else may have been quicker.\nThis was the one mail about it. To wait again, choose the time once more on the page below.',
      ),
      calendarLink(watch, frame, 'Free times of the room'),
    ],
  }
}

function freeTime(watch: Watch, title: string, words: ReservationWords): Block {
  return {
    kind: 'facts',
    title,
    rows: [
      { label: words.place, value: words.named(watch, watch.placeNames) },
      { label: words.date, value: words.day(watch.date) },
      { label: words.time, value: words.span(watch.from, watch.to) },
      { label: words.address, value: watch.venueAddress },
    ],
  }
}

function calendarLink({ listingId, date, from, to }: Watch, { publicUrl }: Frame, label: string): Block {
  const chosen = new URLSearchParams({ date, from, to }).toString()
  return { kind: 'link', label, url: `${publicUrl}/listings/${listingId}/availability?${chosen}` }
}
