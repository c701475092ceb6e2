import { XML_HEAD } from './markup.ts'
import { appendTo, applyEdits, attribute, type Element, elementsOf, withAttribute } from './tags.ts'

export type Severity = 'ERROR' | 'WARNING' | 'NOTE'

/** Adds looks to the styles of a workbook. */
export interface Paint {
  /** The number of the cell style `base` in the colour of a severity. */
  coloured(base: number, severity: Severity): number
  /** The number of a style for running text: wrapped, at the top. */
  text(look: { severity?: Severity; bold?: boolean }): number
  xml(): string
}

/** The colours of an earlier check are taken off first. */
export function openPaint(stylesXml = PLAIN_STYLES): Paint {
  const { xml, fills } = withFills(stylesXml)
  const cleared = withoutFills(xml, new Set([...fills.values()]))
  const boldXml = boldFont(cleared)
  const known = children(cleared, 'fonts').indexOf(boldXml)
  const base = known < 0 ? append(cleared, 'fonts', boldXml) : cleared
  const boldId = children(base, 'fonts').indexOf(boldXml)
  const formats = children(base, 'cellXfs')
  const made = new Map<string, number>()
  const numberOf = (format: string) => {
    const number = made.get(format) ?? formats.length + made.size
    made.set(format, number)
    return number
  }
  return {
    coloured: (number, severity) =>
      numberOf(filled(formats[number] ?? formats[0] ?? PLAIN, fills.get(severity))),
    text({ severity, bold }) {
      const format = bold ? withAttribute(WRAPPED, 'fontId', boldId) : WRAPPED
      const opened = format.replace('/>', `>${ALIGNED}</xf>`)
      return numberOf(severity ? filled(opened, fills.get(severity)) : opened)
    },
    xml: () => append(base, 'cellXfs', ...made.keys()),
  }
}

// No office chooses exactly these colours, so that a later check finds its own again.
export const COLOURS: Record<Severity, string> = {
  ERROR: 'FFF7B5AE',
  WARNING: 'FFFDE3A1',
  NOTE: 'FFCFE4F6',
}

const PLAIN = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
const WRAPPED = `${PLAIN.slice(0, -2)} applyFont="1" applyAlignment="1"/>`
const ALIGNED = '<alignment vertical="top" wrapText="1"/>'
const PLAIN_STYLES = `${XML_HEAD}<styleSheet \
xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font>\
<sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill \
patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>\
<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>\
<cellXfs count="1">${PLAIN}</cellXfs></styleSheet>`

function withFills(stylesXml: string): { xml: string; fills: Map<Severity, number> } {
  let xml = stylesXml
  const fills = new Map<Severity, number>()
  for (const severity of ['ERROR', 'WARNING', 'NOTE'] as const) {
    const colour = COLOURS[severity]
    const places = children(xml, 'fills')
    const known = places.findIndex((raw) => raw.includes(colour))
    if (known < 0) xml = append(xml, 'fills', fillXml(colour))
    fills.set(severity, known < 0 ? places.length : known)
  }
  return { xml, fills }
}

function fillXml(colour: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/></patternFill></fill>`
}

function withoutFills(xml: string, fills: ReadonlySet<number>): string {
  const marked = elementsOf(xml, 'xf').filter(
    ({ open, path }) =>
      path.at(-2) === 'cellXfs' && fills.has(Number(attribute(open.raw, 'fillId'))),
  )
  const edits = marked.map(({ open: { start, end, raw } }) => ({
    start,
    end,
    text: withAttribute(raw, 'fillId', 0),
  }))
  return applyEdits(xml, edits)
}

function filled(format: string, fill = 0): string {
  return format.replace(/^<[^>]*>/, (tag) =>
    withAttribute(withAttribute(tag, 'fillId', fill), 'applyFill', 1),
  )
}

function boldFont(xml: string): string {
  const font = children(xml, 'fonts')[0] ?? '<font><sz val="11"/></font>'
  return /<(\w+:)?b[ />]/.test(font) ? font : font.replace(/^<(\w+:)?font\s*\/?>/, '<$1font><$1b/>')
}

function children(xml: string, list: string): string[] {
  const { open } = find(xml, list)
  const depth = 3 // styleSheet, the list, its entry
  return elementsOf(xml, ENTRIES[list] ?? '')
    .filter(
      ({ path, open: entry }) =>
        path.length === depth && path[1] === list && entry.start > open.start,
    )
    .map(({ raw }) => raw)
}

const ENTRIES: Record<string, string> = { fonts: 'font', fills: 'fill', cellXfs: 'xf' }

function append(xml: string, list: string, ...entries: string[]): string {
  const count = children(xml, list).length + entries.length
  const { open } = find(xml, list)
  const text = withAttribute(open.raw, 'count', count)
  const counted = applyEdits(xml, [{ start: open.start, end: open.end, text }])
  const ours = entries.map((entry) => withPrefix(entry, open.prefix)).join('')
  return appendTo(counted, find(counted, list), ours)
}

function find(xml: string, list: string): Element {
  const element = elementsOf(xml, list).find(({ path }) => path.length === 2)
  if (!element) throw new Error(`the styles of the workbook have no ${list}`)
  return element
}

/** Entries copied from the file have its prefix already. */
function withPrefix(xml: string, prefix: string): string {
  return xml.startsWith(`<${prefix}`) ? xml : xml.replace(/<(\/?)(?=\w)/g, `<$1${prefix}`)
}
