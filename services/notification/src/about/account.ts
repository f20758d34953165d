import type { Block, Frame } from '../domain/letter.ts'

export function loginPage(label: string, { city, publicUrl }: Frame): Block {
  return { kind: 'link', label, url: `${publicUrl}/login?city=${city.cityId}` }
}
