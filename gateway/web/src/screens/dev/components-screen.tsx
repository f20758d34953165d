import { Page } from '../../shell/page.tsx'

export function ComponentsScreen() {
  return (
    <Page title="Components" screen="DEV">
      <p>…</p>
    </Page>
  )
}
