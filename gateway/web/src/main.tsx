import { render } from 'preact'
import { App, loaderFor } from './app.tsx'
import { firstLanguage } from './i18n/language.ts'
import { showLanguage, wantTexts } from './i18n/texts.ts'
import { guardPreloads } from './shell/preload-guard.ts'
import { rememberedTextSize, showTextSize } from './shell/text-size.ts'
import './styles/main.css'

void start().catch(() => {
  document.getElementById('start-failed')?.removeAttribute('hidden')
})

async function start(): Promise<void> {
  guardPreloads()
  showTextSize(rememberedTextSize())
  await showLanguage(firstLanguage())
  // The screen's own chunk is fetched beside the texts of all pages; a failure shows again, and is told, where it is used.
  const first = loaderFor(location.pathname)?.().then(({ area }) => wantTexts(area.texts))
  await Promise.all([wantTexts(['common']), first?.catch(() => undefined)])
  const place = document.getElementById('app')
  if (place) render(<App />, place)
}
