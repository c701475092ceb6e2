// Changing XML in place: what is not touched stays as it was, byte for byte.

export interface Tag {
  /** Without its prefix. */
  readonly name: string
  readonly prefix: string
  readonly kind: 'open' | 'close' | 'empty'
  readonly raw: string
  readonly start: number
  readonly end: number
}

export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** The tags in order; comments, CDATA and instructions are passed over. */
export function* tagsOf(xml: string): Generator<Tag> {
  const pattern =
    /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<[?!][^>]*>|<(\/?)(?:([\w.-]+):)?([^\s/>]+)(?:"[^"]*"|'[^']*'|[^>"'])*>/g
  for (const match of xml.matchAll(pattern)) {
    const [raw, slash, prefix, name] = match
    if (name === undefined) continue
    const kind = slash ? 'close' : raw.endsWith('/>') ? 'empty' : 'open'
    const start = match.index
    yield { name, prefix: prefix ? `${prefix}:` : '', kind, raw, start, end: start + raw.length }
  }
}

export interface Element {
  readonly open: Tag
  readonly close: Tag
  /** Names from the root down to here: `['styleSheet', 'fills', 'fill']` */
  readonly path: readonly string[]
  readonly raw: string
}

/** The elements called `name`, in order of their ends. */
export function elementsOf(xml: string, name: string): Element[] {
  const found: Element[] = []
  const above: Tag[] = []
  for (const tag of tagsOf(xml)) {
    if (tag.kind !== 'close') above.push(tag)
    if (tag.kind === 'open') continue
    const open = above.at(-1)
    if (open?.name === name) {
      const path = above.map((each) => each.name)
      found.push({ open, close: tag, path, raw: xml.slice(open.start, tag.end) })
    }
    above.pop()
  }
  return found
}

export function applyEdits(xml: string, edits: readonly Edit[]): string {
  let result = ''
  let at = 0
  for (const { start, end, text } of [...edits].sort((a, b) => a.start - b.start)) {
    result += xml.slice(at, start) + text
    at = end
  }
  return result + xml.slice(at)
}

/** Puts `text` in as the last child. */
export function appendTo(xml: string, { open, close }: Element, text: string): string {
  if (open.kind === 'open') return applyEdits(xml, [{ start: close.start, end: close.start, text }])
  const opened = `${open.raw.slice(0, -2)}>${text}</${open.prefix}${open.name}>`
  return applyEdits(xml, [{ start: open.start, end: open.end, text: opened }])
}

/** What its elements called `t` say, in one. */
export function wordsIn(xml: string): string {
  return elementsOf(xml, 't')
    .map(({ open, close, raw }) => unescapeXml(raw.slice(open.raw.length, -close.raw.length)))
    .join('')
}

/** The value of an attribute, by its local name. */
export function attribute(raw: string, name: string): string | undefined {
  for (const [, key = '', double, single] of raw.matchAll(ATTRIBUTE)) {
    if (key === name || key.endsWith(`:${name}`)) return unescapeXml(double ?? single ?? '')
  }
  return undefined
}

/** The tag with the attribute set; `value` must need no escaping. */
export function withAttribute(raw: string, name: string, value: string | number): string {
  const bare = withoutAttribute(raw, name)
  return bare.replace(/\s*\/?>$/, (end) => ` ${name}="${value}"${end.trim()}`)
}

export function withoutAttribute(raw: string, name: string): string {
  return raw.replace(ATTRIBUTE, (pair, key) => (key === name ? '' : pair))
}

const ATTRIBUTE = /\s+([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

export function unescapeXml(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (all, decimal, hexadecimal, name) => {
    if (name) return NAMED[name] ?? all
    const code = decimal ? Number(decimal) : Number.parseInt(hexadecimal, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : all
  })
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
