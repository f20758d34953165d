import type { AreaPlace } from '../areas.ts'
import { wantTexts } from '../i18n/texts.ts'
import type { Area } from './area.tsx'

const ready = new Map<AreaPlace, Area>()

/** An area's chunk with its texts beside it, not after it. */
export async function loadArea(place: AreaPlace): Promise<Area> {
  const [{ area }] = await Promise.all([place.load(), wantTexts(place.texts)])
  ready.set(place, area)
  return area
}

/** The area where it is loaded already, so that it is drawn without a turn of waiting. */
export function readyArea(place: AreaPlace): Area | undefined {
  return ready.get(place)
}
