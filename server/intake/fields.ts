import type { Column, Referable } from '../../schema/forms/form.ts'
import { codeOf, type TermRecord } from '../../schema/terms/term.ts'
import { isoOf } from '../office/dates.ts'
import { screened } from './cells.ts'
import { type Remark, remark } from './findings.ts'
import type { Cell } from './sheet.ts'
import { readCredit } from './values/credit.ts'
import { serialIn } from './values/datecell.ts'
import { lostCharacter } from './values/lostcharacter.ts'
import { readNumber } from './values/number.ts'
import { readHoursOpen } from './values/opening.ts'
import { readPhone } from './values/phone.ts'
import { isMissing, plain } from './values/plain.ts'
import { readTick } from './values/tick.ts'
import { unreadable } from './values/whensaid.ts'
import { matchOrganization, matchRegion, type World } from './world.ts'

/** A cell of a register as it was understood; `withheld` where its text may not be repeated. */
export interface ReadCell {
  readonly value: unknown
  readonly remarks: readonly Remark[]
  readonly withheld?: true
}

/** Reads one cell of a register by the rule of its column. */
export function readCell(cell: Cell | undefined, column: Column, known: Known): ReadCell {
  const text = plain(cell?.text ?? '')
  const { reader } = column
  // 未知 is nothing to say in most columns, and a word of its own in some lists.
  const isWord = reader.as === 'code' && codeOf(reader.list, text) !== undefined
  if (isMissing(text) && !isWord) {
    return column.required
      ? { value: null, remarks: [remark('E_MISSING', { field: column.term.zh })] }
      : { value: null, remarks: [] }
  }
  if (cell?.kind === 'error')
    return { value: null, remarks: [remark('E_FORMULA_ERROR', { raw: text })] }
  switch (reader.as) {
    case 'code':
      return readCode(text, column, reader.list)
    case 'codes':
      return readCodes(text, column, reader.list)
    case 'region':
      return readRegion(text, known.world)
    case 'reference':
      return readReference(text, column, reader.to, known)
    case 'yesno':
      return readTick(text)
    case 'date':
      return readDate(cell, text)
    case 'degrees':
      return readDegrees(cell, text, column)
    case 'number':
      return readCount(cell, column)
    case 'credit':
      return readCredit(text, cell?.kind === 'number')
    case 'phone':
      return readDeskPhone(text)
    case 'hoursOpen':
      return readHoursOpen(text)
    case 'list':
      return { value: parts(text), remarks: [] }
    case 'positions':
      return { value: readPositions(text), remarks: [] }
    default:
      return readText(cell?.text ?? '')
  }
}

/** A number as the forms give it; about, nearly and more than are for the office to settle first. */
function readCount(cell: Cell | undefined, { term, reader }: Column): ReadCell {
  if (reader.as !== 'number') throw new Error(`${term.en} is not read as a number`)
  const { value, remarks } = readNumber(cell, { field: term.zh, ...reader })
  return { value, remarks }
}

function readText(raw: string): ReadCell {
  const { safe, remarks } = screened(raw)
  return safe ? { value: plain(raw), remarks } : { value: null, remarks, withheld: true }
}

function readCode(text: string, column: Column, list: TermRecord): ReadCell {
  const code = codeOf(list, text)
  if (code !== undefined) return { value: code, remarks: [] }
  return { value: null, remarks: [unknownCode(text, column, list)] }
}

function readCodes(text: string, column: Column, list: TermRecord): ReadCell {
  const words = parts(text)
  const codes = words.map((word) => codeOf(list, word))
  const unknown = words.filter((_, i) => codes[i] === undefined)
  return {
    value: [...new Set(codes.filter((code) => code !== undefined))],
    remarks: unknown.map((word) => unknownCode(word, column, list)),
  }
}

function unknownCode(raw: string, { term }: Column, list: TermRecord): Remark {
  const choices = Object.values(list)
    .map((one) => one.zh)
    .join('、')
  return remark('E_CODE_UNKNOWN', { field: term.zh, raw, choices })
}

function readRegion(text: string, world: World): ReadCell {
  const match = matchRegion(world, text)
  if (match === null) {
    const names = world.regions.map((one) => one.nameZh)
    const lost = lostCharacter(text, names) ?? []
    return { value: null, remarks: [remark('E_REGION_UNKNOWN', { raw: text }), lost].flat() }
  }
  const { found, former, byZoneName } = match
  const remarks = [
    ...(former ? [remark('W_OLD_DIVISION', { raw: text, value: found.nameZh })] : []),
    ...(byZoneName ? [remark('W_ZONE', { raw: text })] : []),
  ]
  return { value: found.id, remarks }
}

/** What cells may refer to, ready to be asked many times. */
export interface Known {
  readonly world: World
  readonly ids: ReadonlySet<string>
}

export function knownTo(world: World): Known {
  const known = [world.organizations, world.campaigns, world.standards, world.indicators]
  return { world, ids: new Set(known.flat().map((one) => one.id)) }
}

function readReference(
  text: string,
  column: Column,
  to: Referable,
  { world, ids }: Known,
): ReadCell {
  const id = text.startsWith(`${to}:`) ? text : `${to}:${text}`
  if (to === 'station') return { value: id, remarks: [] } // asked of the database for all rows at once
  if (ids.has(id)) return { value: id, remarks: [] }
  const byName = to === 'organization' ? matchOrganization(world, text, new Set()) : null
  if (byName === null) {
    const lost = lostCharacter(text, to === 'organization' ? known(world) : []) ?? []
    const unknown = remark('E_REFERENCE', { field: column.term.zh, raw: text })
    return { value: null, remarks: [unknown, lost].flat() }
  }
  const { found, byAlias } = byName
  return {
    value: found.id,
    remarks: byAlias ? [remark('W_ORG_ALIAS', { raw: text, value: found.nameZh })] : [],
  }
}

function readDate(cell: Cell | undefined, text: string): ReadCell {
  if (cell?.date !== undefined) return { value: cell.date.slice(0, 10), remarks: [] }
  const serial = cell === undefined ? null : serialIn(cell)
  const counted = serial === null ? undefined : isoOf(serial, false)?.slice(0, 10)
  if (counted !== undefined) {
    return { value: counted, remarks: [remark('I_NORMALISED', { raw: text, value: counted })] }
  }
  const found = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T].*)?$/.exec(text)
  const [, year = '', month = '', day = ''] = found ?? []
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${iso}T00:00:00Z`)
  const real = found !== null && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso)
  if (real) return { value: iso, remarks: [] }
  const wrong = found === null ? unreadable(text) : remark('E_DATE_INVALID', { raw: text })
  return { value: null, remarks: [wrong] }
}

function readDegrees(cell: Cell | undefined, text: string, column: Column): ReadCell {
  const value = cell?.number ?? Number(text.replace(/^(?:东经|北纬)|[°度]?[EN]?$/g, ''))
  if (Number.isFinite(value) && Math.abs(value) <= 180) return { value, remarks: [] }
  return {
    value: null,
    remarks: [remark('E_NOT_NUMBER', { field: column.term.zh, raw: text, hint: '' })],
  }
}

/** Only the desk phone of an office is public; a mobile number belongs to a person. */
function readDeskPhone(text: string): ReadCell {
  const { safe, remarks } = screened(text)
  if (!safe) return { value: null, remarks, withheld: true }
  const phone = readPhone(text, { kind: 'office' })
  return phone.valid
    ? { value: phone.normalised, remarks: phone.remarks }
    : { value: null, remarks: phone.remarks, withheld: true }
}

/** 引导员×6、登记员×2 */
function readPositions(text: string) {
  return parts(text).map((part) => {
    const found = /^(.+?)[×xX*:：]?(\d+)(?:人|名)?$/.exec(part)
    return { role: found?.[1] ?? part, wanted: Number(found?.[2] ?? 1), filled: null }
  })
}

const known = (world: World) => world.organizations.map((one) => one.nameZh)

const parts = (text: string) =>
  text
    .split(/[、,，;；\n]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
