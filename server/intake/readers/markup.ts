/** A piece of a web page: a tag (`open`, `close`) or the text between two tags. */
export interface Piece {
  readonly kind: 'open' | 'close' | 'text'
  /** The name of the tag in small letters, or the text with its entities read. */
  readonly value: string
  readonly attributes: string
}

/** Takes a page apart without judging it, in one pass; comments, scripts and styles are left out. */
export function* piecesOf(page: string): Generator<Piece> {
  const unclosed = new Set<string>()
  let at = 0
  while (at < page.length) {
    const start = page.indexOf('<', at)
    const text = page.slice(at, start < 0 ? undefined : start)
    if (text) yield textPiece(text)
    if (start < 0) return
    const sign = page[start + 1] ?? ''
    if (page.startsWith('<!--', start)) at = after(page, '-->', start + 4)
    else if (sign === '!' || sign === '?') at = after(page, '>', start)
    else if (!/[a-z/]/i.test(sign)) {
      yield textPiece('<')
      at = start + 1
    } else {
      at = endOfTag(page, start)
      const piece = tagPiece(page.slice(start, at))
      if (piece.kind === 'open' && SILENT.has(piece.value))
        at = skip(page, piece.value, at, unclosed)
      else yield piece
    }
  }
}

/** `attributeOf(' rowspan="2"', 'rowspan')` → `'2'` */
export function attributeOf(attributes: string, name: string): string {
  const pattern = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]*))`, 'i')
  const [, double, single, bare = ''] = pattern.exec(attributes) ?? []
  return readEntities(double ?? single ?? bare)
}

const SILENT = new Set(['script', 'style', 'head', 'xml', 'title', 'textarea', 'noscript'])

function textPiece(text: string): Piece {
  return { kind: 'text', value: readEntities(text), attributes: '' }
}

function tagPiece(raw: string): Piece {
  const [, slash, name = '', attributes = ''] = /^<(\/?)([^\s/>]*)([\s\S]*)$/.exec(raw) ?? []
  return { kind: slash ? 'close' : 'open', value: name.toLowerCase(), attributes }
}

function after(page: string, sign: string, from: number): number {
  const found = page.indexOf(sign, from)
  return found < 0 ? page.length : found + sign.length
}

/** A `>` inside quotes does not end a tag, unless the quotes themselves never end. */
function endOfTag(page: string, start: number): number {
  let quote = ''
  const most = Math.min(page.length, start + 10_000)
  for (let at = start + 1; at < most; at++) {
    const sign = page[at] as string
    if (quote) {
      if (sign === quote) quote = ''
    } else if (sign === '>') return at + 1
    else if ((sign === '"' || sign === "'") && page[at - 1] === '=') quote = sign
  }
  return after(page, '>', start)
}

/** Past what a script or a style holds; one that never ends is not skipped, nor looked for again. */
function skip(page: string, name: string, from: number, unclosed: Set<string>): number {
  if (unclosed.has(name)) return from
  const end = new RegExp(`</${name}(?=[\\s>])`, 'gi')
  end.lastIndex = from
  const found = end.exec(page)
  if (!found) unclosed.add(name)
  return found?.index ?? from
}

function readEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));?/gi,
    (all, ten, hex, name) => {
      if (name) return NAMED[name] ?? NAMED[name.toLowerCase()] ?? all
      const code = ten ? Number(ten) : Number.parseInt(hex, 16)
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD'
    },
  )
}

const NAMED: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  middot: '·',
  bull: '•',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  times: '×',
  divide: '÷',
  radic: '√',
  deg: '°',
  yen: '¥',
}
