/** A cookie that carries a token: the session's, or the mark of a device (V3). */
export type TokenCookie = {
  readonly name: string
  /** The token of the request's one cookie of this name; two of them are none (A23). */
  readonly read: (header: string | undefined) => string | undefined
  /** Without an age the cookie ends with the browser. */
  readonly set: (token: string, maxAgeSeconds: number | undefined) => string
  readonly clear: () => string
}

// RFC 6265 cookie-octets less the quote characters; 200 is what the contract takes as a token.
const TOKEN = /^[A-Za-z0-9._~+/=-]{1,200}$/

/** `__Host-` binds the cookie to this very host and path over TLS; browsers refuse that prefix on plain http. */
export function createTokenCookie(publicUrl: string, plainName: 'session' | 'device'): TokenCookie {
  const secure = publicUrl.startsWith('https:')
  const name = secure ? `__Host-${plainName}` : plainName
  const attributes = `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
  return {
    name,
    read(header) {
      const values = (header ?? '')
        .split(';')
        .map(pair => pair.trim())
        .filter(pair => pair.startsWith(`${name}=`))
      const value = values.length === 1 ? values[0]?.slice(name.length + 1) : undefined
      return value !== undefined && TOKEN.test(value) ? value : undefined
    },
    set(token, maxAgeSeconds) {
      if (!TOKEN.test(token)) throw new Error('A token that no cookie can carry')
      const age = maxAgeSeconds === undefined ? '' : ` Max-Age=${Math.max(0, Math.floor(maxAgeSeconds))};`
      return `${name}=${token};${age} ${attributes}`
    },
    clear: () => `${name}=; Max-Age=0; ${attributes}`,
  }
}
