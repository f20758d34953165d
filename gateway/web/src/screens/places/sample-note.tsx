import { Span, T } from '../../i18n/text.tsx'

/** Facts of the demo that no city ever stated are named as samples. */
export function SampleNote({ facts }: { readonly facts: readonly string[] }) {
  if (facts.length === 0) return null
  return (
    <p class="sample-note">
      <Span k="places.sample" class="tag" />{' '}
      <T k="places.sample-facts" p={{ facts: <span lang="ja">{facts.join('、')}</span> }} />
    </p>
  )
}
