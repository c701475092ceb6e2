/** What the bytes are, whatever the file is called. `raw` is the name people know it by. */
export interface Kind {
  readonly kind: 'zip' | 'ole' | 'scan' | 'packed' | 'markup' | 'other' | 'text' | 'empty'
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
): 'xlsx' | 'xlsb' | 'docx' | 'ambiguous' | 'ofd' | 'ods' | 'zip' {
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name))
  const isBook = has(/^xl\//i)
  const isDocument = has(/^word\//i)
  if (isBook && isDocument) return 'ambiguous'
  if (has(/^xl\/workbook\.bin$/i)) return 'xlsb'
  if (isBook) return 'xlsx'
  if (isDocument) return 'docx'
  if (has(/^OFD\.xml$/i)) return 'ofd'
  return has(/^mimetype$/) && has(/^content\.xml$/) ? 'ods' : 'zip'
}

/** What an OLE container holds, by its streams; a broken one is only searched for their names. */
export function oleKindOf(
  names: readonly string[] | undefined,
  bytes: Uint8Array,
): 'encrypted' | 'doc' | 'xls' | 'other' {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const has = (stream: string) =>
    names?.includes(stream) ?? buffer.includes(Buffer.from(stream, 'utf16le'))
  if (has('EncryptedPackage')) return 'encrypted'
  if (has('WordDocument')) return 'doc'
  return has('Workbook') || (names !== undefined && has('Book')) ? 'xls' : 'other'
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
  ['other', 'RTF', /^\{\\rtf/],
  ['other', 'MHTML', /^(\xef\xbb\xbf)?\s*(MIME-Version|Content-Type): /i],
  ['markup', 'XML', /^(\xef\xbb\xbf)?\s*<\?xml/i],
  ['markup', 'HTML', /^(\xef\xbb\xbf)?\s*<(!doctype|html|head|body|div|table|meta|style|!--)/i],
]
