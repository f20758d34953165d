/** B15: the browser's way back may show a page as it was left, with answers of then; they are asked for again. */
export function onRestored(listener: () => void): () => void {
  const look = (event: PageTransitionEvent) => {
    if (event.persisted) listener()
  }
  addEventListener('pageshow', look)
  return () => removeEventListener('pageshow', look)
}
