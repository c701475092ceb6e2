import type { RecordType } from '../../../schema/database.ts'
import type { SourceRef } from '../../../schema/tables/row.ts'
import type { Claim } from '../../records/claim.ts'
import { regionId } from '../../records/region.ts'
import type { Policy } from '../policy.ts'
import { claimOf, type Origin } from './draft.ts'
import { reporterId } from './register.ts'

/** Everything that a policy file defines, each record with the clause it rests on. */
export function claimsOfPolicy(policy: Policy, origin: Origin): Claim[] {
  const document = `document:${policy.document.id}`
  const from = (clause: string | undefined): SourceRef[] =>
    clause === undefined ? [] : [{ field: 'id', document, clause }]
  const claim = (
    type: RecordType,
    id: string,
    values: Readonly<Record<string, unknown>>,
    clause?: string,
  ): Claim => claimOf(type, `${type}:${id}`, origin, values, from(clause))

  return [
    claim('document', policy.document.id, documentValues(policy)),
    ...(policy.organizations ?? []).map((one) =>
      claim('organization', one.id, organizationValues(one), one.clause),
    ),
    ...reporterBodies(policy, claim),
    ...(policy.stations ?? []).map((one) =>
      claim('station', one.id, stationValues(one, document), one.clause),
    ),
    ...(policy.standards ?? []).map((one) =>
      claim('standard', one.id, {
        nameZh: one.name.zh,
        nameEn: one.name.en,
        region: regionId(one.region),
        document,
        validFrom: one.validFrom ?? null,
        criteria: one.criteria,
      }),
    ),
    ...(policy.indicators ?? []).map((one) =>
      claim('indicator', one.id, indicatorValues(one, policy, document), one.clause),
    ),
    ...(policy.campaigns ?? []).map((one) =>
      claim('campaign', one.id, campaignValues(one, document), one.clause),
    ),
    ...(policy.obligations ?? []).map((one) =>
      claim('obligation', one.id, obligationValues(one, document), one.clause),
    ),
    ...(policy.reporters ?? []).map((one) => {
      const [campaign, organization] = [
        `campaign:${one.campaign}`,
        `organization:${one.organization}`,
      ]
      const { kind, clause } = one
      const values = {
        campaign,
        organization,
        kind,
        region: regionId(one.region),
        document,
        clause,
      }
      return claimOf('reporter', reporterId(campaign, organization), origin, values, from(clause))
    }),
  ]
}

function documentValues({ document, clauses }: Policy) {
  return {
    title: document.title,
    number: document.number ?? null,
    issuers: document.issuers,
    issuedOn: document.issuedOn ?? null,
    issuedOnNote: document.issuedOnNote ?? null,
    region: regionId(document.region),
    cites: document.cites ?? [],
    notes: document.notes ?? [],
    clauses,
  }
}

type Item<K extends keyof Policy> = NonNullable<Policy[K]> extends readonly (infer T)[] ? T : never

function organizationValues(one: Item<'organizations'>) {
  return {
    nameZh: one.name.zh,
    nameEn: one.name.en,
    aliases: one.aliases ?? [],
    type: one.type,
    teamType: null,
    professionalFields: [],
    level: one.level ?? null,
    region: regionId(one.region),
    parent: null,
    competentBody: null,
    registrationStatus: 'IN_UNIT',
    registeredOn: null,
    creditCode: null,
    platforms: [],
    registerNumber: null,
    replacedBy: null,
  }
}

/** Reporters that the file names but does not define as organizations. */
function reporterBodies(
  policy: Policy,
  claim: (type: RecordType, id: string, values: Record<string, unknown>, clause?: string) => Claim,
): Claim[] {
  const defined = new Set((policy.organizations ?? []).map((one) => one.id))
  return (policy.reporters ?? [])
    .filter((one) => !defined.has(one.organization) && one.name !== undefined)
    .map((one) => {
      const { name = { zh: '', en: '' }, aliases, region, clause } = one
      const body = { id: one.organization, name, aliases, type: 'YOUTH_LEAGUE', region }
      return claim('organization', one.organization, organizationValues(body), clause)
    })
}

function stationValues(one: Item<'stations'>, document: string) {
  const task = one.demonstration
  const demonstrations = task
    ? [{ ...task, responsible: `organization:${task.responsible}`, document }]
    : []
  return {
    nameZh: one.name.zh,
    nameEn: one.name.en,
    kind: one.kind,
    setting: one.setting,
    venueType: one.venueType,
    status: one.status,
    region: regionId(one.region),
    addressZh: null,
    addressEn: null,
    lat: null,
    lon: null,
    datumGiven: null,
    locationPrecision: 'NONE',
    operator: null,
    competentBody: null,
    publicPhone: null,
    openingHours: null,
    amenities: [],
    accessible: null,
    services: [],
    functions: [],
    demonstrations,
    lastVerifiedOn: null,
    registerNumber: null,
    replacedBy: null,
  }
}

function indicatorValues(one: Item<'indicators'>, policy: Policy, document: string) {
  return {
    code: one.code,
    nameZh: one.name.zh,
    nameEn: one.name.en,
    unit: one.unit,
    definitionZh: one.definition.zh,
    definitionEn: one.definition.en,
    region: regionId(one.target?.region ?? policy.document.region),
    target: one.target ? { ...one.target, region: regionId(one.target.region) } : null,
    document,
    clause: one.clause,
  }
}

function campaignValues(one: Item<'campaigns'>, document: string) {
  return {
    nameZh: one.name.zh,
    nameEn: one.name.en,
    slogan: one.slogan ?? null,
    region: regionId(one.region),
    startsOn: one.startsOn,
    endsOn: one.endsOn,
    startNote: one.startNote ?? null,
    organizers: one.organizers.map((id) => `organization:${id}`),
    document,
    clause: one.clause,
    method: one.method ?? null,
    groups: one.groups ?? [],
  }
}

function obligationValues(one: Item<'obligations'>, document: string) {
  return {
    campaign: `campaign:${one.campaign}`,
    template: one.template,
    rule: one.rule,
    hubNote: one.hubNote ?? null,
    inferred: one.inferred ?? false,
    final: one.final ?? false,
    periods: one.periods ?? [],
    weekly: one.weekly ?? null,
    kinds: one.kinds ?? [],
    document,
    clause: one.clause,
  }
}
