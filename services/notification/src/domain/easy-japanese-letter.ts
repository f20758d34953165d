import type { Content, Frame } from './content.ts'
import {
  alreadyRegistered,
  confirmRegistration,
  loginCode,
  passwordChanged,
  passwordHelp,
  permissionApproved,
  permissionReturned,
} from './easy-japanese-account-mails.ts'
import type { Body, Letter, Signature, SigningCity } from './letter.ts'

/** The mail in やさしい日本語 where it has such words; the mails about an account have. Readings stand behind the words, for text has no ruby. */
export function easyJapaneseLetter(content: Content, frame: Frame): Letter | undefined {
  const body = bodyOf(content, frame)
  return (
    body && {
      language: 'ja',
      subject: `【${frame.city.name}】${body.subject}`,
      greeting: `${frame.name} さん`,
      blocks: body.blocks,
      signature: signatureOf(frame.city),
    }
  )
}

function bodyOf(content: Content, frame: Frame): Body | undefined {
  switch (content.kind) {
    case 'confirm-registration':
      return confirmRegistration(content, frame)
    case 'already-registered':
      return alreadyRegistered(frame)
    case 'login-code':
      return loginCode(content)
    case 'password-help':
      return passwordHelp(content, frame)
    case 'password-changed':
      return passwordChanged(frame)
    case 'permission-approved':
      return permissionApproved(frame)
    case 'permission-returned':
      return permissionReturned(content, frame)
    case 'entry-received':
    case 'entry-won':
    case 'entry-lost':
    case 'entry-void':
    case 'reservation-received':
    case 'reservation-approved':
    case 'reservation-refused':
    case 'reservation-cancelled':
    case 'reservation-expired':
    case 'codes-changed':
    case 'time-reopened':
      return undefined
  }
}

function signatureOf({ office }: SigningCity): Signature {
  return {
    office: [
      office.name,
      `住所（じゅうしょ）：${office.address}`,
      `電話（でんわ）：${office.phone}`,
      ...(office.sms === null ? [] : [`SMS（ショートメッセージ）：${office.sms}`]),
      `開（あ）いている時間（じかん）：${office.hours}`,
    ],
    url: office.url,
    mail: office.mail,
    closing: 'このメールに返事（へんじ）はできません。聞（き）きたいことは、上（うえ）の窓口（まどぐち）へ。',
  }
}
