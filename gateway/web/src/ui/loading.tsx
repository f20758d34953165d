import { T } from '../i18n/text.tsx'

export function Loading() {
  return (
    <p class="loading" role="status">
      <T k="common.loading" />
    </p>
  )
}
