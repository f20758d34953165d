/** D23: said by a read that a page makes by itself, with nobody at it: the session is not used by it. What says nothing is a person's. */
export const BACKGROUND_HEADER = 'x-background'
