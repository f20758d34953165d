import type { Content, Frame } from './content.ts'
import {
  alreadyRegistered,
  confirmRegistration,
  loginCode,
  passwordChanged,
  passwordHelp,
  permissionApproved,
  permissionReturned,
} from './japanese-account-mails.ts'
import { approved, codesChanged } from './japanese-approval-mail.ts'
import { entryReceived, entryVoid, lost, won } from './japanese-entry-mails.ts'
import { cancelled, expired, received, refused } from './japanese-reservation-mails.ts'
import { timeReopened } from './japanese-waiting-mail.ts'
import type { Body, Letter, Signature, SigningCity } from './letter.ts'

export function japaneseLetter(content: Content, frame: Frame): Letter {
  const { subject, blocks } = bodyOf(content, frame)
  return {
    language: 'ja',
    subject: `【${frame.city.name}】${subject}`,
    greeting: `${frame.name} 様`,
    blocks,
    signature: signatureOf(frame.city),
  }
}

function bodyOf(content: Content, frame: Frame): Body {
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
      return entryReceived(content.entry, frame)
    case 'entry-won':
      return won(content.facts, content.entry, frame)
    case 'entry-lost':
      return lost(content, frame)
    case 'entry-void':
      return entryVoid(content, frame)
    case 'reservation-received':
      return received(content.facts, frame)
    case 'reservation-approved':
      return approved(content.facts, content.doors, frame)
    case 'codes-changed':
      return codesChanged(content.facts, content.doors, frame)
    case 'time-reopened':
      return timeReopened(content.watch, frame)
    case 'reservation-refused':
      return refused(content.facts, frame)
    case 'reservation-cancelled':
      return cancelled(content.facts, frame)
    case 'reservation-expired':
      return expired(content.facts, frame)
  }
}

function signatureOf({ office }: SigningCity): Signature {
  return {
    office: [
      office.name,
      `住所：${office.address}`,
      `電話：${office.phone}`,
      ...(office.sms === null ? [] : [`SMS：${office.sms}`]),
      `受付時間：${office.hours}`,
    ],
    url: office.url,
    mail: office.mail,
    closing: 'このメールは送信専用です。お問い合わせは、上の窓口へお願いします。',
  }
}
