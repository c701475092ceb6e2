import { writeXlsx } from '../office/xlsx.ts'
import { mediaOf, weekOfActivities } from './activities.ts'
import { asDocument, asPage } from './copies.ts'
import type { Encoding } from './encoding.ts'
import { FAULTS, spoil } from './faults.ts'
import type { FilledActivity, FilledForm, FilledMedia } from './filled.ts'
import { formSheet } from './form.ts'
import { mobileNumber, personName } from './names.ts'
import type { OutgoingFile } from './outgoing.ts'
import { platformFile } from './platform.ts'
import { type Random, random } from './random.ts'
import { csvBytes, type Row } from './register.ts'
import { type Period, type Reporter, readAction, rosterRows } from './reporters.ts'
import { summaryFiles } from './summaries.ts'

/**
 * The roster and the filled forms of the action month of 2019: weekly, final, and mended ones, three
 * written summaries, and what the platform has of it. `times` makes every week so much fuller.
 */
export async function* campaignFiles(seed: string, times = 1): AsyncGenerator<OutgoingFile> {
  const action = await readAction()
  yield {
    file: 'rosters/zq-2019-month.csv',
    receivedAt: '2019-02-21T10:00:00+08:00',
    bytes: csvBytes(rosterRows(action.reporters), 'utf-8'),
  }
  const months = new Map<string, Month>()
  for (const reporter of action.reporters) {
    if (reporter.id === NEVER) continue
    const month: Month = { activities: [], media: [] }
    months.set(reporter.id, month)
    yield* formsOf(reporter, month, action.periods, { seed, times })
  }
  yield* summaryFiles(action.reporters, seed)
  yield platformFile((reporter) => months.get(reporter)!.activities)
}

interface Month {
  readonly activities: FilledActivity[]
  readonly media: FilledMedia[]
}

async function* formsOf(
  reporter: Reporter,
  month: Month,
  periods: readonly Period[],
  { seed, times }: { seed: string; times: number },
): AsyncGenerator<OutgoingFile> {
  const chance = random(`${seed}/campaign/${reporter.id}`)
  const contact = { contactName: personName(chance), contactPhone: mobileNumber(chance) }
  const taken = new Map<string, number>()

  for (const period of periods) {
    const key = `${reporter.id} ${period.code}`
    const isNil = NIL.includes(key)
    const weeks = isNil ? 0 : times // a week of which nothing is told takes no chance away from the next
    const busy = Array.from({ length: weeks }, () => weekOfActivities(reporter, taken, chance))
    const activities = isNil ? [] : joined(key, busy.flat())
    // 30 and 31 March stand in the final form only.
    const week = period.code === 'FINAL' ? activities.slice(0, 1) : activities
    const media = mediaOf(week, chance)
    month.activities.push(...week)
    month.media.push(...media)
    const isWhole = period.code === 'FINAL' || key === CUMULATIVE
    const content = isWhole ? structuredClone(month) : { activities: week, media }
    const sentAt = sendingTime(period, LATE.includes(key), chance)
    if (MISSING.includes(key)) continue

    const form: FilledForm = {
      reporter: `填报单位（盖章）：${reporter.name}`,
      period,
      ...(isNil ? { activities: [NOTHING], media: [] } : content),
      totals: 'summed',
      ...contact,
    }
    const fault = FAULTS[key]
    const spoilt = fault ? spoil(form, fault, reporter.short) : form
    const name = `forms/zq19-${period.code.toLowerCase()}-${slugOf(reporter)}`
    yield await fileOf(name, key, spoilt, sentAt)
    if (MENDED.includes(key)) {
      yield await fileOf(`${name}-corrected`, key, form, later(sentAt, 5 * 24 * 60 + 37))
    }
  }
}

const NEVER = 'ZQ-0003'
const MISSING = ['ZQ19-441224 W2', 'ZQ-KJJ W3', 'ZQ-0002 W1', 'ZQ-GYCJ FINAL']
const LATE = ['ZQ19-441223 W1', 'ZQ19-Z-ZQ-GXQ W4', 'ZQ-DAG W2', 'ZQ-0004 W3', 'ZQ-SGW FINAL']
const NIL = ['ZQ19-Z-ZQ-XQ W1', 'ZQ-XHGLJ W2', 'ZQ-DAG W4']
const MENDED = ['ZQ19-441203 W3', 'ZQ19-441226 W1', 'ZQ19-Z-ZQ-XQ W3', 'ZQ-0001 W4']
const AS_CSV: Readonly<Record<string, Encoding>> = {
  'ZQ-KJJ W2': 'utf-8',
  'ZQ-0004 W1': 'gb18030',
  'ZQ19-441203 W4': 'utf-8',
}

const AS_DOCUMENT = ['ZQ19-441202 W4', 'ZQ-WGXJ W1', 'ZQ-0002 W4']
const AS_PAGE = ['ZQ-SGW W2']
/** The second week with all of the first in it. */
const CUMULATIVE = 'ZQ-GYCJ W2'

/** One activity that a district and a college held together, and both report. */
const JOINT = ['ZQ19-441202 W3', 'ZQ-0001 W3']
const JOINT_NAME = '示例公园保绿护绿行动（端州区团委、肇庆学院）'

function joined(key: string, activities: readonly FilledActivity[]): FilledActivity[] {
  if (!JOINT.includes(key)) return [...activities]
  return activities.map((one, i) => (i === 0 ? { ...one, name: JOINT_NAME } : one))
}

const NOTHING: FilledActivity = {
  name: '无',
  volunteers: { value: null },
  organizations: { value: null },
  coverage: [],
  hours: { value: null },
  investment: { value: null },
}

async function fileOf(
  name: string,
  key: string,
  form: FilledForm,
  receivedAt: string,
): Promise<OutgoingFile> {
  const encoding = AS_CSV[key]
  if (AS_DOCUMENT.includes(key)) {
    return { file: `${name}.docx`, receivedAt, bytes: await asDocument(formSheet(form, [])) }
  }
  if (AS_PAGE.includes(key)) {
    return { file: `${name}.xls`, receivedAt, bytes: asPage(formSheet(form)) }
  }
  if (!encoding) {
    const bytes = await writeXlsx({ sheets: [formSheet(form)] })
    return { file: `${name}.xlsx`, receivedAt, bytes }
  }
  // Without merged cells a second audience would have lost its activity.
  const activities = form.activities.map((one) => ({ ...one, coverage: one.coverage.slice(0, 1) }))
  const rows = formSheet({ ...form, activities }).rows.map((row) => row.map(plain))
  return { file: `${name}.csv`, receivedAt, bytes: csvBytes(rows, encoding) }
}

function plain(cell: ReturnType<typeof formSheet>['rows'][number][number]): Row[number] {
  return typeof cell === 'object' && cell !== null ? cell.value : cell
}

function slugOf({ id }: Reporter): string {
  return id.replace('ZQ19-', '').toLowerCase()
}

/** On the last day or the day before; a late one up to three days after. */
function sendingTime({ due }: Period, isLate: boolean, chance: Random): string {
  const day = due.slice(0, 10)
  const days = isLate ? chance.integer(1, 3) : chance.integer(-1, 0)
  const minutes = chance.integer(9 * 60, 17 * 60 + 45)
  return later(
    `${day}T00:00:${String(chance.integer(0, 59)).padStart(2, '0')}+08:00`,
    days * 1440 + minutes,
  )
}

function later(time: string, minutes: number): string {
  const local = Date.parse(time) + 8 * 3_600_000 + minutes * 60_000
  return new Date(local).toISOString().replace('.000Z', '+08:00')
}
