import { useLanguage } from '../language.ts'
import { type OwnProps, ownWords } from '../own-words.ts'
import { Span } from '../text.tsx'

/** V7: what a city wrote, for who reads another language: with readings, and a mark where it is there in Japanese alone. */
export function Others<F extends string>({ of, field, as = 'name' }: OwnProps<F>) {
  const language = useLanguage()
  const { text, lang } = ownWords(of, field, language)
  const isForeign = of.translations?.[language === 'ja' ? 'en' : language]?.[field] === undefined
  const kana = as === 'name' && isForeign && language === 'ja-easy' ? of.facts?.kana : undefined
  const shown = (line: string) => (language === 'ja-easy' ? <WithReadings text={line} /> : line)
  if (as === 'lines')
    return (
      <>
        {isForeign && <JapaneseOnly />}
        <div class="own-lines" lang={lang}>
          {text.split('\n').map((line, index) => (
            <p key={index}>{shown(line)}</p>
          ))}
        </div>
      </>
    )
  return (
    <>
      <span lang={lang}>{kana ? <Reading of={text} is={inHiragana(kana)} /> : shown(text)}</span>
      {as === 'sentence' && isForeign && <JapaneseOnly />}
    </>
  )
}

function JapaneseOnly() {
  return <Span k="common.japanese-only" class="tag" />
}

const WHOLE = /^([^（）]+)（((?=.*\p{Script=Hiragana})[\p{Script=Hiragana}\p{Script=Katakana}ー ]+)）$/u
const WORD = /(\p{Script=Han}+)（(\p{Script=Hiragana}+)）/u

/** A city writes readings as a mail does, `洋室（ようしつ）`, behind a word or a whole name; on a page they stand above it. */
function WithReadings({ text }: { readonly text: string }) {
  const [, name, reading] = WHOLE.exec(text) ?? []
  if (name !== undefined && reading !== undefined) return <Reading of={name} is={reading} />
  const parts = text.split(WORD)
  return (
    <>
      {parts.map((part, index) => {
        if (index % 3 === 0) return part
        if (index % 3 === 2) return null
        return <Reading key={index} of={part} is={parts[index + 1] ?? ''} />
      })}
    </>
  )
}

// A ruby cannot break, so a long one would be wider than a phone with large text.
const LONGEST_RUBY = 12

function Reading({ of, is }: { readonly of: string; readonly is: string }) {
  if (is.length > LONGEST_RUBY) return `${of}（${is}）`
  return (
    <ruby>
      {of}
      <rp>（</rp>
      <rt>{is}</rt>
      <rp>）</rp>
    </ruby>
  )
}

/** The reading that a venue has for the city's open data is in katakana. */
function inHiragana(kana: string): string {
  return kana.replace(/[ァ-ヶ]/g, letter => String.fromCodePoint((letter.codePointAt(0) ?? 0) - 0x60))
}
