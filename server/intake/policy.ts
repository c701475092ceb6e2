import { findForm } from '../../schema/forms/shelf.ts'
import type { WeeklyValue } from '../../schema/tables/campaign.ts'
import type { FindingValue } from '../../schema/tables/submission.ts'
import { organizationTypes } from '../../schema/terms/organization.ts'
import { stationSettings, venueTypes } from '../../schema/terms/station.ts'
import type { Bilingual } from '../../schema/terms/term.ts'
import { findingOf, remark } from './findings.ts'

/** A policy file: a document, its clauses and all that it defines (`linzhan-policy/1`). */
export interface Policy {
  readonly format: string
  readonly document: {
    readonly id: string
    readonly title: string
    readonly number?: string | null
    readonly issuers: readonly string[]
    readonly issuedOn?: string | null
    readonly issuedOnNote?: Bilingual
    readonly region: string
    readonly cites?: readonly string[]
    readonly notes?: readonly Bilingual[]
  }
  readonly clauses: readonly { ref: string; place: string; text: string; gloss: string }[]
  readonly organizations?: readonly PolicyOrganization[]
  readonly stations?: readonly PolicyStation[]
  readonly campaigns?: readonly PolicyCampaign[]
  readonly obligations?: readonly PolicyObligation[]
  readonly reporters?: readonly PolicyReporter[]
  readonly standards?: readonly PolicyStandard[]
  readonly indicators?: readonly PolicyIndicator[]
}

export interface PolicyOrganization {
  readonly id: string
  readonly name: Bilingual
  readonly aliases?: readonly string[]
  readonly type: string
  readonly level?: string
  readonly region: string
  readonly clause?: string
}

export interface PolicyStation {
  readonly id: string
  readonly name: Bilingual
  readonly region: string
  readonly setting: string
  readonly venueType: string
  readonly kind: string
  readonly status: string
  readonly demonstration?: {
    readonly level: string
    readonly due: string | null
    readonly status: string
    readonly responsible: string
    readonly role: string
    readonly clause: string
  }
  readonly clause: string
}

export interface PolicyCampaign {
  readonly id: string
  readonly name: Bilingual
  readonly slogan?: string | null
  readonly region: string
  readonly startsOn: string | null
  readonly endsOn: string | null
  readonly startNote?: Bilingual
  readonly organizers: readonly string[]
  readonly clause: string
  readonly method?: Bilingual
  readonly groups?: readonly {
    code: string
    parent?: string
    name: Bilingual
    clause: string
    words?: readonly string[]
  }[]
}

export interface PolicyObligation {
  readonly id: string
  readonly campaign: string
  readonly template: string
  readonly rule: Bilingual
  readonly hubNote?: Bilingual
  readonly inferred?: boolean
  readonly final?: boolean
  readonly clause: string
  readonly periods?: readonly { code: string; from: string; to: string; due: string }[]
  readonly weekly?: WeeklyValue
  readonly kinds?: readonly string[]
}

export interface PolicyReporter {
  readonly campaign: string
  readonly kind: string
  readonly region: string
  readonly organization: string
  readonly name?: Bilingual
  readonly aliases?: readonly string[]
  readonly clause: string
}

export interface PolicyStandard {
  readonly id: string
  readonly name: Bilingual
  readonly region: string
  readonly validFrom?: string | null
  readonly criteria: readonly object[]
}

export interface PolicyIndicator {
  readonly id: string
  readonly code: string
  readonly name: Bilingual
  readonly unit: string
  readonly definition: Bilingual
  readonly target?: {
    readonly region: string
    readonly comparison: string
    readonly low: number | null
    readonly high: number | null
    readonly due: string | null
  } | null
  readonly clause: string
}

export const POLICY_FORMAT = 'linzhan-policy/1'

/** Reads a policy file; null where the text is no such file. */
export function readPolicy(text: string): Policy | null {
  try {
    const value = JSON.parse(text) as Policy
    return value.format === POLICY_FORMAT ? value : null
  } catch {
    return null
  }
}

/** What is wrong with a policy file, each remark at the path that it speaks of. */
export function checkPolicy(policy: Policy): FindingValue[] {
  const findings: FindingValue[] = []
  const refuse = (cell: string, raw: string) =>
    findings.push(findingOf(remark('E_POLICY', { raw }), { sheet: '$', cell }))

  if (!policy.document?.id) refuse('document.id', '缺少文件编号 / The document has no id')
  if (!policy.document?.title) refuse('document.title', '缺少文件标题 / The document has no title')
  const refs = new Set((policy.clauses ?? []).map((clause) => clause.ref))
  if (refs.size !== (policy.clauses ?? []).length) {
    refuse('clauses', '条款编号重复 / A clause reference stands twice')
  }
  const lists = [
    'organizations',
    'stations',
    'campaigns',
    'obligations',
    'reporters',
    'indicators',
  ] as const
  for (const list of lists) {
    policy[list]?.forEach((item, i) => {
      const { clause } = item
      if (clause !== undefined && !refs.has(clause)) {
        refuse(`${list}[${i}].clause`, `没有条款“${clause}” / There is no clause “${clause}”`)
      }
    })
  }
  policy.organizations?.forEach((one, i) => {
    if (!(one.type in organizationTypes)) refuse(`organizations[${i}].type`, unknown(one.type))
  })
  policy.stations?.forEach((one, i) => {
    if (!(one.setting in stationSettings)) refuse(`stations[${i}].setting`, unknown(one.setting))
    if (!(one.venueType in venueTypes)) refuse(`stations[${i}].venueType`, unknown(one.venueType))
  })
  policy.obligations?.forEach((one, i) => {
    if (findForm(one.template) === undefined) {
      refuse(`obligations[${i}].template`, unknown(one.template))
    }
    one.periods?.forEach((period, j) => {
      const due = Date.parse(period.due)
      if (period.from > period.to || Number.isNaN(due)) {
        refuse(
          `obligations[${i}].periods[${j}]`,
          `时段或期限不对 / The period or its due time is wrong`,
        )
      }
    })
  })
  return findings
}

const unknown = (code: string) => `代码表中没有“${code}” / There is no code “${code}”`
