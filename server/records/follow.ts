import type { RecordType } from '../../schema/database.ts'
import { type Flag, parse } from '../../schema/tables/row.ts'
import type { ClaimTable, FilingTable } from '../../schema/tables/submission.ts'
import { inBatches } from './batches.ts'
import type { Content } from './content.ts'
import { canonical } from './digest.ts'
import { daysLate } from './due.ts'
import { keep, type Ledger, type Trx } from './ledger.ts'
import { byArrival, type Standing, standings } from './standing.ts'

/** Is told how many rows were noted as claims, and of how many the records have followed. */
export type Progress = (step: 'noted' | 'entered', rows: number) => void

/** A record, as a claim names it. */
export interface Named {
  readonly type: string
  readonly record: string
}

/** Lets every record that these forms name be what the claims of the forms that now hold add up to. */
export async function follow(
  ledger: Ledger,
  changed: readonly string[],
  former: readonly Named[] = [],
  tell: Progress = () => {},
): Promise<void> {
  const forms = await formsAround(ledger.trx, changed)
  const standing = standingsOf(forms)
  await keepSubmissions(ledger, forms, standing)

  const named: Named[] = [...former]
  let count = 0
  for await (const names of namesIn(
    ledger.trx,
    forms.map((form) => form.submission),
  )) {
    named.push(...names)
    count += names.length
    if (named.length < BATCH) continue
    await keepNamed(ledger, named.splice(0), standing)
    tell('entered', count)
  }
  await keepNamed(ledger, named, standing)
}

/** Lets one record, and these forms' own records, follow from what is kept of them now. */
export async function followRecord(
  ledger: Ledger,
  named: Named,
  submissions: readonly string[],
): Promise<void> {
  const { trx } = ledger
  const claimed = await trx
    .selectFrom('claim')
    .select('submission')
    .distinct()
    .where('record', '=', named.record)
    .execute()
  const around = [...new Set([...submissions, ...claimed.map(({ submission }) => submission)])]
  if (around.length === 0) return
  const forms = await formsAround(trx, around)
  const standing = standingsOf(forms)
  await keepSubmissions(ledger, forms, standing)
  if (claimed.length > 0) await keepNamed(ledger, [named], standing)
}

function standingsOf(forms: readonly FilingTable[]): Map<string, Standing> {
  return standings(
    forms
      .filter((form) => form.withdrawnIn === null)
      .map((form) => ({ ...form, final: form.final === 1, awaiting: form.awaiting === 1 })),
  )
}

/** The records of a few rows follow; one that is named again later has nothing left to follow. */
async function keepNamed(
  ledger: Ledger,
  named: readonly Named[],
  standing: ReadonlyMap<string, Standing>,
): Promise<void> {
  for (const [type, list] of Map.groupBy(named, (one) => one.type as RecordType)) {
    const records = [...new Set(list.map((one) => one.record))].sort()
    await inBatches(records, BATCH, async (batch) =>
      keep(ledger, type, await contentsOf(ledger.trx, batch, standing)),
    )
  }
}

const BATCH = 100

/** The changed forms and all that share a scope with them. */
async function formsAround(trx: Trx, submissions: readonly string[]): Promise<FilingTable[]> {
  const changed = await trx
    .selectFrom('filing')
    .selectAll()
    .where('submission', 'in', [...submissions])
    .execute()
  const scopes = [...new Set(changed.flatMap((form) => form.scope ?? []))]
  if (scopes.length === 0) return changed
  const related = await trx.selectFrom('filing').selectAll().where('scope', 'in', scopes).execute()
  const known = new Map([...changed, ...related].map((form) => [form.submission, form]))
  return [...known.values()].sort(byArrival)
}

const standingOf = ({ status, supersedes, supersededBy }: Standing) => ({
  status,
  supersedes,
  supersededBy,
})

/** A correction is as late as the form that it corrects. */
function punctual(stored: Record<string, unknown>, { firstReceivedAt }: Standing) {
  const { due, findings } = stored as { due?: string | null; findings?: { code: string }[] }
  if (due == null) return stored
  const late = daysLate(due, firstReceivedAt)
  const told = late > 0 ? findings : findings?.filter((one) => one.code !== 'W_LATE')
  return { ...stored, daysLate: late, findings: told ?? [] }
}

/** That it came, from whom and when, is public at once; what it says is not. */
function unreleased(stored: Record<string, unknown>) {
  return { ...stored, fileName: null, findings: [], totals: [] }
}

async function keepSubmissions(
  ledger: Ledger,
  forms: readonly FilingTable[],
  standing: ReadonlyMap<string, Standing>,
): Promise<void> {
  const wanted = new Map<string, Content | null>()
  for (const form of forms) {
    const held = standing.get(form.submission)
    const stored = form.awaiting === 1 ? unreleased(parse(form.stored)) : parse(form.stored)
    const values = held && { ...punctual(stored, held), ...standingOf(held) }
    wanted.set(form.submission, values ? { values, sources: [], sample: form.sample === 1 } : null)
  }
  await keep(ledger, 'submission', wanted)
}

/** Which records these forms name, a batch of rows at a time. */
export async function* namesIn(trx: Trx, submissions: readonly string[]): AsyncIterable<Named[]> {
  for (const submission of submissions) {
    for (let after: number | undefined = -1; after !== undefined; ) {
      const rows: (Named & { position: number })[] = await trx
        .selectFrom('claim')
        .select(['type', 'record', 'position'])
        .where('submission', '=', submission)
        .where('position', '>', after)
        .orderBy('position')
        .limit(BATCH)
        .execute()
      if (rows.length > 0) yield rows
      after = rows.length < BATCH ? undefined : rows.at(-1)?.position
    }
  }
}

/** What each record holds now: the claims of the forms that count, later ones over earlier ones. */
async function contentsOf(
  trx: Trx,
  records: readonly string[],
  standing: ReadonlyMap<string, Standing>,
): Promise<Map<string, Content | null>> {
  const claims = await trx
    .selectFrom('claim')
    .innerJoin('filing', 'filing.submission', 'claim.submission')
    .select(['claim.submission', 'claim.record', 'claim.held', 'claim.content', 'claim.position'])
    .select(['filing.receivedAt', 'filing.sequence', 'filing.scope', 'filing.awaiting'])
    .where('claim.record', 'in', [...records])
    .where('filing.withdrawnIn', 'is', null)
    .execute()
  const byRecord = Map.groupBy(claims, (claim) => claim.record)
  return new Map(
    records.map((record) => {
      const list = (byRecord.get(record) ?? []).sort(
        (a, b) => byArrival(a, b) || a.position - b.position,
      )
      const counting = list.filter((claim) => counts(claim, list, standing))
      return [record, counting.length === 0 ? null : whole(counting.map(contentOf).reduce(merge))]
    }),
  )
}

type ClaimRow = Pick<ClaimTable, 'submission' | 'record' | 'held' | 'content'> & {
  scope: string | null
  awaiting: Flag
}

/** A claim counts if its form does, or if the form that replaced it holds this very row back. */
function counts(
  claim: ClaimRow,
  all: readonly ClaimRow[],
  standing: ReadonlyMap<string, Standing>,
): boolean {
  if (claim.held === 1 || claim.awaiting === 1) return false
  if (claim.scope === null) return true
  const form = standing.get(claim.submission)
  if (form?.counts) return true
  const keepers = all.filter((other) => {
    const newer = standing.get(other.submission)
    return other.held === 1 && newer?.counts && newer.older.includes(claim.submission)
  })
  if (keepers.length === 0) return false
  const later = all.slice(all.indexOf(claim) + 1).filter((other) => other.held === 0)
  return later.every(
    (other) => !standing.get(keepers[0]!.submission)!.older.includes(other.submission),
  )
}

export function contentOf(claim: Pick<ClaimRow, 'content'>): Content {
  return parse(claim.content) as unknown as Content
}

const whole = ({ initial, values, ...content }: Content): Content => ({
  ...content,
  values: { ...initial, ...values },
})

/**
 * A later form completes and overrides an earlier one field by field; its cells become the sources. One that
 * says nothing else than was known leaves the record as it is: a register sent again changes what changed.
 */
function merge(earlier: Content, later: Content): Content {
  const values = { ...earlier.values, ...later.values }
  const initial = { ...earlier.initial, ...later.initial }
  const sample = earlier.sample || later.sample
  const isKnown =
    later.observations === undefined && canonical(values) === canonical(earlier.values)
  if (isKnown) return { ...earlier, initial, sample }
  const renewed = new Set(later.sources.map((source) => source.field))
  const kept = earlier.sources.filter((source) => !renewed.has(source.field))
  return {
    values,
    initial,
    sources: [...kept, ...later.sources],
    sample,
    ...(later.observations ? { observations: later.observations } : {}),
  }
}
