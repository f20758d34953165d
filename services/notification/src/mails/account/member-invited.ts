import { memberInvited as cause, getInvitationMail, type TeamRole } from '@asaichi/contract/identity/team.ts'
import { z } from 'zod'
import { type Body, type Frame, paragraph } from '../../domain/letter.ts'
import { englishMoment } from '../../languages/english-time.ts'
import { japaneseMoment } from '../../languages/japanese-time.ts'
import { gone, mail } from '../mail.ts'

/** Mail S (V9): the way onto a team. As in mail B the token stands behind `#`, and only the page's button uses it up. */
export const memberInvited = mail({
  kind: 'member-invited',
  name: {
    ja: '職員・管理者への招待',
    'ja-easy': '職員（しょくいん）への お誘（さそ）い',
    en: 'Invitation to the team',
  },
  lane: 'decisions',
  cause,
  queue: ({ data: { invitationId, cityId }, version }) => [{ subjectId: invitationId, version, cityId }],
  topic: z.object({ subjectId: z.uuid() }),
  async gather(call, { subjectId }) {
    const answer = await call(getInvitationMail, { invitationId: subjectId })
    if (!answer.ok) return gone
    const { cityId, role, token, expiresAt, ...recipient } = answer.value
    return { status: 'ready', cityId, recipient, facts: { role, token, expiresAt }, staleAt: expiresAt }
  },
  words: { ja: japanese, 'ja-easy': easyJapanese, en: english },
})

type Facts = { readonly role: TeamRole; readonly token: string; readonly expiresAt: string }

const ROLES = {
  ja: { staff: '職員', admin: '管理者', operator: '運用者' },
  'ja-easy': {
    staff: '職員（しょくいん）',
    admin: '管理者（かんりしゃ）',
    operator: '運用者（うんようしゃ）',
  },
  en: { staff: 'a member of the staff', admin: 'an administrator', operator: 'an operator' },
} as const

function linkOf({ token }: Facts, { publicUrl }: Frame): string {
  return `${publicUrl}/invitation#token=${encodeURIComponent(token)}`
}

function japanese(facts: Facts, frame: Frame): Body {
  return {
    subject: `${ROLES.ja[facts.role]}としての招待`,
    blocks: [
      paragraph(
        `${frame.city.name}の施設予約に、${ROLES.ja[facts.role]}として招待されました。\n下のリンクを開き、開いたページで登録してください。`,
      ),
      { kind: 'link', label: '招待のページを開く', url: linkOf(facts, frame) },
      paragraph(`このリンクは1回だけ、${japaneseMoment(facts.expiresAt)}まで使えます。`),
      paragraph('心当たりがないときは、何もせずに消してください。リンクは誰にも渡さないでください。'),
    ],
  }
}

function easyJapanese(facts: Facts, frame: Frame): Body {
  return {
    subject: `${ROLES['ja-easy'][facts.role]}に なりませんか`,
    blocks: [
      paragraph(
        `${frame.city.name}の施設（しせつ）の予約（よやく）で、${ROLES['ja-easy'][facts.role]}に なることが できます。\n下（した）のリンクを開（ひら）いてください。`,
      ),
      { kind: 'link', label: 'ページを開（ひら）く', url: linkOf(facts, frame) },
      paragraph(`このリンクは 1回（かい）だけ使（つか）えます。${japaneseMoment(facts.expiresAt)}までです。`),
      paragraph(
        '知（し）らないときは、このメールを消（け）してください。リンクを だれにも教（おし）えないでください。',
      ),
    ],
  }
}

function english(facts: Facts, frame: Frame): Body {
  return {
    subject: `You are invited as ${ROLES.en[facts.role]}`,
    blocks: [
      paragraph(
        `You are invited to the facility reservation of ${frame.city.name} as ${ROLES.en[facts.role]}.\nOpen the link below and register on that page.`,
      ),
      { kind: 'link', label: 'Open the invitation', url: linkOf(facts, frame) },
      paragraph(`The link works once, until ${englishMoment(facts.expiresAt)} (Japan time).`),
      paragraph('If you do not know what this is about, delete this mail. Give the link to nobody.'),
    ],
  }
}
