import { FRAME } from '../sample-letter.ts'
import { ACCOUNT_SAMPLES } from './account.ts'
import { BOOKING_SAMPLES } from './bookings.ts'
import { INVOICE_SAMPLES } from './invoices.ts'
import type { Sample } from './sample.ts'

export const SAMPLES: readonly Sample[] = [...ACCOUNT_SAMPLES, ...BOOKING_SAMPLES, ...INVOICE_SAMPLES]

const LANGUAGES = [
  ['ja', '日本語'],
  ['ja-easy', 'やさしい日本語'],
  ['en', 'English'],
] as const

/** The files of docs/mails by their names: one for each mail, and the list of them. */
export function mailDocuments(): ReadonlyMap<string, string> {
  const byKind = [...Map.groupBy(SAMPLES, sample => sample.kind)]
  return new Map([
    ['README.md', listOf(byKind)],
    ...byKind.map(([kind, cases]) => [`${kind}.md`, documentOf(kind, cases)] as const),
  ])
}

type ByKind = readonly (readonly [kind: string, cases: readonly Sample[]])[]

function listOf(byKind: ByKind): string {
  const rows = byKind.map(([kind, [first, ...more]]) => {
    const subject = first?.write(FRAME, 'ja').subject ?? ''
    return `| [${kind}](${kind}.md) | ${first?.name ?? ''} | ${subject} | ${more.length + 1} |`
  })
  return `# Mails

Every mail to residents and staff as it goes out, in three languages, with facts of one imagined booking. Written by \`npm run mails\`
from the words in \`services/notification/src/mails\`; a test holds the two together. Which fact makes which mail:
[the mails' rows of the rules](../rules.md). A city adds its signature and may add a paragraph to each.

| mail | what staff call it | subject (日本語) | cases |
| --- | --- | --- | --- |
${rows.join('\n')}
`
}

function documentOf(kind: string, cases: readonly Sample[]): string {
  const parts = cases.flatMap(({ about, write }) => [
    `## Case: ${about}`,
    ...LANGUAGES.map(([language, name]) => {
      const { subject, text } = write(FRAME, language)
      return `### ${name}\n\n**${subject}**\n\n\`\`\`text\n${text.trimEnd()}\n\`\`\``
    }),
  ])
  return `${[`# ${cases[0]?.name ?? kind}`, ...parts].join('\n\n')}\n`
}
