import { getCity } from '@asaichi/contract/catalog/city.ts'
import { getVenue } from '@asaichi/contract/catalog/venue.ts'
import { CityId } from '@asaichi/contract/ids.ts'
import { emergencyCodeUsed as cause, getEmergencyUseMail } from '@asaichi/contract/lock/emergency.ts'
import { z } from 'zod'
import { type Block, type Body, type Frame, paragraph } from '../domain/letter.ts'
import { englishMoment } from '../languages/english-time.ts'
import { japaneseMoment } from '../languages/japanese-time.ts'
import { gone, mail } from './mail.ts'

/**
 * Mail U (V13), to the address of the city's office: one a door and hour, so that a shelter at work does not fill the mailbox. Every use
 * stands on the page.
 */
export const emergencyCodeUsed = mail({
  kind: 'emergency-code-used',
  name: {
    ja: '非常用の番号で扉が開いたお知らせ（職員へ）',
    'ja-easy': '非常用（ひじょうよう）の 番号（ばんごう）で ドアが 開（あ）いた お知（し）らせ',
    en: 'A door was opened with an emergency number (to staff)',
  },
  lane: 'decisions',
  cause,
  queue: ({ data: { cityId, lockId, useId, at } }) => [
    { subjectId: `${lockId}:${hourOf(at)}`, version: 1, cityId, outcome: useId },
  ],
  topic: z.object({ cityId: CityId, outcome: z.uuid() }),
  async gather(call, { cityId, outcome: useId }) {
    const [city, use] = await Promise.all([call(getCity, { cityId }), call(getEmergencyUseMail, { useId })])
    if (!city.ok || !use.ok) return gone
    const { venueId, doorName, at } = use.value
    const venue = await call(getVenue, { venueId })
    if (!venue.ok) return gone
    const { name, mail: address } = city.value.office
    const recipient = { name, mail: address, language: 'ja' } as const
    return { status: 'ready', cityId, recipient, facts: { venueName: venue.value.name, doorName, at } }
  },
  words: { ja: japanese, 'ja-easy': easyJapanese, en: english },
})

type Facts = { readonly venueName: string; readonly doorName: string; readonly at: string }

function hourOf(at: string): string {
  return at.slice(0, '2024-11-28T13'.length)
}

function japanese({ venueName, doorName, at }: Facts, frame: Frame): Body {
  return {
    subject: `非常用の番号で扉が開きました（${venueName}・${doorName}）`,
    blocks: [
      paragraph(`${japaneseMoment(at)}、${venueName}の${doorName}が、非常用の番号で開けられました。`),
      paragraph(
        '番号を預けた人に、何のために開けたかを確かめてください。覚えがないときや、用が済んだときは、ページで番号を変えてください。この扉が1時間のうちにまた開いても、メールは届きません。開いた記録はすべてページに残ります。',
      ),
      pageLink(frame, '非常用の番号（職員のページ）'),
    ],
  }
}

function easyJapanese({ venueName, doorName, at }: Facts, frame: Frame): Body {
  return {
    subject: `非常用（ひじょうよう）の 番号（ばんごう）で ドアが 開（あ）きました（${venueName}・${doorName}）`,
    blocks: [
      paragraph(
        `${japaneseMoment(at)}、${venueName}の ${doorName}が、非常用（ひじょうよう）の 番号（ばんごう）で 開（あ）きました。`,
      ),
      paragraph(
        'だれが、なぜ 開（あ）けたか 聞（き）いてください。知（し）らない ときは、ページで 番号（ばんごう）を 変（か）えてください。',
      ),
      pageLink(frame, '非常用（ひじょうよう）の 番号（ばんごう）の ページ'),
    ],
  }
}

function english({ venueName, doorName, at }: Facts, frame: Frame): Body {
  return {
    subject: `A door was opened with an emergency number (${venueName}, ${doorName})`,
    blocks: [
      paragraph(`${doorName} of ${venueName} was opened with its emergency number at ${englishMoment(at)}.`),
      paragraph(
        'Ask whoever keeps the number what it was for. If nobody knows, or the need is over, change it on the page. Another opening of this door within the hour brings no mail; the page has them all.',
      ),
      pageLink(frame, 'Emergency numbers (pages of the staff)'),
    ],
  }
}

function pageLink({ publicUrl }: Frame, label: string): Block {
  return { kind: 'link', label, url: `${publicUrl}/staff/locks/emergency` }
}
