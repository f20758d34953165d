/** One row more than asked for says whether there is another page. */
export function pageOfNotices<N extends { readonly noticeId: string }>(rows: readonly N[], limit: number) {
  const items = rows.slice(0, limit)
  return { items, next: rows.length > limit ? (items.at(-1)?.noticeId ?? null) : null }
}
