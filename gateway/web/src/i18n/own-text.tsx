import { useLanguage } from './language.ts'
import { ownWords, type Worded } from './own-words.ts'

type Props<F extends string> = { readonly of: Worded<F>; readonly field: F }

/** What a city wrote, in the reader's language where it wrote it so. */
export function OwnText<F extends string>({ of, field }: Props<F>) {
  const { text, lang } = ownWords(of, field, useLanguage())
  return <span lang={lang}>{text}</span>
}

/** The same in paragraphs. */
export function OwnLines<F extends string>({ of, field }: Props<F>) {
  const { text, lang } = ownWords(of, field, useLanguage())
  return (
    <div class="own-lines" lang={lang}>
      <Lines text={text} />
    </div>
  )
}

export function Lines({ text }: { readonly text: string }) {
  return (
    <>
      {text.split('\n').map((line, index) => (
        <p key={index}>{line}</p>
      ))}
    </>
  )
}
