import { instantAt } from '@asaichi/calendar/instant.ts'
import { getRecipient } from '@asaichi/contract/identity/mail-facts.ts'
import { PersonId } from '@asaichi/contract/ids.ts'
import { getWatchMail, watchedTimeFreed } from '@asaichi/contract/reservation/watches.ts'
import { z } from 'zod'
import { type Body, type Frame, paragraph } from '../domain/letter.ts'
import { japaneseDate, span } from '../languages/japanese-time.ts'
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
  words: { ja: japanese },
})

type Watch = z.output<typeof getWatchMail.output>

function japanese(watch: Watch, { publicUrl }: Frame): Body {
  const { date, from, to } = watch
  const chosen = new URLSearchParams({ date, from, to }).toString()
  return {
    subject: '待っていた時間が空きました',
    blocks: [
      paragraph('空いたらお知らせするように頼まれていた時間が、申し込めるようになりました。'),
      {
        kind: 'facts',
        title: '空いた時間',
        rows: [
          { label: '会場', value: `${watch.venueName} ${watch.spaceName}` },
          { label: '利用日', value: japaneseDate(date) },
          { label: '時間', value: span(from, to) },
          { label: '住所', value: watch.venueAddress },
        ],
      },
      paragraph(
        '先着順のため、ほかの方が先に申し込んでいることがあります。\nこの時間についてのお知らせは、これで終わりです。また待つときは、空き状況のページからもう一度お選びください。',
      ),
      {
        kind: 'link',
        label: '空き状況のページ',
        url: `${publicUrl}/listings/${watch.listingId}/availability?${chosen}`,
      },
    ],
  }
}
