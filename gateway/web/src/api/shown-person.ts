let shown: string | undefined

/** B3b: whom the page shows as logged in. Every write says so, for the cookie may have become another person's meanwhile. */
export function showPerson(personId: string): void {
  shown = personId
}

export function shownPerson(): string | undefined {
  return shown
}
