import { figureTable } from '../../server/downloads/tables/figure.ts'
import { GUARDED, leastFor, THRESHOLDS } from '../../server/records/guard.ts'
import { newestRevision } from '../../server/records/revision.ts'
import type { Store } from '../../server/store/open.ts'
import { ask } from './ask.ts'
import { bounds, type Constraint } from './simplex.ts'

/** One row of a form about people served, as only the office knows it. */
export interface Secret {
  readonly name: string
  readonly line: string
  readonly audience: string
  readonly value: number
  readonly since: number
  readonly until: number | null
}

/** A number that left the hub, or the word that it is withheld. */
export interface Telling {
  readonly revision: number
  readonly line: string | null
  readonly audience: string | null
  readonly value: number | null
}

export async function readSecrets(store: Store): Promise<Secret[]> {
  const rows = await store.read
    .selectFrom('observation')
    .selectAll()
    .where('measure', '=', GUARDED)
    .where('value', 'is not', null)
    .execute()
  return rows.map((row) => ({
    name: `${row.record} ${row.since} ${row.cell}`,
    line: (row.region as string).replace('region:', ''),
    audience: row.audience ?? 'NONE',
    value: Number(row.value),
    since: Number(row.since),
    until: row.until === null ? null : Number(row.until),
  }))
}

const TABLE = `suppressedCells totals { value status } rows { keys { dimension code } figures { value status } }`
const M = 'measures: [BENEFICIARY_PERSON_TIMES]'
const EVERYTHING = `query ($r: Int!) { at(revision: $r) {
  a: statistics(${M}, by: [REGION, AUDIENCE]) { ${TABLE} }
  b: statistics(${M}, by: [AUDIENCE, REGION], filter: { campaign: "campaign:ZQ-2019-MONTH", sample: true }) { ${TABLE} }
  c: statistics(${M}, by: [REGION]) { ${TABLE} }
  d: statistics(${M}, by: [AUDIENCE]) { ${TABLE} }
  e: statistics(${M}, by: [CAMPAIGN]) { ${TABLE} }
  f: statistics(${M}, by: [GROUP]) { ${TABLE} }
  g: statistics(${M}, by: [AUDIENCE], filter: { region: "441202" }) { ${TABLE} }
  h: statistics(${M}, by: [AUDIENCE], filter: { region: "441203" }) { ${TABLE} }
  i: statistics(${M}, by: [WEEK], filter: { group: "G1" }) { ${TABLE} }
  j: statistics(${M}, by: [ORGANIZATION]) { ${TABLE} }
  k: statistics(${M}, by: [AUDIENCE], filter: { period: { from: "2019-03-01", to: "2019-03-08" } }) { ${TABLE} }
  l: statistics(${M}, by: [ACTIVITY]) { ${TABLE} }
  city: region(code: "441200") { figures(${M}) { value status } }
  activities { nodes { figures(${M}) { value status } history { values } sources { raw } } }
  organizations { nodes { figures(${M}) { value status } } }
  submissions(first: 100) { nodes { cells(first: 500) { field raw } } }
  campaigns { nodes { reconciliation { open { measure declared computed } } } }
} }`

/** All that leaves the hub about people served, at every revision: graph in any cut, and released files. */
export async function readTellings(store: Store): Promise<Telling[]> {
  const { number: newest } = await newestRevision(store.read)
  const told: Telling[] = []
  for (let revision = 1; revision <= newest; revision += 1) {
    const { at } = await ask(store, EVERYTHING, { r: revision })
    const { city, activities, organizations, campaigns, submissions, g, h, ...tables } = at
    const tell = (line: string | null, audience: string | null, { value, status }: Figure) => {
      if (value !== null || status === 'SUPPRESSED') told.push({ revision, line, audience, value })
    }
    const tellTable = (table: Table, only: string | null) => {
      tell(only, null, table.totals[0] as Figure)
      for (const { keys, figures } of table.rows) {
        const code = (dimension: string) => keys.find((one) => one.dimension === dimension)?.code
        tell(code('REGION') ?? only, code('AUDIENCE') ?? null, figures[0] as Figure)
      }
    }
    for (const table of Object.values(tables)) tellTable(table as Table, null)
    tellTable(g, '441202')
    tellTable(h, '441203')
    tell(null, null, city.figures[0])
    for (const { reconciliation } of campaigns.nodes) {
      for (const { measure, declared, computed } of reconciliation.open) {
        if (measure !== 'BENEFICIARY_PERSON_TIMES') continue
        for (const value of [declared, computed]) tell(null, null, { value, status: '' })
      }
    }
    for (const { figures } of [...activities.nodes, ...organizations.nodes]) {
      if (figures[0].value !== null) throw new Error('a count below county and campaign was told')
    }
    for (const { field, raw } of submissions.nodes.flatMap((one: { cells: Cell[] }) => one.cells)) {
      if (field === GUARDED && raw !== null)
        throw new Error('a cell about people served was quoted')
    }
    for await (const rows of figureTable.rows(store.read, revision, 'zh')) {
      for (const row of rows.filter((one) => one.measure === '服务人次')) {
        const line = row.dimension === '区域' ? (row.key as string) : null
        const isPart = row.dimension !== null && line === null
        if (!isPart)
          tell(line, null, {
            value: row.value as number | null,
            status: row.status === '不公布' ? 'SUPPRESSED' : '',
          })
      }
    }
  }
  return told
}

interface Cell {
  readonly field: string
  readonly raw: string | null
}

interface Figure {
  readonly value: number | null
  readonly status: string
}

interface Table {
  readonly totals: readonly Figure[]
  readonly rows: readonly {
    readonly keys: readonly { dimension: string; code: string }[]
    readonly figures: readonly Figure[]
  }[]
}

/** What the tellings would be beside it, were totals told wherever they are large enough by themselves. */
export function withoutSecondary(
  secrets: readonly Secret[],
  tellings: readonly Telling[],
): Telling[] {
  return tellings.map((one) => {
    if (one.value !== null || (one.line !== null && one.audience !== null)) return one
    const value = partsOf(secrets, one).reduce((sum, part) => sum + part.value, 0)
    return value >= THRESHOLDS.sensitive ? { ...one, value } : one
  })
}

/**
 * What an attacker learns who keeps every revision, knows which rows came and went when, and how the guard decides:
 * the withheld counts, and the rows that came and went together and are few, of which what is told leaves open less
 * than withholding by itself does (an interval from 0 to k − 1), or that they may be k or more.
 */
export function learned(secrets: readonly Secret[], tellings: readonly Telling[]): string[] {
  const sums: Constraint[] = []
  const reasons: Constraint[] = []
  const wanted = new Map<string, { of: string[]; least: number; isCount: boolean }>()
  for (const one of tellings) {
    const of = partsOf(secrets, one).map((part) => part.name)
    const least = one.audience === null ? THRESHOLDS.general : leastFor(one.audience, THRESHOLDS)
    if (one.value !== null) sums.push({ of, is: '=', value: one.value })
    else wanted.set(of.join(), { of, least, isCount: true })
    if (one.value !== null || one.line === null || one.audience === null) continue
    reasons.push(...reasonsFor(secrets, tellings, one, least))
  }
  const groups = Map.groupBy(secrets, (one) =>
    [one.line, one.audience, one.since, one.until].join(),
  )
  for (const rows of groups.values()) {
    const least = leastFor(rows[0]?.audience ?? '', THRESHOLDS)
    const of = rows.map((one) => one.name)
    const isSmall = rows.reduce((sum, one) => sum + one.value, 0) < least
    if (isSmall && !wanted.has(of.join())) wanted.set(of.join(), { of, least, isCount: false })
  }
  const all = unique([...sums, ...reasons])
  return [...wanted.values()].flatMap(({ of, least, isCount }) => {
    const range = bounds(all, of)
    if (range === null) throw new Error('what was told contradicts itself')
    const high = bounds(unique(sums), of)?.high ?? Number.POSITIVE_INFINITY
    const isOpen = range.high - range.low >= least - 1 && (isCount || high >= least)
    return isOpen ? [] : [`${of.join(' + ')} is ${range.low} to ${range.high}`]
  })
}

/** A count that was never told is below k, and so is what was added to the only sum that was ever told. */
function reasonsFor(
  secrets: readonly Secret[],
  tellings: readonly Telling[],
  one: Telling,
  least: number,
): Constraint[] {
  const now = partsOf(secrets, one).map((part) => part.name)
  const before = tellings
    .filter(({ line, audience }) => line === one.line && audience === one.audience)
    .filter(({ revision, value }) => revision < one.revision && value !== null)
    .map((telling) => partsOf(secrets, telling).map((part) => part.name))
  const [only = [], ...others] = before
  const isAlone = others.every((some) => some.join() === only.join())
  if (!isAlone || !only.every((name) => now.includes(name))) return []
  const added = now.filter((name) => !only.includes(name))
  return added.length === 0 ? [] : [{ of: added, is: '<=', value: least - 1 }]
}

function unique(constraints: readonly Constraint[]): Constraint[] {
  return [...new Map(constraints.map((one) => [JSON.stringify(one), one])).values()]
}

function partsOf(secrets: readonly Secret[], { revision, line, audience }: Telling): Secret[] {
  return secrets.filter(
    (one) =>
      one.since <= revision &&
      (one.until === null || one.until > revision) &&
      (line === null || one.line === line) &&
      (audience === null || one.audience === audience),
  )
}
