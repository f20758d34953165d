import type { Language } from '@asaichi/contract/actor.ts'
import { isVisible } from '@asaichi/contract/stored-text.ts'
import type { FieldError } from '../../forms/use-form.ts'
import { say } from '../../i18n/message.ts'
import { NO_ADDRESS } from '../../lib/address.ts'
import { type DateParts, dateOfParts, NO_DATE } from '../../lib/era.ts'
import { normaliseKana, normaliseMail, normalisePhone, normalisePostalCode } from '../../lib/normalise.ts'
import {
  errorsOf,
  filled,
  isBirthDate,
  isKana,
  isMail,
  isName,
  isNewPassword,
  isPhone,
  isPostalCode,
} from './checks.ts'

export type RosterMember = { readonly name: string; readonly birth: DateParts }
export const NO_MEMBER: RosterMember = { name: '', birth: NO_DATE }
/** G1: a group has at least two members besides its representative. */
export const FEWEST_MEMBERS = 2

export const NO_REGISTRATION = {
  kind: 'person',
  groupName: '',
  members: [NO_MEMBER, NO_MEMBER] as readonly RosterMember[],
  name: '',
  kana: '',
  birth: NO_DATE,
  ...NO_ADDRESS,
  phone: '',
  mail: '',
  password: '',
  agree: false,
}
export type Registration = typeof NO_REGISTRATION
export type RegistrationField = keyof Registration

/** M3: every field in the order of the form. */
export function registrationErrors(values: Registration): readonly FieldError<RegistrationField>[] {
  const isGroup = values.kind === 'group'
  return errorsOf<RegistrationField>([
    ['groupName', isGroup ? filled('account.group-name-wrong')(values.groupName) : undefined],
    ['name', isName(values.name)],
    ['kana', isKana(values.kana)],
    ['birth', isBirthDate(values.birth)],
    ['members', isGroup && !areWhole(values.members) ? say('account.members-wrong') : undefined],
    ['postalCode', isPostalCode(values.postalCode)],
    ['prefecture', filled('account.prefecture-wrong')(values.prefecture)],
    ['municipality', filled('account.municipality-wrong')(values.municipality)],
    ['street', filled('person.street-wrong')(values.street)],
    ['phone', isPhone(values.phone)],
    ['mail', isMail(values.mail)],
    ['password', isNewPassword(values.password)],
    ['agree', values.agree ? undefined : say('account.agree-wrong')],
  ])
}

/** The address as the city writes it, on one line. */
export function addressOf({ prefecture, municipality, street, building }: Registration): string {
  return [`${prefecture.trim()}${municipality.trim()}${street.trim()}`, building.trim()]
    .filter(Boolean)
    .join(' ')
}

type Consent = { readonly termsVersion: string; readonly language: Language }

/** What the API takes; the birth dates are whole where `registrationErrors` found nothing. */
export function registrationBody(values: Registration, { termsVersion, language }: Consent) {
  return {
    name: values.name.trim(),
    kana: normaliseKana(values.kana),
    birthDate: dateOfParts(values.birth) ?? '',
    postalCode: normalisePostalCode(values.postalCode),
    address: addressOf(values),
    phone: normalisePhone(values.phone),
    mail: normaliseMail(values.mail),
    password: values.password,
    language,
    acceptedTermsVersion: termsVersion,
    ...(values.kind === 'group' && {
      group: {
        name: values.groupName.trim(),
        members: values.members.map(({ name, birth }) => ({
          name: name.trim(),
          birthDate: dateOfParts(birth) ?? '',
        })),
      },
    }),
  }
}

/** The password, and what it must not contain (A12). */
export function passwordBody(values: Registration, cityId: string) {
  const { kind, groupName, name, kana, birth, phone, mail, password } = values
  return {
    name: name.trim(),
    kana: normaliseKana(kana),
    mail: normaliseMail(mail),
    birthDate: dateOfParts(birth) ?? undefined,
    phone: normalisePhone(phone),
    cityId,
    password,
    ...(kind === 'group' && { groupName: groupName.trim() }),
  }
}

function areWhole(members: readonly RosterMember[]): boolean {
  return (
    members.length >= FEWEST_MEMBERS &&
    members.every(({ name, birth }) => isVisible(name) && dateOfParts(birth) !== undefined)
  )
}
