/** What the bytes are, whatever the file is called. `raw` is the name people know it by. */
export interface Kind {
  readonly kind: 'zip' | 'ole' | 'scan' | 'packed' | 'markup' | 'text' | 'empty'
  readonly raw: string
}

export function kindOf(bytes: Uint8Array): Kind {
  if (bytes.length === 0) return { kind: 'empty', raw: '' }
  const start = Buffer.from(bytes.subarray(0, 1024))
  const hex = start.subarray(0, 16).toString('hex')
  const known = SIGNATURES.find(([, , pattern]) => pattern.test(hex))
  const words = known ?? MARKUP.find(([, , pattern]) => pattern.test(start.toString('latin1')))
  if (words) return { kind: words[0], raw: words[1] }
  return { kind: 'text', raw: 'text' }
}

/** What a zip is, by the parts it has. */
export function zipKindOf(
  names: readonly string[],
): 'xlsx' | 'xlsb' | 'docx' | 'ofd' | 'ods' | 'zip' {
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name))
  if (has(/^xl\/workbook\.bin$/i)) return 'xlsb'
  if (has(/^xl\//i)) return 'xlsx'
  if (has(/^word\//i)) return 'docx'
  if (has(/^OFD\.xml$/i)) return 'ofd'
  return has(/^mimetype$/) && has(/^content\.xml$/) ? 'ods' : 'zip'
}

/** What an OLE container holds, by the names of its streams (UTF-16LE in its directory). */
export function oleKindOf(bytes: Uint8Array): 'encrypted' | 'doc' | 'other' {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const has = (stream: string) => buffer.includes(Buffer.from(stream, 'utf16le'))
  if (has('EncryptedPackage')) return 'encrypted'
  return has('WordDocument') ? 'doc' : 'other'
}

type Sign = readonly [kind: Kind['kind'], raw: string, pattern: RegExp]

// first bytes, in hexadecimal
const SIGNATURES: readonly Sign[] = [
  ['zip', 'zip', /^504b(0304|0506)/],
  ['ole', 'OLE', /^d0cf11e0/],
  ['scan', 'JPEG', /^ffd8ff/],
  ['scan', 'PNG', /^89504e470d0a/],
  ['scan', 'HEIC', /^.{8}66747970(6865(69|76)|6d696631|6d736631|61766966)/], // ftyp hei hev mif1 …
  ['scan', 'TIFF', /^(49492a00|4d4d002a)/],
  ['scan', 'GIF', /^4749463837|^4749463839/],
  ['scan', 'BMP', /^424d.{8}00000000/],
  ['scan', 'WebP', /^52494646.{8}57454250/],
  ['packed', 'rar', /^526172211a07/],
  ['packed', '7z', /^377abcaf271c/],
  ['packed', 'gz', /^1f8b/],
  ['packed', 'bz2', /^425a683[1-9]/],
  ['packed', 'xz', /^fd377a585a/],
]

// first words, as Latin-1; a byte order mark may stand before them
const MARKUP: readonly Sign[] = [
  ['scan', 'PDF', /^(\xef\xbb\xbf)?\s*%PDF-/],
  ['markup', 'RTF', /^\{\\rtf/],
  ['markup', 'HTML', /^(\xef\xbb\xbf)?\s*<(!doctype|html|head|body|table|meta|\?xml|!--)/i],
]
