import { useLater } from '../shell/later.ts'
import { useLanguage } from './language.ts'
import { type OwnProps, ownWords } from './own-words.ts'

/** What a city wrote, in the reader's language where it wrote it so. */
export function OwnText<F extends string>(props: OwnProps<F>) {
  return useLanguage() === 'ja' ? <Plain {...props} /> : <Other {...props} />
}

/** The same in paragraphs. */
export function OwnLines<F extends string>(props: OwnProps<F>) {
  return <OwnText {...props} as="lines" />
}

// Readings and the mark of what is in Japanese alone are for readers of other languages.
function Other<F extends string>(props: OwnProps<F>) {
  const part = useLater(() => import('./readings/others.tsx'), [])
  return part ? <part.Others {...props} /> : <Plain {...props} />
}

function Plain<F extends string>({ of, field, as }: OwnProps<F>) {
  const { text, lang } = ownWords(of, field, useLanguage())
  if (as !== 'lines') return <span lang={lang}>{text}</span>
  return (
    <div class="own-lines" lang={lang}>
      {text.split('\n').map((line, index) => (
        <p key={index}>{line}</p>
      ))}
    </div>
  )
}
