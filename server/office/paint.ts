import { XML_HEAD } from './markup.ts'
import { appendTo, applyEdits, attribute, elementsOf, withAttribute } from './tags.ts'

export type Severity = 'ERROR' | 'WARNING' | 'NOTE'

/** The colours of marked cells. No office chooses exactly these, so a later check finds them. */
const COLOURS: Record<Severity, string> = {
  ERROR: 'FFF7B5AE',
  WARNING: 'FFFDE3A1',
  NOTE: 'FFCFE4F6',
}

export interface Paint {
  /** The cell style `base` in the colour of a severity. */
  coloured(base: number, severity: Severity): number
  /** A style for running text: wrapped, at the top, in a colour or none, bold or not. */
  text(severity?: Severity, bold?: boolean): number
  xml(): string
}

/** Adds to the styles of a workbook; colours of an earlier check are taken off first. */
export function openPaint(stylesXml: string | undefined): Paint {
  let xml = stylesXml ?? PLAIN_STYLES
  const fills = new Map<Severity, number>()
  for (const severity of Object.keys(COLOURS) as Severity[]) {
    const fill = fillXml(COLOURS[severity])
    const known = placesOf(xml, 'fills').findIndex((raw) => raw.includes(COLOURS[severity]))
    if (known < 0) xml = appended(xml, 'fills', fill)
    fills.set(severity, known < 0 ? placesOf(xml, 'fills').length - 1 : known)
  }
  xml = withoutFills(xml, new Set([...fills.values()].map(String)))
  xml = appended(xml, 'fonts', '<font><b/><sz val="11"/></font>')
  const bold = placesOf(xml, 'fonts').length - 1
  const formats = placesOf(xml, 'cellXfs')
  const made = new Map<string, number>()
  const numberOf = (format: string) => {
    const number = made.get(format) ?? formats.length + made.size
    made.set(format, number)
    return number
  }
  return {
    coloured: (base, severity) => numberOf(filled(formats[base] ?? PLAIN, fills.get(severity))),
    text(severity, isBold) {
      const font = isBold ? withAttribute(WRAPPED, 'fontId', bold) : WRAPPED
      return numberOf(severity ? filled(font, fills.get(severity)) : font)
    },
    xml: () => appended(xml, 'cellXfs', ...made.keys()),
  }
}

