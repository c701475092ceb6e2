import { LIMITS, openBudget, refusePlace, tooLarge } from './limits.ts'
import type { Ruled } from './lines.ts'
import { refuse } from './refuse.ts'

/** Goes over a delimited text piece by piece (as UTF-8) and notes where its rows begin. */
export interface Ruling {
  take(piece: Uint8Array): void
  end(): Ruled & { readonly rowCount: number; readonly columnCount: number; readonly cells: number }
}

const QUOTE = 0x22
const CR = 0x0d
const LF = 0x0a

/**
 * RFC 4180: a quotation mark opens a cell only at its start, is doubled inside, and only the end of the
 * cell may follow the closing one. Rows are counted as a spreadsheet shows them: a cell with line breaks is
 * still one row.
 */
export function openRuling(delimiter: string): Ruling {
  const [sign, ...rest] = Buffer.from(delimiter)
  const budget = openBudget()
  const starts = [0]
  const blank: number[] = []
  let [rowCount, columnCount, cells] = [0, 0, 0]
  let at = 0
  let state: 'start' | 'plain' | 'quoted' | 'closed' = 'start'
  let [columns, lastFilled, inCell] = [0, 0, 0]
  let [line, opened] = [1, 1]
  let afterReturn = false

  const fault = (where: number) =>
    refuse('R_FORMAT', 'csv-quote', { raw: 'csv', line: String(where) })

  function endCell() {
    if (inCell > LIMITS.text) throw tooLarge('text', inCell)
    columns += 1
    if (inCell > 0) lastFilled = columns
    inCell = 0
    state = 'start'
  }

  function endRow() {
    endCell()
    refusePlace(starts.length, columns)
    budget.spend(Math.max(0, columns - LIMITS.narrow))
    cells += columns
    if (lastFilled === 0) blank.push(starts.length)
    else rowCount = starts.length
    columnCount = Math.max(columnCount, lastFilled)
    columns = lastFilled = 0
    starts.push(at)
  }

  function refuseRecord() {
    const length = at - (starts.at(-1) as number)
    if (length > LIMITS.record) throw tooLarge('record', length)
  }

  /** What stands outside of quotation marks. */
  function takeByte(byte: number, endsCell: boolean) {
    if (endsCell) endCell()
    else if (byte === CR || byte === LF) {
      line += 1
      refuseRecord()
      endRow()
    } else if (byte !== QUOTE) {
      if (state === 'closed') throw fault(line)
      state = 'plain'
      if (isFirst(byte)) inCell += 1
    } else if (state === 'plain') throw fault(line)
    else {
      if (state === 'closed') inCell += 1
      else opened = line
      state = 'quoted'
    }
  }

  function takeQuoted(byte: number) {
    if (byte === CR || byte === LF) line += 1
    if (byte === QUOTE) state = 'closed'
    else if (isFirst(byte)) inCell += 1
  }

  return {
    take(piece) {
      for (let i = 0; i < piece.length; i++) {
        const byte = piece[i] as number
        at += 1
        const isSecond = afterReturn && byte === LF // the two are one line break
        afterReturn = byte === CR
        if (isSecond && state === 'start') starts[starts.length - 1] = at
        else if (isSecond) continue
        else if (state === 'quoted') takeQuoted(byte)
        else {
          const endsCell = byte === sign && (rest.length === 0 || follows(piece, i + 1, rest))
          takeByte(byte, endsCell)
          if (endsCell) {
            at += rest.length
            i += rest.length
          }
        }
      }
      refuseRecord()
    },
    end() {
      if (state === 'quoted') throw fault(opened)
      if (at > (starts.at(-1) as number)) endRow()
      return { delimiter, starts, blank, rowCount, columnCount, cells }
    },
  }
}

const follows = (piece: Uint8Array, from: number, bytes: readonly number[]): boolean =>
  bytes.every((byte, i) => piece[from + i] === byte)

/** Whether a byte of UTF-8 begins a character. */
const isFirst = (byte: number): boolean => (byte & 0xc0) !== 0x80
