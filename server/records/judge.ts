import type { CheckValue } from '../../schema/tables/assessment.ts'
import type { CriterionValue } from '../../schema/tables/standard.ts'
import type { Bilingual } from '../../schema/terms/term.ts'

/** How one check stands, and what that rests on. */
export interface Outcome {
  readonly check: CriterionValue['checks'][number]
  readonly result: string
  readonly evidence: Bilingual | null
  /** Whether the hub found it in its data, or the station said it of itself. */
  readonly found: boolean
}

export interface CriterionOutcome {
  readonly criterion: CriterionValue
  readonly result: string
  readonly checks: readonly Outcome[]
}

/** What the hub found by itself; a check that it cannot decide is absent. */
export type Findings = ReadonlyMap<
  string,
  { readonly result: string; readonly evidence: Bilingual }
>

/** Every criterion of a standard as a station stands: what the hub found counts before what was filed. */
export function judge(
  criteria: readonly CriterionValue[],
  filed: readonly CheckValue[],
  findings: Findings,
): CriterionOutcome[] {
  const said = new Map(filed.map((one) => [one.check, one]))
  return criteria.map((criterion) => {
    const checks = criterion.checks.map((check): Outcome => {
      const finding = check.automatic ? findings.get(check.code) : undefined
      if (finding !== undefined) return { check, ...finding, found: true }
      const { result = 'NOT_ASSESSED', evidence = null } = said.get(check.code) ?? {}
      return {
        check,
        result,
        evidence: evidence ? { zh: evidence, en: evidence } : null,
        found: false,
      }
    })
    return { criterion, result: together(checks), checks }
  })
}

/**
 * A criterion is met where all that was asked is met. What nobody looked at never makes it fail, and what
 * does not apply or is optional never counts; whether it is met stays open until all of it was looked at.
 */
function together(checks: readonly Outcome[]): string {
  const results = checks.filter(({ check }) => !check.optional).map((one) => one.result)
  const applying = results.filter((one) => one !== 'NOT_APPLICABLE')
  if (applying.length === 0) return 'NOT_APPLICABLE'
  const assessed = applying.filter((one) => one !== 'NOT_ASSESSED')
  if (assessed.every((one) => one === 'MET')) {
    return assessed.length === applying.length ? 'MET' : 'NOT_ASSESSED'
  }
  return assessed.every((one) => one === 'NOT_MET') ? 'NOT_MET' : 'PARTIAL'
}

/** 有人员、有项目、有管理 (C21-02), each by the criteria that stand for it. */
const HAVES = { people: ['S04', 'S05'], projects: ['S09'], management: ['S06'] } as const

export type Have = keyof typeof HAVES

/** The three haves of a station; a have of several criteria is met where all of them are. */
export function threeHaves(criteria: readonly CriterionOutcome[]): Record<Have, string> {
  const of = (codes: readonly string[]) => {
    const own = criteria.filter(({ criterion }) => codes.includes(criterion.code))
    return together(own.flatMap((one) => one.checks))
  }
  const { people, projects, management } = HAVES
  return { people: of(people), projects: of(projects), management: of(management) }
}
