import { P } from '../i18n/text.tsx'

export function Loading() {
  return <P k="common.loading" class="loading" role="status" />
}
