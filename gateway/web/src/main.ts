import { learnTimeOfPage } from './api/server-clock.ts'
import { areaAt } from './areas.ts'
import { firstLanguage } from './i18n/chosen-language.ts'
import { showLanguage, wantTexts } from './i18n/texts.ts'
import { loadArea } from './shell/load-area.ts'
import { guardPreloads } from './shell/preload-guard.ts'
import { rememberedTextSize, showTextSize } from './shell/text-size.ts'
import './styles/main.css'

void start().catch(() => {
  document.getElementById('start-failed')?.removeAttribute('hidden')
})

/** Small and first, so that what the address needs is on its way while the app itself still arrives. */
async function start(): Promise<void> {
  guardPreloads()
  learnTimeOfPage()
  showTextSize(rememberedTextSize())
  await showLanguage(firstLanguage())
  const area = areaAt(location.pathname)
  area?.ask?.(location)
  const [{ showApp }] = await Promise.all([
    import('./app.tsx'),
    wantTexts(['common']),
    // A failure shows again, and is told, where the area is used.
    area && loadArea(area).catch(() => undefined),
  ])
  const place = document.getElementById('app')
  if (place) showApp(place)
}
