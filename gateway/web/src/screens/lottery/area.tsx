import '../../styles/mine.css'
import type { Area, ScreenProps } from '../../shell/area.tsx'
import { useLater } from '../../shell/later.ts'
import { Loading } from '../../ui/loading.tsx'
import { EntryScreen } from './entry-screen.tsx'

export const area: Area = {
  screens: {
    '/entries/:entryId': EntryScreen,
    '/entries/:entryId/withdraw': Withdraw,
  },
}

// Reached from an entry, with words of its own.
function Withdraw(props: ScreenProps) {
  const part = useLater(() => import('./withdraw-screen.tsx'), ['press'])
  return part ? <part.WithdrawScreen {...props} /> : <Loading />
}
