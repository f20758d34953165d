import type { Key } from '../../../i18n/catalogue.ts'
import type { Message } from '../../../i18n/message.ts'

/** Reads an answer of the same document, or of the same item of a list. */
export type Answers = (path: string) => unknown

type Asked = {
  /** Dotted, as the API has it. */
  readonly path: string
  readonly label: Key
  /** What it does, with an example of how it is written. */
  readonly hint?: Key
  /** What the answer means for somebody who books; drawn anew with every change. */
  readonly means?: (answers: Answers) => Message | undefined
  /** What no answer is put as; without it an answer must be given. */
  readonly empty?: 'null' | 'absent' | 'text'
}
type Typed = Asked & {
  readonly kind: 'line' | 'lines' | 'number' | 'date'
  readonly max?: number
  /** Width in characters where the answer has a known length. */
  readonly size?: number
  /** Asked in the other two languages, too. */
  readonly translated?: true
  /** How it must be written, where the API has no path to say so. */
  readonly form?: { readonly like: RegExp; readonly wrong: Key }
}
type Choice = Asked & { readonly kind: 'choice'; readonly options: readonly Option[] }
type Checks = Asked & {
  readonly kind: 'checks'
  readonly options: readonly { readonly value: string; readonly label: Message }[]
}
type List = Asked & {
  readonly kind: 'list'
  /** The name of one item; `{number}` counts them. */
  readonly item: Key
  readonly add: Key
  readonly fresh: () => object
  readonly questions: readonly Question[]
}
/** Lines of one word each. */
type Words = Asked & { readonly kind: 'words' }
type Hours = Asked & { readonly kind: 'hours' }

/** One question of a settings page; the page is drawn, sent and its refusals are named by a list of these. */
export type Question = Typed | Choice | Checks | List | Words | Hours

export type Option = {
  readonly id: string
  readonly label: Key
  readonly note?: Key
  /** What is put when it is chosen; undefined takes the setting away. */
  readonly value: unknown
  readonly isNow: (value: unknown) => boolean
  readonly questions?: readonly Question[]
}

export type Section = {
  readonly title: Key
  readonly lead?: Key
  readonly questions: readonly Question[]
}
