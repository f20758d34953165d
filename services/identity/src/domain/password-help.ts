import { mailbox, visibleName } from './compared-text.ts'

/** What is asked of who forgot a password (S9). */
export type Claim = {
  readonly memberNumber?: string | undefined
  readonly name?: string | undefined
  readonly birthDate?: string | undefined
  readonly mail: string
}
export type Known = {
  readonly names: readonly string[]
  readonly birthDate: string
  readonly mail: string | null
}

/** S9: the mailbox is the proof where it is what one logs in with; elsewhere all four are asked for. */
export function isEnough(claim: Claim, loginKinds: readonly string[]): boolean {
  const { memberNumber, name, birthDate } = claim
  return loginKinds.includes('mail') || ![memberNumber, name, birthDate].includes(undefined)
}

/** S9: all that is claimed and can be seen must match. */
export function isSamePerson({ name, birthDate, mail }: Claim, known: Known): boolean {
  const isNamed = name === undefined || known.names.map(visibleName).includes(visibleName(name))
  const isBorn = birthDate === undefined || birthDate === known.birthDate
  return isNamed && isBorn && known.mail !== null && mailbox(mail) === mailbox(known.mail)
}

/** A34: as it was typed from the mail: wide letters, capitals, spaces and hyphens are no difference. */
export function typedFromMail(password: string): string {
  return password
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Pd}]/gu, '')
}
