export const TEXT_SIZES = ['normal', 'large', 'largest'] as const
type TextSize = (typeof TEXT_SIZES)[number]
const NAME = 'text-size'

/** R19: the size of all text; the style sheet turns it into the root's font size. */
export function showTextSize(size: TextSize): void {
  document.documentElement.dataset.textSize = size
  try {
    localStorage.setItem(NAME, size)
  } catch {
    // Kept for this page only where storage is forbidden.
  }
}

export function rememberedTextSize(): TextSize {
  try {
    return TEXT_SIZES.find(size => size === localStorage.getItem(NAME)) ?? 'normal'
  } catch {
    return 'normal'
  }
}
