/** A share from 0 to 1 drawn; the figure stands beside it. */
export function Bar({ share }: { readonly share: number }) {
  return (
    <svg class="report-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect class="report-bar__whole" width="100" height="8" />
      <rect class="report-bar__share" width={Math.min(100, share * 100)} height="8" />
    </svg>
  )
}
