import { useMe } from './session.tsx'

/** G11: what the windows of a day are asked for with, so that they are the reader's own. */
export function useOwnClass() {
  const me = useMe()
  return me?.classId === undefined ? {} : { cityId: me.cityId, classId: me.classId }
}
