import type { Content, Frame } from './content.ts'
import {
  alreadyRegistered,
  confirmRegistration,
  loginCode,
  passwordChanged,
  passwordHelp,
  permissionApproved,
  permissionReturned,
} from './english-account-mails.ts'
import type { Body, Letter, Signature, SigningCity } from './letter.ts'

/** The mail in English where it has English words; the mails about an account have. */
export function englishLetter(content: Content, frame: Frame): Letter | undefined {
  const body = bodyOf(content, frame)
  return (
    body && {
      language: 'en',
      subject: `[${frame.city.name}] ${body.subject}`,
      greeting: `Dear ${frame.name},`,
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
      `Address: ${office.address}`,
      `Phone: ${office.phone}`,
      ...(office.sms === null ? [] : [`SMS: ${office.sms}`]),
      `Open: ${office.hours}`,
    ],
    url: office.url,
    mail: office.mail,
    closing: 'Replies to this mail are not read. Please write to or call the office above.',
  }
}
