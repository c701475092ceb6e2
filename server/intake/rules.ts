import { type Pen, write } from './cells.ts'
import { type Remark, remark } from './findings.ts'
import type { JudgedCell, JudgedRow } from './judged.ts'
import type { FoundTable } from './recognize.ts'
import { stationNameRule } from './values/stationname.ts'
import { cityOf, type World } from './world.ts'

/** What the cells of one row of a register must say together; a row that breaks it is held. */
export function ruled(row: JudgedRow, table: FoundTable, world: World, pen: Pen): JudgedRow {
  const rule = RULES.find(({ fields }) => fields.every((field) => table.columns.has(field)))
  if (rule === undefined || row.held) return row
  const broken = rule.check(row.cells, world)
  const held = broken.map(({ field, said }) => {
    const cell = row.cells[field]?.cell ?? `A${row.row}`
    return write(pen, [said], cell, field)
  })
  return held.includes(true) ? { ...row, held: true } : row
}

type Cells = Readonly<Record<string, JudgedCell>>
type Broken = { readonly field: string; readonly said: Remark }

interface Rule {
  readonly fields: readonly string[]
  check(cells: Cells, world: World): Broken[]
}

const RULES: readonly Rule[] = [
  { fields: ['registerNumber', 'name', 'setting', 'region'], check: named },
  { fields: ['station', 'standard', 'check'], check: checkOfStandard },
  { fields: ['number', 'station', 'rectification'], check: closing },
  { fields: ['indicator', 'from', 'to'], check: measured },
  { fields: ['code', 'level', 'parent'], check: numbered },
]

const LEVELS = [
  'province',
  'prefecture',
  'city',
  'county',
  'township',
  'village',
  'functional_zone',
]

/** A division has a code of GB/T 2260 (six digits) or GB/T 10114 (nine or twelve), a zone one such as Z:HZ-DYW. */
function numbered({ code, level }: Cells): Broken[] {
  const broken: Broken[] = []
  const raw = String(code?.value ?? '')
  if (!/^\d{6}(?:\d{3}){0,2}$|^Z[:-][A-Z]{2,}-[A-Z]+$/.test(raw)) {
    broken.push({ field: 'code', said: remark('E_DIVISION_CODE', { raw }) })
  }
  const said = String(level?.value ?? '')
  if (!LEVELS.includes(said)) {
    const choices = LEVELS.join('、')
    broken.push({
      field: 'level',
      said: remark('E_CODE_UNKNOWN', { field: '级别', raw: said, choices }),
    })
  }
  return broken
}

/** Where a city has a standard, its stations are named as it says (C21-N1); a name is kept as typed. */
function named({ name, setting, region }: Cells, world: World): Broken[] {
  const city = cityOf(world, typeof region?.value === 'string' ? region.value : null)
  const ruled = world.standards.some((one) => one.region === city?.id)
  if (city === null || !ruled || typeof name?.value !== 'string') return []
  const counties = world.regions
    .filter((one) => one.parent === city.id && one.validTo === null)
    .map((one) => one.nameZh)
  const rule = { city: city.nameZh, counties, setting: (setting?.value ?? null) as string | null }
  return stationNameRule(name.value, rule).remarks.map((said) => ({ field: 'name', said }))
}

/** The check is one of those that the standard lists. */
function checkOfStandard(cells: Cells, world: World): Broken[] {
  const standard = world.standards.find((one) => one.id === cells.standard?.value)
  if (standard === undefined) return []
  const codes = standard.criteria.flatMap(({ checks }) => checks.map(({ code }) => code))
  const raw = String(cells.check?.value ?? '')
  if (codes.includes(raw)) return []
  const choices = codes.join('、')
  return [{ field: 'check', said: remark('E_CODE_UNKNOWN', { field: '条目编号', raw, choices }) }]
}

/** What is closed has a day, and it is not before the visit. */
function closing({ on, rectification, closedOn }: Cells): Broken[] {
  if (rectification?.value !== 'CLOSED') return []
  if (closedOn?.value == null) {
    return [{ field: 'closedOn', said: remark('E_MISSING', { field: '整改完成日期' }) }]
  }
  const raw = `${on?.raw ?? ''}–${closedOn.raw ?? ''}`
  return String(closedOn.value) < String(on?.value)
    ? [{ field: 'closedOn', said: remark('E_DATE_ORDER', { raw }) }]
    : []
}

/** A number, or a numerator with its denominator; a survey names its size and its day (ZJ16-08). */
function measured(cells: Cells): Broken[] {
  const { from, to, value, numerator, denominator, sampleSize, surveyedOn } = cells
  const broken: Broken[] = []
  const missing = (field: string, label: string) =>
    broken.push({ field, said: remark('E_MISSING', { field: label }) })
  if (value?.value == null && (numerator?.value == null || denominator?.value == null)) {
    missing('value', '数值（或分子和分母）')
  }
  if (denominator?.value === 0) {
    broken.push({
      field: 'denominator',
      said: remark('E_NOT_NUMBER', { field: '分母', raw: '0', hint: '' }),
    })
  }
  if (sampleSize?.value != null && surveyedOn?.value == null) missing('surveyedOn', '调查日期')
  if (from?.value != null && to?.value != null && String(to.value) < String(from.value)) {
    broken.push({ field: 'to', said: remark('E_DATE_ORDER', { raw: `${from.raw}–${to.raw}` }) })
  }
  return broken
}
