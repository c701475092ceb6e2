import type { Claim } from '../../records/claim.ts'
import type { Observation } from '../../records/content.ts'
import type { JudgedRow } from '../judged.ts'
import type { World } from '../world.ts'
import { claimOf, type Origin, sourcesOf, valueIn } from './draft.ts'
import { fact, type Report } from './report.ts'

const text = (row: JudgedRow, field: string) =>
  (valueIn(row, field) as string | null | undefined) ?? null
const number = (row: JudgedRow, field: string) =>
  (valueIn(row, field) as number | null | undefined) ?? null
const local = (id: string | null) => (id ?? '').slice((id ?? '').indexOf(':') + 1)
const fieldsOf = (row: JudgedRow) => Object.keys(row.cells)

/** The checks of one station against one standard are one assessment. */
export function claimsOfAssessments(rows: readonly JudgedRow[], origin: Origin): Claim[] {
  const standing = rows.filter((row) => !row.held)
  const byStation = Map.groupBy(
    standing,
    (row) => `assessment:${local(text(row, 'station'))}-${local(text(row, 'standard'))}`,
  )
  return [...byStation].map(([id, checks]) => {
    const [first] = checks as [JudgedRow]
    const values = {
      station: text(first, 'station'),
      standard: text(first, 'standard'),
      assessedOn: text(first, 'assessedOn'),
      assessor: text(first, 'assessor'),
      results: checks.map((row) => ({
        check: text(row, 'check'),
        result: text(row, 'result'),
        evidence: text(row, 'evidence'),
      })),
    }
    const sources = checks.flatMap((row) =>
      sourcesOf(origin, row, ['result']).map((one) => ({
        ...one,
        field: text(row, 'check') ?? '',
      })),
    )
    return claimOf('assessment', id, origin, values, sources)
  })
}

/** What an inspection found is public once it is closed, and not before (C21-17). */
export function claimsOfInspections(rows: readonly JudgedRow[], origin: Origin): Claim[] {
  return rows
    .filter((row) => !row.held)
    .map((row) => {
      const open = text(row, 'rectification') === 'OPEN'
      const fields = fieldsOf(row).filter((field) => !open || field !== 'findings')
      const values = {
        station: text(row, 'station'),
        kind: text(row, 'kind'),
        on: text(row, 'on'),
        by: text(row, 'by'),
        found: open ? null : text(row, 'findings'),
        rectification: text(row, 'rectification'),
        sentTo: text(row, 'sentTo'),
        closedOn: text(row, 'closedOn'),
      }
      const id = `inspection:${text(row, 'number')}`
      return claimOf('inspection', id, origin, values, sourcesOf(origin, row, fields))
    })
}

export function claimsOfDemonstrations(rows: readonly JudgedRow[], origin: Origin): Claim[] {
  return each(rows, origin, 'demonstration', (row) => ({
    id: `${local(text(row, 'station'))}`,
    values: {
      station: text(row, 'station'),
      clause: text(row, 'clause'),
      status: text(row, 'status'),
      reportedOn: text(row, 'reportedOn'),
      evidence: text(row, 'evidence'),
    },
  }))
}

/** What a share is made of is kept beside the number given; the hub divides by itself. */
export function claimsOfIndicators(rows: readonly JudgedRow[], origin: Origin): Claim[] {
  return each(rows, origin, 'indicatorValue', (row) => {
    const [indicator, region] = [text(row, 'indicator'), text(row, 'region')]
    const [from, to] = [text(row, 'from'), text(row, 'to')]
    return {
      id: `${local(indicator)}-${local(region)}-${from}-${to}`,
      values: {
        indicator,
        region,
        periodFrom: from,
        periodTo: to,
        value: number(row, 'value'),
        numerator: number(row, 'numerator'),
        denominator: number(row, 'denominator'),
        basis: text(row, 'basis'),
        sampleSize: number(row, 'sampleSize'),
        surveyedOn: text(row, 'surveyedOn'),
      },
    }
  })
}

const PLATFORM_MEASURES = {
  volunteerPersonTimes: 'VOLUNTEER_PERSON_TIMES',
  organizationCount: 'ORGANIZATION_COUNT',
  serviceHours: 'SERVICE_HOURS',
} as const

/** The platform's totals of a reporter; they outrank the rows of its forms (Z19-19). */
export function claimsOfPlatform(
  rows: readonly JudgedRow[],
  origin: Origin,
  world: World,
): Claim[] {
  return each(rows, origin, 'platform', (row) => {
    const [campaign, organization] = [text(row, 'campaign'), text(row, 'organization')]
    const region =
      world.reporters.find((one) => one.campaign === campaign && one.organization === organization)
        ?.region ?? null
    const owner = { campaign: campaign ?? '', organization: organization ?? '', region }
    const report: Report = { ...origin, ...owner, period: 'PLATFORM', from: '', groups: [] }
    return {
      id: `${local(campaign)}-${local(organization)}`,
      values: {
        campaign,
        organization,
        region,
        platform: text(row, 'platform'),
        exportedOn: text(row, 'exportedOn'),
        volunteerPersonTimes: number(row, 'volunteerPersonTimes'),
        organizationCount: number(row, 'organizationCount'),
        serviceHours: number(row, 'serviceHours'),
      },
      observations: Object.entries(PLATFORM_MEASURES).flatMap(([field, measure]) => {
        const cell = row.cells[field]
        if (cell === undefined || cell.value === null) return []
        const one = fact(measure, { ...cell, qualifier: 'EXACT' }, report, null)
        return [{ ...one, periodFrom: null, basis: 'PLATFORM_OF_RECORD' }]
      }),
    }
  })
}

export function claimsOfHolidays(rows: readonly JudgedRow[], origin: Origin): Claim[] {
  return each(rows, origin, 'holiday', (row) => ({
    id: `${text(row, 'day')}`,
    values: {
      day: text(row, 'day'),
      kind: text(row, 'kind'),
      nameZh: text(row, 'name'),
      nameEn: text(row, 'nameEn') ?? text(row, 'name'),
      basis: text(row, 'basis'),
    },
  }))
}

interface Shaped {
  readonly id: string
  readonly values: Record<string, unknown>
  readonly observations?: readonly Observation[]
}

function each(
  rows: readonly JudgedRow[],
  origin: Origin,
  type: Claim['type'],
  shape: (row: JudgedRow) => Shaped,
): Claim[] {
  return rows
    .filter((row) => !row.held)
    .map((row) => {
      const { id, values, observations } = shape(row)
      const sources = sourcesOf(origin, row, fieldsOf(row))
      const claim = claimOf(type, `${type}:${id}`, origin, values, sources)
      if (observations === undefined || claim.content === null) return claim
      return { ...claim, content: { ...claim.content, observations } }
    })
}
