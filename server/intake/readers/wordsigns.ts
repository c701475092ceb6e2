/** The sign that a person sees where the file names a place in a font of signs. */
export function signOf(font: string, code: number): string {
  const own = code & 0xff
  if (code > 0xff && (code < 0xf000 || code > 0xf0ff)) return String.fromCodePoint(code)
  if (/^wingdings ?2/i.test(font)) return WINGDINGS_2[own] ?? ''
  if (/^wingdings/i.test(font)) return WINGDINGS[own] ?? ''
  if (/^symbol/i.test(font)) return SYMBOL[own] ?? String.fromCharCode(own)
  if (code > 0xff) return WINGDINGS[own] ?? WINGDINGS_2[own] ?? ''
  return String.fromCharCode(code)
}

/** A text as it is shown in a font. LibreOffice writes signs as characters of private use. */
export function shownIn(font: string, text: string): string {
  if (!/^(wingdings|symbol)/i.test(font) && !/[\uf000-\uf0ff]/.test(text)) return text
  return text.replace(/[\u0021-\u00ff\uf000-\uf0ff]/g, (sign) => signOf(font, sign.charCodeAt(0)))
}

const WINGDINGS: Record<number, string> = {
  108: '●',
  109: '○',
  110: '■',
  111: '□',
  112: '□',
  113: '□',
  114: '□',
  161: '○',
  168: '□',
  251: '×',
  252: '√',
  253: '☒',
  254: '☑',
}

const WINGDINGS_2: Record<number, string> = {
  42: '□',
  79: '×',
  80: '√',
  81: '☒',
  82: '☑',
  83: '☒',
  84: '☒',
  162: '■',
  163: '□',
}

const SYMBOL: Record<number, string> = {
  176: '°',
  179: '≥',
  163: '≤',
  180: '×',
  177: '±',
  183: '•',
  214: '√',
}
