import { LIMITS, tooLarge } from './limits.ts'
import { refuse } from './refuse.ts'

/** What a workbook stream says of its sheets before anything in it is read. */
export interface BiffSheet {
  /** Where its part of the stream begins. */
  readonly at: number
  readonly hidden: boolean
  readonly isTable: boolean
  /** Cells whose value was worked out, as `row:column`, both from 1. */
  readonly formulas: ReadonlySet<string>
}

export interface Biff {
  /** The stream with everything that is not needed struck out, in its old places. */
  readonly stream: Buffer
  /** In the order of the tabs. */
  readonly sheets: readonly BiffSheet[]
}

/** Walks through the records of an old workbook (MS-XLS): guards it, and leaves little to the library. */
export function guardBiff(original: Uint8Array): Biff {
  const stream = Buffer.from(original)
  const listed: Omit<BiffSheet, 'formulas'>[] = []
  const formulas = new Map<number, Set<string>>()
  let part = 0
  let depth = 0
  let cells = 0
  let columns = 0
  for (const { type, start, length } of records(stream)) {
    if (!WANTED.has(type) || (type === COLUMNS && ++columns > MOST_COLUMNS)) {
      stream.writeUInt16LE(IDLE, start - 4)
      continue
    }
    if (type === PASSWORD) throw refuse('R_ENCRYPTED', 'password')
    if (type === BEGIN && depth++ === 0) part = start - 4
    if (type === END) depth--
    if (type === SHEET) listed.push(listedSheet(stream, start))
    if (listed.length > LIMITS.sheets) throw tooLarge('sheets', listed.length)
    if (CELLS.has(type)) cells += 1
    if (type === MANY) cells += length / 6
    if (cells > LIMITS.cells) throw tooLarge('cells', Math.round(cells))
    if (type !== FORMULA || length < 22) continue
    const row = stream.readUInt16LE(start) + 1
    const column = stream.readUInt16LE(start + 2) + 1
    formulas.set(part, (formulas.get(part) ?? new Set()).add(`${row}:${column}`))
    stream.writeUInt16LE(0, start + 20) // the length of the formula itself: nobody reads it
  }
  return {
    stream,
    sheets: listed.map((sheet) => ({ ...sheet, formulas: formulas.get(sheet.at) ?? new Set() })),
  }
}

function listedSheet(stream: Buffer, start: number): Omit<BiffSheet, 'formulas'> {
  const kind = stream[start + 5]
  if (kind === 1 || kind === 6) throw refuse('R_MACRO', 'macro')
  const hidden = ((stream[start + 4] ?? 0) & 3) !== 0
  return { at: stream.readUInt32LE(start), hidden, isTable: kind === 0 }
}

function* records(stream: Buffer) {
  for (let at = 0; at + 4 <= stream.length; ) {
    const type = stream.readUInt16LE(at)
    const length = stream.readUInt16LE(at + 2)
    if (at + 4 + length > stream.length) return
    yield { type, start: at + 4, length }
    at += 4 + length
  }
}

const BEGIN = 0x0809
const END = 0x000a
const SHEET = 0x0085
const PASSWORD = 0x002f
const FORMULA = 0x0006
const MANY = 0x00bd // numbers side by side
const COLUMNS = 0x007d
const MOST_COLUMNS = 20_000
const IDLE = 0x001d // where the cursor stood: means nothing to any reader
const CELLS = new Set([FORMULA, 0x0203, 0x0205, 0x027e, 0x00fd, 0x0204, 0x00d6])
const WANTED = new Set([
  ...CELLS,
  ...[BEGIN, END, SHEET, PASSWORD, MANY, COLUMNS],
  ...[0x0042, 0x0022], // code page; days counted from 1904
  ...[0x041e, 0x00e0], // number formats; styles
  ...[0x00fc, 0x003c, 0x0207], // shared texts; what goes on in the next record; text of a formula
  ...[0x00e5, 0x0208], // merged areas; rows
])
