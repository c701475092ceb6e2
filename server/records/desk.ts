import { parse } from '../../schema/tables/row.ts'
import type { FindingValue } from '../../schema/tables/submission.ts'
import { reportTopics } from '../../schema/terms/submission.ts'
import type { Bilingual } from '../../schema/terms/term.ts'
import type { Db } from '../store/open.ts'
import { asOf, type RowOf } from './asof.ts'
import { readReports, type Said } from './report.ts'

export type DeskKind =
  | 'RELEASE'
  | 'REMOVAL'
  | 'REPORTER'
  | 'DUPLICATE'
  | 'CUMULATIVE'
  | 'TEXT'
  | 'POSITION'
  | 'REPORT'

/** Something in a filed form that waits for a person. */
export interface DeskItem {
  /** `duplicate-27fe3bc110d4-1-B5`: kind, submission, cell. */
  readonly id: string
  readonly kind: DeskKind
  /** Of a citizens' report: the station. */
  readonly submission: string
  readonly sheet: string | null
  readonly cell: string | null
  readonly message: Bilingual
  readonly receivedAt: string
  /** What was decided about it; null while it waits. */
  readonly decision: RowOf<'decision'> | null
}

const KIND_OF: Readonly<Record<string, DeskKind>> = {
  W_REMOVAL: 'REMOVAL',
  W_ORG_UNKNOWN: 'REPORTER',
  W_POSSIBLE_DUP: 'DUPLICATE',
  W_CUMULATIVE: 'CUMULATIVE',
  E_PII: 'TEXT',
  W_CRS_UNKNOWN: 'POSITION',
  W_COORD_DISTRICT: 'POSITION',
  W_DATUM_SHIFT: 'POSITION',
}

/**
 * Everything that waits for a person, oldest first: computed from the forms that stand, so nothing can be
 * forgotten in a list of its own. Decided items are given too; `decision` tells them.
 */
export async function readDesk(db: Db, at: number): Promise<DeskItem[]> {
  const [submissions, decisions, awaiting, said] = await Promise.all([
    asOf(db, 'submission', at)
      .where('status', '<>', 'SUPERSEDED')
      .orderBy('receivedAt')
      .orderBy('id')
      .execute(),
    asOf(db, 'decision', at).execute(),
    findUnreleased(db),
    readReports(db),
  ])
  const decided = new Map(decisions.map((one) => [one.item, one]))
  const filed = submissions.flatMap((submission) => {
    const release = releaseOf(submission, awaiting, decided)
    const told = parse(submission.findings).flatMap((finding) => itemOf(submission, finding) ?? [])
    const items = [...release, ...told]
    const single = new Map(items.map((item) => [item.id, item]))
    return [...single.values()].map((item) => ({ ...item, decision: decided.get(item.id) ?? null }))
  })
  return [...filed, ...reportItems(said)]
}

/** What citizens say is wrong; that all is right stands beside it and asks for nothing. */
function reportItems(said: readonly Said[]): DeskItem[] {
  const right = new Map(said.flatMap((one) => (one.topic === 'RIGHT' ? [[one.station, one]] : [])))
  return said.flatMap(({ station, topic, count, day }) => {
    if (topic === 'RIGHT') return []
    const others = right.get(station)?.count ?? 0
    const { zh, en } = reportTopics[topic as keyof typeof reportTopics]
    const message = {
      zh: `${station}：${count}次反映“${zh}”（最近${day}）${others > 0 ? `，${others}次反映信息正确` : ''}`,
      en: `${station}: “${en}”, told ${count} times (last on ${day})${others > 0 ? `; all right, told ${others} times` : ''}`,
    }
    const id = `report-${station.replace('station:', '')}-${topic}-${day}`
    const nowhere = { sheet: null, cell: null, decision: null }
    return {
      id,
      kind: 'REPORT' as const,
      submission: station,
      message,
      receivedAt: day,
      ...nowhere,
    }
  })
}

/** Forms that came in while `HUB_PUBLISH=approval` and were not released. */
async function findUnreleased(db: Db): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('filing')
    .select('submission')
    .where('awaiting', '=', 1)
    .where('withdrawnIn', 'is', null)
    .execute()
  return new Set(rows.map(({ submission }) => submission))
}

/** A form that waits for its release, or once did: the decision can be taken back. */
function releaseOf(
  { id: submission, receivedAt }: RowOf<'submission'>,
  awaiting: ReadonlySet<string>,
  decided: ReadonlyMap<string, unknown>,
): Omit<DeskItem, 'decision'>[] {
  const id = `release-${submission.replace('submission:', '')}`
  if (!awaiting.has(submission) && !decided.has(id)) return []
  const message = {
    zh: '已收到，放行后才公布',
    en: 'Received; it becomes public once it is released',
  }
  return [{ id, kind: 'RELEASE', submission, sheet: null, cell: null, message, receivedAt }]
}

function itemOf(
  submission: RowOf<'submission'>,
  finding: FindingValue,
): Omit<DeskItem, 'decision'> | null {
  const kind = KIND_OF[finding.code]
  if (kind === undefined) return null
  // A reporter that was found after all, and a form that is still unknown, are told by the status.
  if (kind === 'REPORTER' && submission.status !== 'RECEIVED') return null
  const whole = kind === 'REPORTER' || kind === 'CUMULATIVE' || kind === 'REMOVAL'
  const cell = whole ? null : (finding.cell ?? null)
  const local = submission.id.replace('submission:', '')
  const place = cell === null ? [] : [cell]
  return {
    id: [kind.toLowerCase(), local, ...place].join('-'),
    kind,
    submission: submission.id,
    sheet: finding.sheet ?? null,
    cell,
    message: finding.message,
    receivedAt: submission.receivedAt,
  }
}
