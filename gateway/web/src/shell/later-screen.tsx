import type { TextArea } from '../i18n/catalogue.ts'
import { Loading } from '../ui/loading.tsx'
import type { Screen } from './area.tsx'
import { useLater } from './later.ts'

/** A screen that few open, in a chunk of its own: the others of its area need not bring it. */
export function laterScreen<M extends object>(
  load: () => Promise<M>,
  screenOf: (loaded: M) => Screen,
  /** Texts of its own. */
  texts: readonly TextArea[] = [],
): Screen {
  return function LaterScreen(props) {
    const loaded = useLater(load, texts)
    const Loaded = loaded && screenOf(loaded)
    return Loaded ? <Loaded {...props} /> : <Loading />
  }
}
