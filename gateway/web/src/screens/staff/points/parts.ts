/** G8: what staff do about points, in a chunk of its own. */
export { NoShow } from './no-show.tsx'
export { PersonPoints } from './person-points.tsx'
