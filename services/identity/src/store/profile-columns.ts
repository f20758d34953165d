import type { Language } from '@asaichi/contract/actor.ts'
import type { Group, Profile } from '@asaichi/contract/identity/account.ts'
import type { Tables } from './schema.ts'

/** M3, with what is kept beside it; without mail where staff registered the person (W6). */
export type Account<Mail = string> = Omit<Profile, 'mail'> & {
  readonly mail: Mail
  readonly language: Language
  readonly passwordHash: string
  /** G1 */
  readonly group?: Group | undefined
}

type ProfileColumns<Mail = string> = Omit<
  Tables['registrations'],
  'registration_id' | 'city_id' | 'terms_version' | 'group_roster' | 'expires_at' | 'mail'
> & { readonly mail: Mail }

/** The same nine columns hold an account before and after it is confirmed. */
export function profileColumns<Mail>(account: Account<Mail>): ProfileColumns<Mail> {
  return {
    mail: account.mail,
    name: account.name,
    kana: account.kana,
    birth_date: account.birthDate,
    postal_code: account.postalCode,
    address: account.address,
    phone: account.phone,
    language: account.language,
    password_hash: account.passwordHash,
  }
}

export function accountOf(row: ProfileColumns): Account {
  return {
    mail: row.mail,
    name: row.name,
    kana: row.kana,
    birthDate: row.birth_date,
    postalCode: row.postal_code,
    address: row.address,
    phone: row.phone,
    language: row.language,
    passwordHash: row.password_hash,
  }
}
