import type { ComponentChild, VNode } from 'preact'
import type { Key } from './catalogue.ts'
import { useLanguage } from './language.ts'
import { type Params, piecesOf, plainText } from './markup.ts'
import type { Message } from './message.ts'
import { rawText } from './texts.ts'

/** `t('common.menu')`: a text without readings, for titles, options, names of controls and logs. */
export type Translate = (key: Key, params?: Params) => string

/** `const t = useText()`. What people read on the page itself goes through `<T>`, which shows readings. */
export function useText(): Translate {
  useLanguage()
  return translate
}

/** Outside of components. */
export function translate(key: Key, params?: Params): string {
  return plainText(rawText(key), params)
}

type Insert = Readonly<Record<string, ComponentChild>>

/** A text with its readings; parameters may be elements: `<T k="booking.until" p={{ day: <Day date={date} /> }} />`. */
export function T({ k, p }: { readonly k: Key; readonly p?: Insert | undefined }) {
  useLanguage()
  return <Ruby text={rawText(k)} p={p} />
}

/** Text in marks (`{漢字|かんじ}`) as elements. */
export function Ruby({ text, p = {} }: { readonly text: string; readonly p?: Insert | undefined }): VNode {
  return (
    <>
      {piecesOf(text).map((piece, index) => {
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
