import type { Style, Styled } from './book.ts'
import { XML_HEAD } from './markup.ts'

/** Collects the looks a book uses and numbers them in order of first use. */
export interface Styles {
  numberOf(cell: Styled, look: Look): number
  xml(): string
}

/** What the value adds: a day, a day with a time, a text of lines or one that looks a formula. */
export type Look = 'plain' | 'day' | 'moment' | 'lines' | 'formula-like'

export function collectStyles(): Styles {
  const formats = new Map<string, number>([[formatXml(undefined, 0, 'plain'), 0]])
  return {
    numberOf({ style, format }, look) {
      const xml = formatXml(style, numberFormat(format, look), look)
      const known = formats.get(xml)
      if (known !== undefined) return known
      formats.set(xml, formats.size)
      return formats.size - 1
    },
    xml: () => stylesXml([...formats.keys()]),
  }
}

const TEXT_FORMAT = 49 // built in: '@'
const DAY_FORMAT = 164 // the first number that is not built in
const MOMENT_FORMAT = 165

function numberFormat(format: Styled['format'], look: Look): number {
  if (look === 'day') return DAY_FORMAT
  if (look === 'moment') return MOMENT_FORMAT
  return format === 'text' ? TEXT_FORMAT : 0
}

const CENTRED = '<alignment horizontal="center" vertical="center" wrapText="1"/>'
const WRAPPED = '<alignment vertical="center" wrapText="1"/>'

// font, fill and border are places in the lists of `stylesXml`
const LOOKS: Record<Style, Looks> = {
  title: { font: 1, fill: 0, border: 0, alignment: CENTRED },
  header: { font: 2, fill: 2, border: 1, alignment: CENTRED },
  total: { font: 2, fill: 0, border: 1, alignment: WRAPPED },
  note: { font: 3, fill: 0, border: 0, alignment: WRAPPED },
  input: { font: 0, fill: 0, border: 1, alignment: WRAPPED, open: true },
  free: { font: 0, fill: 0, border: 0, alignment: WRAPPED, open: true },
}

interface Looks {
  readonly font: number
  readonly fill: number
  readonly border: number
  readonly alignment: string
  /** May be filled in where the sheet is protected. */
  readonly open?: boolean
}

function formatXml(style: Style | undefined, format: number, look: Look): string {
  const { font, fill, border, alignment, open }: Looks = style
    ? LOOKS[style]
    : { font: 0, fill: 0, border: 0, alignment: look === 'lines' ? WRAPPED : '' }
  const quote = look === 'formula-like' ? ' quotePrefix="1"' : '' // stays text when someone edits the cell
  return (
    `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0"` +
    `${quote} applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"` +
    inside(alignment, open ? '<protection locked="0"/>' : '')
  )
}

function inside(alignment: string, protection: string): string {
  if (!alignment && !protection) return '/>'
  const applied = protection ? ' applyAlignment="1" applyProtection="1"' : ' applyAlignment="1"'
  return `${applied}>${alignment}${protection}</xf>`
}

const FACE = '<name val="宋体"/><charset val="134"/>'
const LINE = 'style="thin"><color rgb="FF808080"/>'

function stylesXml(formats: readonly string[]): string {
  return `${XML_HEAD}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">\
<numFmts count="2"><numFmt numFmtId="${DAY_FORMAT}" formatCode="yyyy-mm-dd"/>\
<numFmt numFmtId="${MOMENT_FORMAT}" formatCode="yyyy-mm-dd hh:mm"/></numFmts>\
<fonts count="4"><font><sz val="11"/>${FACE}</font>\
<font><b/><sz val="16"/>${FACE}</font><font><b/><sz val="11"/>${FACE}</font>\
<font><sz val="9"/><color rgb="FF595959"/>${FACE}</font></fonts>\
<fills count="3"><fill><patternFill patternType="none"/></fill>\
<fill><patternFill patternType="gray125"/></fill>\
<fill><patternFill patternType="solid"><fgColor rgb="FFEDEDED"/></patternFill></fill></fills>\
<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>\
<border><left ${LINE}</left><right ${LINE}</right><top ${LINE}</top><bottom ${LINE}</bottom>\
<diagonal/></border></borders>\
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
<cellXfs count="${formats.length}">${formats.join('')}</cellXfs>\
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>\
</styleSheet>`
}
