import { garbled } from './garbled.ts'
import { refuse } from './refuse.ts'

export interface Decoded {
  readonly text: string
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'
}

/** Byte order mark, what a web page says of itself, then strict UTF-8, then GB18030 (never its subset GBK: it loses 塘㙍镇). */
export function decodeText(bytes: Uint8Array): Decoded {
  const marked = byMark(bytes)
  if (!marked && bytes.includes(0)) throw refuse('R_FORMAT', 'binary', { raw: 'binary' })
  const decoded = marked ?? declared(bytes) ?? strict(bytes, 'utf-8') ?? chinese(bytes)
  if (decoded.text.includes('\0')) throw refuse('R_FORMAT', 'binary', { raw: 'binary' })
  const sign = garbled(decoded.text)
  if (sign) throw refuse('R_ENCODING', 'lost-text', { encoding: decoded.encoding, sign })
  return decoded
}

function byMark(bytes: Uint8Array): Decoded | undefined {
  const [a, b, c] = bytes
  const encoding =
    a === 0xef && b === 0xbb && c === 0xbf
      ? 'utf-8'
      : a === 0xff && b === 0xfe
        ? 'utf-16le'
        : a === 0xfe && b === 0xff
          ? 'utf-16be'
          : undefined
  if (!encoding) return undefined
  const decoded = strict(bytes, encoding)
  if (!decoded) throw refuse('R_ENCODING', 'lost-text', { encoding })
  return decoded
}

/** `<meta charset=gb2312>`; believed as far as the text then reads as text. */
function declared(bytes: Uint8Array): Decoded | undefined {
  const start = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  const [, label = ''] = /^\s*<[\s\S]*?(?:charset|encoding)\s*=\s*["']?([\w-]+)/i.exec(start) ?? []
  if (/^utf-?8$/i.test(label)) return strict(bytes, 'utf-8')
  if (!/^gb/i.test(label)) return undefined
  const decoded = chinese(bytes)
  return garbled(decoded.text) ? undefined : decoded
}

function strict(bytes: Uint8Array, encoding: Decoded['encoding']): Decoded | undefined {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding }
  } catch {
    return undefined
  }
}

/** Not strict: one lost character in a name is for the checks to report, with its cell. */
function chinese(bytes: Uint8Array): Decoded {
  return { text: new TextDecoder('gb18030').decode(bytes), encoding: 'gb18030' }
}
