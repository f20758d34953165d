import type { Frame, WatchFacts } from './content.ts'
import { japaneseDate, span } from './japanese-time.ts'
import { type Body, paragraph } from './letter.ts'

/** Mail R (G5): the time is open to everybody, so the mail promises nothing. */
export function timeReopened(watch: WatchFacts, { publicUrl }: Frame): Body {
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
