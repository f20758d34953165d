import { mailbox, visibleName } from './compared-text.ts'

/** What is asked of who forgot a password (S9). */
export type Claim = { readonly name: string; readonly birthDate: string; readonly mail: string }
export type Known = {
  readonly names: readonly string[]
  readonly birthDate: string
  readonly mail: string
}

/** S9: all of it that can be seen must match. */
export function isSamePerson(claim: Claim, known: Known): boolean {
  const isNamed = known.names.map(visibleName).includes(visibleName(claim.name))
  return isNamed && claim.birthDate === known.birthDate && mailbox(claim.mail) === mailbox(known.mail)
}

/** A34: as it was typed from the mail: wide letters, capitals, spaces and hyphens are no difference. */
export function typedFromMail(password: string): string {
  return password
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Pd}]/gu, '')
}
