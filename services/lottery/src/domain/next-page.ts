/** Where the next page of entries begins: a full page may have another one after it. */
export function nextOf(entries: readonly { readonly entryId: string }[], limit: number): string | null {
  return entries.length === limit ? (entries.at(-1)?.entryId ?? null) : null
}
