import type { Column } from '../../schema/forms/form.ts'
import { codeOf } from '../../schema/terms/term.ts'
import { judgedNumber, type Pen, screened, write } from './cells.ts'
import { type Remark, remark } from './findings.ts'
import type { JudgedCell, JudgedPeriod } from './judged.ts'
import type { Cell } from './sheet.ts'
import { readDay, readWhen } from './values/date.ts'
import { readNumber } from './values/number.ts'
import { readPhone } from './values/phone.ts'
import { isMissing, plain } from './values/plain.ts'
import { readTick } from './values/tick.ts'

/** A box of an activity form as it was understood; no cell where it may never be shown. */
export interface ReadBox {
  readonly cell: JudgedCell | null
  readonly held: boolean
}

/** Reads one box by the rule of its column; `window` is when the activity can have been. */
export function readBox(
  column: Column,
  at: string,
  cell: Cell | undefined,
  window: JudgedPeriod,
  pen: Pen,
): ReadBox {
  const { field, term, required, reader } = column
  const tell = (remarks: readonly Remark[]) => write(pen, remarks, at, field)
  const hidden = reader.as === 'private' || reader.as === 'ignored'
  const empty = cell === undefined || isMissing(cell.text)
  if (empty) {
    const held = required ? tell([remark('E_MISSING', { field: term.zh })]) : false
    const raw = cell?.text || null
    return { cell: hidden ? null : { cell: at, raw, value: null }, held }
  }
  if (hidden)
    return { cell: null, held: reader.as === 'private' && tell(checkPrivate(field, cell)) }
  if (cell.kind === 'error') {
    const held = tell([remark('E_FORMULA_ERROR', { raw: cell.text })])
    return { cell: { cell: at, raw: cell.text, value: null }, held }
  }
  const raw = cell.text
  const personal = screened(raw)
  if (!personal.safe) {
    return { cell: { cell: at, raw: null, value: null }, held: tell(personal.remarks) }
  }
  switch (reader.as) {
    case 'when': {
      const { remarks, ...more } = readWhen(cell, window)
      return { cell: { cell: at, raw, ...more }, held: tell(remarks) }
    }
    case 'day': {
      const { value, remarks } = readDay(cell, window)
      return { cell: { cell: at, raw, value }, held: tell(remarks) }
    }
    case 'tick': {
      const { value, remarks } = readTick(raw)
      return { cell: { cell: at, raw, value }, held: tell(remarks) }
    }
    case 'number': {
      const reading = readNumber(cell, { field: term.zh, ...reader })
      return { cell: judgedNumber(at, raw, reading), held: tell(reading.remarks) }
    }
    case 'code': {
      const code = codeOf(reader.list, plain(raw))
      const choices = Object.values(reader.list).map((one) => one.zh)
      const unknown = remark('E_CODE_UNKNOWN', { field: term.zh, raw, choices: choices.join('、') })
      return { cell: { cell: at, raw, value: code ?? null }, held: tell(code ? [] : [unknown]) }
    }
    default: {
      return { cell: { cell: at, raw, value: plain(raw) }, held: false }
    }
  }
}

/** A private box is judged, and what stands in it is never repeated. */
function checkPrivate(field: string, cell: Cell): Remark[] {
  if (!field.endsWith('Phone')) return []
  return readPhone(cell.text, { kind: 'any' }).valid ? [] : [remark('E_PHONE')]
}
