import type { PeriodValue } from '../../schema/tables/campaign.ts'
import type { Duty } from './calendar.ts'
import type { FiledForm, Rate, ReportingState } from './reporting.ts'

export type ReporterStanding = 'NOT_REPORTED' | 'HELD' | 'LATE' | 'NIL' | 'REPORTED'

/** Somebody who has to report, and what became of it. */
export interface ReporterRow {
  readonly organization: string
  /** The line of a table by region that it stands in. */
  readonly line: string
  readonly state: ReporterStanding
  readonly forms: number
  /** Those that say "nothing this time". */
  readonly nilForms: number
  /** Its newest form, whether that counts or not. */
  readonly submission: string | null
  readonly receivedAt: string | null
  /** At most, over all its forms; null where none came, or none was due. */
  readonly daysLate: number | null
}

const ORDER: readonly ReporterStanding[] = ['NOT_REPORTED', 'HELD', 'LATE', 'NIL', 'REPORTED']

/** Everybody who has to report for a campaign: first who is missing, then who must correct, was late or had nothing. */
export function reportersOf(state: ReportingState): ReporterRow[] {
  const rows = state.reporters.map(({ organization, line }): ReporterRow => {
    const forms = state.forms.get(organization) ?? []
    const late = forms.flatMap(({ daysLate }) => daysLate ?? [])
    return {
      organization,
      line,
      state: standingOf(forms),
      forms: forms.length,
      nilForms: forms.filter((one) => one.nil).length,
      submission: forms.at(-1)?.id ?? null,
      receivedAt: forms.at(-1)?.receivedAt ?? null,
      daysLate: late.length === 0 ? null : Math.max(...late),
    }
  })
  return rows.sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state))
}

/** A form that must be corrected weighs more than lateness; "nothing this time" is said only of who never had anything. */
function standingOf(forms: readonly FiledForm[]): ReporterStanding {
  if (forms.length === 0) return 'NOT_REPORTED'
  if (forms.some((one) => one.status === 'NEEDS_CORRECTION')) return 'HELD'
  if (forms.some((one) => (one.daysLate ?? 0) > 0)) return 'LATE'
  return forms.every((one) => one.nil) ? 'NIL' : 'REPORTED'
}

/**
 * How complete the reports of a time are: of those who owed a form for a period that lies within these days,
 * who has filed one. Who owes for two campaigns is expected twice.
 */
export function rateOfDuties(
  duties: readonly Duty[],
  { from, to }: Pick<PeriodValue, 'from' | 'to'>,
): Rate {
  const owed = duties.filter(({ period }) => period.from >= from && period.to <= to)
  const ofOne = [
    ...Map.groupBy(
      owed,
      ({ obligation, organization }) => `${obligation.campaign} ${organization}`,
    ).values(),
  ]
  const isFiled = ({ submission }: Duty) => submission !== null
  const received = ofOne.filter((some) => some.some(isFiled))
  const late = received.filter((some) => some.some(({ daysLate }) => (daysLate ?? 0) > 0)).length
  const missing = ofOne.filter((some) => !some.some(isFiled))
  return {
    expected: ofOne.length,
    received: received.length,
    onTime: received.length - late,
    late,
    held: ofOne.filter((some) => some.some(({ state }) => state === 'HELD')).length,
    ratio: ofOne.length === 0 ? null : received.length / ofOne.length,
    missing: [...new Set(missing.map(([one]) => (one as Duty).organization))],
  }
}
