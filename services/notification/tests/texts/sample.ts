import type { Language } from '@asaichi/contract/actor.ts'
import type { MailText } from '../../src/domain/compose.ts'
import type { Frame } from '../../src/domain/letter.ts'

/** One case of a mail as the documents show it. */
export type Sample = {
  readonly kind: string
  readonly name: string
  readonly about: string
  readonly write: (frame: Frame, language: Language) => MailText
}

type Written<Facts> = {
  readonly kind: string
  readonly name: Readonly<Record<Language, string>>
  readonly write: (facts: Facts, frame: Frame, language: Language) => MailText
}

/** `about` says which case the facts are, in English. */
export function sampleOf<Facts>(mail: Written<Facts>, about: string, facts: Facts): Sample {
  return {
    kind: mail.kind,
    name: mail.name.ja,
    about,
    write: (frame, language) => mail.write(facts, frame, language),
  }
}
