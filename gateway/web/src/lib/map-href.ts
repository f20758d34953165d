type Place = { readonly latitude: number; readonly longitude: number }

/** M10: the city's map page for a place; without one, what the device opens its own map with (RFC 5870). */
export function mapHref(template: string | undefined, { latitude, longitude }: Place): string {
  return (template ?? 'geo:{latitude},{longitude}')
    .replaceAll('{latitude}', String(latitude))
    .replaceAll('{longitude}', String(longitude))
}
