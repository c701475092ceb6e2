import { parse } from '../../schema/tables/row.ts'
import type { FindingValue } from '../../schema/tables/submission.ts'
import { asOf } from '../records/asof.ts'
import type { Claim } from '../records/claim.ts'
import { findClaimsOf } from '../records/claim.ts'
import type { Content, Observation } from '../records/content.ts'
import type { Filing } from '../records/filing.ts'
import { findFilingsIn } from '../records/filing.ts'
import type { Trx } from '../records/ledger.ts'
import { findingOf, remark } from './findings.ts'
import { comparable } from './values/plain.ts'

/** A form to be entered, and what the other filed forms have to say of it. */
export interface Compared {
  readonly filing: Filing
  readonly findings: readonly FindingValue[]
}

/**
 * Holds a form against what others filed. Rows that last period's form told already are kept back
 * (X08); what another unit told as well, and a link
 * claimed twice, is counted and flagged until somebody decides (X07, F13).
 */
export async function againstOthers(trx: Trx, filing: Filing): Promise<Compared> {
  const told: FindingValue[] = []
  const claims = await withoutRepeats(trx, filing, told)
  told.push(...(await doubles(trx, filing, claims)))
  return { filing: { ...filing, claims }, findings: told }
}

async function withoutRepeats(trx: Trx, filing: Filing, told: FindingValue[]): Promise<Claim[]> {
  const claims = [...filing.claims]
  const before = filing.scope === null || filing.final ? undefined : await formBefore(trx, filing)
  if (before === undefined) return claims
  const earlier = new Set(
    (await findClaimsOf(trx, before)).flatMap(({ content }) => keyOf(content)),
  )
  const own = claims.filter(({ type }) => type === 'activity')
  const repeated = own.filter(({ content }) => keyOf(content).some((key) => earlier.has(key)))
  const all = new Set(own.flatMap(({ content }) => keyOf(content)))
  const holdsAll = earlier.size > 0 && [...earlier].every((key) => all.has(key))
  // One activity that is the same every week is a habit; the whole of last week and more is a sum.
  if (!holdsAll || (earlier.size === 1 && own.length === 1)) return claims
  for (const { content } of repeated) told.push(remarkOn(content, remark('W_CUMULATIVE')))
  return claims.map((claim) =>
    repeated.includes(claim) ? { ...claim, held: true as const } : claim,
  )
}

/** The form of the period before, of the same unit. */
async function formBefore(trx: Trx, filing: Filing): Promise<string | undefined> {
  const start = String(filing.stored.periodFrom ?? '')
  const others = await findFilingsIn(trx, filing.scope as string)
  const earlier = others
    .filter((one) => one.period !== filing.period && one.final === 0)
    .map((one) => ({ ...one, from: String(parse(one.stored).periodFrom ?? '') }))
    .filter((one) => one.from !== '' && one.from < start)
    .sort((a, b) => (a.from === b.from ? a.sequence - b.sequence : a.from < b.from ? -1 : 1))
  return earlier.at(-1)?.submission
}

/** What an activity was, by name and figures; nothing where a row is held. */
function keyOf(content: Content | null): string[] {
  if (content === null || content.observations === undefined) return []
  const figures = content.observations
    .filter(({ measure, value }) => COMPARED.has(measure) && value !== null)
    .map(({ measure, value }) => `${measure}=${value}`)
    .sort()
  return figures.length === 0 ? [] : [[comparable(nameOf(content)), ...figures].join('|')]
}

const COMPARED = new Set(['VOLUNTEER_PERSON_TIMES', 'VOLUNTEER_HEADCOUNT', 'SERVICE_HOURS'])

async function doubles(
  trx: Trx,
  filing: Filing,
  claims: readonly Claim[],
): Promise<FindingValue[]> {
  const campaign = filing.stored.campaign
  if (typeof campaign !== 'string') return []
  const activities = claims.filter(
    ({ type, content, held }) => type === 'activity' && content !== null && !held,
  )
  const media = claims.filter(
    ({ type, content }) => type === 'media' && content?.values.url != null,
  )
  return [
    ...(await doubleActivities(trx, filing, campaign, activities)),
    ...(await doubleLinks(trx, filing, campaign, media)),
  ]
}

async function doubleActivities(
  trx: Trx,
  filing: Filing,
  campaign: string,
  claims: readonly Claim[],
): Promise<FindingValue[]> {
  if (claims.length === 0) return []
  const names = [...new Set(claims.map(({ content }) => nameOf(content as Content)))]
  const known = await asOf(trx, 'activity', LATEST)
    .where('campaign', '=', campaign)
    .where('nameZh', 'in', names)
    .where('organization', '<>', String(filing.stored.organization))
    .execute()
  return claims.flatMap(({ content }) => {
    const { values } = content as Content
    const organizers = [...((values.organizerNames ?? []) as string[])].sort().join('、')
    const other = known.find(
      (one) =>
        one.nameZh === values.nameZh &&
        one.startsOn === (values.startsOn ?? null) &&
        one.place === (values.place ?? null) &&
        // without day and place only the same organisers make it the same activity
        ((one.startsOn !== null && one.place !== null) ||
          [...parse(one.organizerNames)].sort().join('、') === organizers),
    )
    return other === undefined
      ? []
      : [remarkOn(content, remark('W_POSSIBLE_DUP', { other: other.nameZh }))]
  })
}

async function doubleLinks(
  trx: Trx,
  filing: Filing,
  campaign: string,
  claims: readonly Claim[],
): Promise<FindingValue[]> {
  if (claims.length === 0) return []
  const urls = [...new Set(claims.map(({ content }) => String(content?.values.url)))]
  const known = await asOf(trx, 'media', LATEST)
    .where('campaign', '=', campaign)
    .where('url', 'in', urls)
    .where('organization', '<>', String(filing.stored.organization))
    .execute()
  return claims.flatMap(({ content }) => {
    const other = known.find((one) => one.url === content?.values.url)
    return other === undefined
      ? []
      : [remarkOn(content, remark('W_POSSIBLE_DUP', { other: other.nameZh }))]
  })
}

const LATEST = Number.MAX_SAFE_INTEGER

const nameOf = (content: Content) => String(content.values.nameZh)

/** A remark on the cell that an activity's name was read from. */
function remarkOn(content: Content | null, said: ReturnType<typeof remark>): FindingValue {
  const [source] = content?.sources ?? []
  const fact: Observation | undefined = content?.observations?.[0]
  const sheet = source?.sheet ?? fact?.sheet
  const cell = source?.cell ?? fact?.cell
  return findingOf(said, { ...(sheet && { sheet }), ...(cell && { cell }) })
}
