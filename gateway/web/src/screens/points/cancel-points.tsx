import { useEffect } from 'preact/hooks'
import { Li } from '../../i18n/text.tsx'
import { useCity } from '../../shell/city.tsx'
import { meaning } from './meaning.ts'

type Props = {
  readonly points: number
  /** R17: once it is on the page, and again when it changes. */
  readonly onTold: (points: number) => void
}

/** R17: what is lost besides; a press sends what was told here. */
export function CancelPoints({ points, onTold }: Props) {
  useEffect(() => onTold(points), [points, onTold])
  const rules = useCity().city?.policy.points
  return (
    <>
      <Li k="points.cancel-gives" p={{ points }} />
      {rules && <Li k="points.cancel-means" p={meaning(rules)} />}
    </>
  )
}
