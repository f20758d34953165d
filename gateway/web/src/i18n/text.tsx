import { type Params, piecesOf, plainText } from '@asaichi/wording/markup.ts'
import { type ComponentChild, h, type JSX, type VNode } from 'preact'
import type { Key } from './catalogue.ts'
import { useLanguage } from './language.ts'
import { tagOf } from './languages.ts'
import type { Message } from './message.ts'
import { rawText, shownLanguage } from './texts.ts'

/** `t('common.menu')`: a text without readings, for titles, options, names of controls and logs. */
type Translate = (key: Key, params?: Params) => string

/** `const t = useText()`. What people read on the page itself goes through `<T>`, which shows readings. */
export function useText(): Translate {
  useLanguage()
  return translate
}

/** Outside of components. */
export function translate(key: Key, params?: Params): string {
  return plainText(rawText(key), params, tagOf(shownLanguage()))
}

type Insert = Readonly<Record<string, ComponentChild>>
/** Which text, and what stands in it. */
export type TextOf = { readonly k: Key; readonly p?: Insert | undefined }

/** A text with its readings; parameters may be elements: `<T k="booking.until" p={{ day: <Day date={date} /> }} />`. */
export function T({ k, p }: TextOf) {
  useLanguage()
  return <Ruby text={rawText(k)} p={p} />
}

// Elements that hold one text and nothing else: `<P k="booking.why" class="lead" />`. A ref would be of the component.
export const P = holding('p')
export const H2 = holding('h2')
export const H3 = holding('h3')
export const Li = holding('li')
export const Span = holding('span')
export const Summary = holding('summary')

type Holder = 'p' | 'h2' | 'h3' | 'li' | 'span' | 'summary'

function holding<E extends Holder>(element: E) {
  return ({ k, p, ...attributes }: TextOf & Omit<JSX.IntrinsicElements[E], 'children' | 'ref'>) =>
    h(element, attributes as object, <T k={k} p={p} />)
}

/** Text in marks (`{漢字|かんじ}`) as elements. */
export function Ruby({ text, p = {} }: { readonly text: string; readonly p?: Insert | undefined }): VNode {
  return (
    <>
      {piecesOf(text, p, tagOf(shownLanguage())).map((piece, index) => {
        if (piece.kind === 'words') return piece.words
        if (piece.kind === 'param') return p[piece.name] ?? ''
        return (
          <ruby key={index}>
            {piece.words}
            <rp>（</rp>
            <rt>{piece.reading}</rt>
            <rp>）</rp>
          </ruby>
        )
      })}
    </>
  )
}

/** A message in the reader's language. */
export function Say({ message }: { readonly message: Message }) {
  return typeof message === 'string' ? <>{message}</> : <T k={message.k} p={message.p} />
}

/** A message as plain text. */
export function sayPlain(message: Message): string {
  return typeof message === 'string' ? message : translate(message.k, message.p)
}
