/** What the bytes are, whatever the file is called. `raw` is the name people know it by. */
export interface Kind {
  readonly kind: 'zip' | 'ole' | 'scan' | 'packed' | 'markup' | 'text' | 'empty'
  readonly raw: string
}

export function kindOf(bytes: Uint8Array): Kind {
  if (bytes.length === 0) return { kind: 'empty', raw: '' }
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  for (const [kind, raw, pattern] of SIGNATURES) {
    if (pattern.test(start)) return { kind, raw }
  }
  return { kind: 'text', raw: 'text' }
}

/** What a zip is, by the parts it has. */
export function zipKindOf(names: readonly string[]): 'xlsx' | 'xlsb' | 'docx' | 'ofd' | 'ods' | 'zip' {
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

const SIGNATURES: readonly (readonly [Kind['kind'], string, RegExp])[] = [
  ['zip', 'zip', /^PK(\x03\x04|\x05\x06)/],
  ['ole', 'OLE', /^\xd0\xcf\x11\xe0/],
  ['scan', 'PDF', /^(\xef\xbb\xbf)?\s*%PDF-/],
  ['scan', 'JPEG', /^\xff\xd8\xff/],
  ['scan', 'PNG', /^\x89PNG\r\n/],
  ['scan', 'HEIC', /^[^]{4}ftyp(hei|hev|mif1|msf1|avif)/],
  ['scan', 'TIFF', /^(II\*\0|MM\0\*)/],
  ['scan', 'GIF', /^GIF8[79]a/],
  ['scan', 'BMP', /^BM[^]{4}\0\0\0\0/],
  ['scan', 'WebP', /^RIFF[^]{4}WEBP/],
  ['packed', 'rar', /^Rar!\x1a\x07/],
  ['packed', '7z', /^7z\xbc\xaf\x27\x1c/],
  ['packed', 'gz', /^\x1f\x8b/],
  ['packed', 'bz2', /^BZh[1-9]/],
  ['packed', 'xz', /^\xfd7zXZ/],
  ['markup', 'RTF', /^\{\\rtf/],
  ['markup', 'HTML', /^(\xef\xbb\xbf)?\s*<(!doctype|html|head|body|table|meta|\?xml|!--)/i],
]
