/** UTF-8 with or without its mark, or else the Shift_JIS of Windows (Windows-31J), which most old systems export; nothing where it is neither. */
export function decodeText(bytes: Uint8Array): string | undefined {
  return decoded(bytes, 'utf-8') ?? decoded(bytes, 'shift_jis')
}

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
