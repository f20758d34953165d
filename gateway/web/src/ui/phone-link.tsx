/** A number to dial, written as the city writes it. */
export function PhoneLink({ phone }: { readonly phone: string }) {
  return (
    <a class="nowrap" href={`tel:${phone.replace(/[^\d+]/g, '')}`}>
      {phone}
    </a>
  )
}
