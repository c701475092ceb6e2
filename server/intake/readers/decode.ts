import { isUtf8 } from 'node:buffer'
import { garbled } from './garbled.ts'
import { byMark, type Encoding, withoutMark } from './mark.ts'
import { ReadFault, refuse } from './refuse.ts'

export interface Decoded {
  readonly text: string
  readonly encoding: Encoding
}

/** A text whose encoding is known; a long one need not be held as a whole. */
export interface OpenText {
  readonly encoding: Encoding
  /** As much of its beginning as tells what it is. */
  readonly start: string
  /** The text as UTF-8, without its mark, in pieces that end where a character ends. */
  pieces(): Iterable<Uint8Array>
}

/** Byte order mark, what a web page says of itself, then strict UTF-8, then GB18030 (never its subset GBK: it loses 塘㙍镇). */
export function openText(bytes: Uint8Array): OpenText {
  const marked = byMark(bytes)
  if (!marked && bytes.includes(0)) throw binary()
  const encoding = marked ?? declared(bytes) ?? (isUtf8(bytes) ? 'utf-8' : 'gb18030')
  if (encoding === 'utf-8' && !isUtf8(bytes)) throw refuse('R_ENCODING', 'lost-text', { encoding })
  const start = startOf(bytes, encoding)
  if (start.includes('\0')) throw binary()
  const sign = garbled(start)
  if (sign) throw refuse('R_ENCODING', 'lost-text', { encoding, sign })
  return { encoding, start, pieces: () => piecesOf(bytes, encoding) }
}

/** The whole text. */
export function decodeText(bytes: Uint8Array): Decoded {
  const { encoding } = openText(bytes)
  const text = decoded(decoderOf(encoding), bytes, false)
  return { text, encoding }
}

const START = 800_000 // bytes: two hundred thousand characters, however they are written
const PIECE = 64 * 1024

function startOf(bytes: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(encoding).decode(bytes.subarray(0, START), { stream: true })
}

function* piecesOf(bytes: Uint8Array, encoding: Encoding): Generator<Uint8Array> {
  if (encoding === 'utf-8') {
    if (bytes.includes(0)) throw binary()
    yield withoutMark(bytes)
    return
  }
  const decoder = decoderOf(encoding)
  for (let at = 0; at < bytes.length; at += PIECE) {
    const stream = at + PIECE < bytes.length
    yield Buffer.from(decoded(decoder, bytes.subarray(at, at + PIECE), stream))
  }
}

/** GB18030 not strict: one lost character in a name is for the checks to report, with its cell. */
const decoderOf = (encoding: Encoding) =>
  new TextDecoder(encoding, { fatal: encoding !== 'gb18030' })

function decoded(decoder: TextDecoder, bytes: Uint8Array, stream: boolean): string {
  try {
    const text = decoder.decode(bytes, { stream })
    if (text.includes('\0')) throw binary()
    return text
  } catch (error) {
    if (error instanceof ReadFault) throw error
    throw refuse('R_ENCODING', 'lost-text', { encoding: decoder.encoding }, error)
  }
}

const binary = () => refuse('R_FORMAT', 'binary', { raw: 'binary' })

/** `<meta charset=gb2312>`; believed as far as the text then reads as text. */
function declared(bytes: Uint8Array): Encoding | undefined {
  const start = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  const [, label = ''] = /^\s*<[\s\S]*?(?:charset|encoding)\s*=\s*["']?([\w-]+)/i.exec(start) ?? []
  if (/^utf-?8$/i.test(label)) return isUtf8(bytes) ? 'utf-8' : undefined
  if (!/^gb/i.test(label)) return undefined
  return garbled(startOf(bytes, 'gb18030')) ? undefined : 'gb18030'
}
