import { html, raw } from 'hono/html'

export type Html = ReturnType<typeof html>

/** The whole style of our pages; the policy allows exactly this text, so nothing else may be styled in line. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --line: #8886; --soft: #8882; }
body { font: 1.0625rem/1.7 system-ui, sans-serif; max-width: 52rem; margin: 0 auto; padding: 1rem 1rem 4rem; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.25rem; margin-top: 2.5rem; } h3 { font-size: 1.05rem; margin-top: 2rem; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: start; vertical-align: top; padding: .4rem .6rem; border-bottom: 1px solid var(--line); }
code { font-family: ui-monospace, monospace; overflow-wrap: anywhere; background: var(--soft); padding: .1em .3em; }
td code { font-size: .82em; overflow-wrap: normal; }
pre { overflow-x: auto; background: var(--soft); padding: .8rem; font-size: .85rem; line-height: 1.45; } pre code { background: none; padding: 0; }
summary { cursor: pointer; min-height: 1.75rem; } :target { outline: 3px solid currentColor; outline-offset: .3rem; }
`

/** Plain text of the whole document. */
export async function page(title: string, body: Html): Promise<string> {
  const document = await html`<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
${raw(`<style>${PAGE_STYLE}</style>`)}
</head>
<body>
<main>${body}</main>
</body>
</html>`
  return `${document}`
}
