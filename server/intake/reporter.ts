import type { FindingValue } from '../../schema/tables/submission.ts'
import { findingOf, remark } from './findings.ts'
import type { CheckOptions } from './hand.ts'
import type { JudgedReporter } from './judged.ts'
import { tight } from './values/plain.ts'
import { type KnownRegion, matchOrganization, type World } from './world.ts'

/** Who filed a form: as written on it, unless the one who sends it says so. */
export function identifyReporter(
  raw: string,
  place: { readonly sheet: string; readonly cell: string; readonly field: string },
  label: string,
  world: World,
  options: CheckOptions & { readonly template?: string },
): { reporter: JudgedReporter; findings: FindingValue[] } {
  const given = options.as ? asId(options.as) : null
  const expected = new Set(world.reporters.map((one) => one.organization))
  const former = formerDivisionIn(raw, cityOf(world, options.template))
  const written = former === null ? raw : former.renamed
  const match =
    matchOrganization(world, raw, expected) ?? matchOrganization(world, written, expected)
  const found = given === null ? match?.found : world.organizations.find((one) => one.id === given)
  const findings: FindingValue[] = []
  if (former !== null) {
    const { was, is } = former
    const value = is.nameZh
    findings.push(findingOf(remark('W_OLD_DIVISION', { raw: was.nameZh, value }), place))
  }
  if (found === undefined) {
    if (tight(raw) === '') findings.push(findingOf(remark('E_MISSING', { field: label }), place))
    else findings.push(findingOf(remark('W_ORG_UNKNOWN', { raw }), place))
  } else if (match?.byAlias) {
    findings.push(findingOf(remark('W_ORG_ALIAS', { raw, value: found.nameZh }), place))
  }
  const roster = world.reporters.find((one) => one.organization === found?.id)
  const region = roster?.region ?? found?.region ?? former?.is.id ?? null
  const code = region?.replace('region:', '') ?? null
  return { reporter: { raw, organization: found?.id ?? null, region: code }, findings }
}

/** The divisions of the city that a form belongs to; without a city only names that are whole are safe. */
function cityOf(world: World, template: string | undefined): readonly KnownRegion[] {
  const owed = world.obligations.find((one) => one.template === template)
  const campaign = world.campaigns.find((one) => one.id === owed?.campaign)
  return campaign === undefined
    ? world.regions
    : world.regions.filter((one) => one.parent === campaign.region)
}

/** 长治县文明办: a division that has another name today stands in the name of the unit. */
function formerDivisionIn(raw: string, regions: readonly KnownRegion[]) {
  const name = tight(raw)
  for (const was of regions) {
    const [next, second] = was.successors
    if (was.validTo === null || next === undefined || second !== undefined) continue
    const old = tight(was.nameZh)
    const at = name.indexOf(old)
    // 城区 and 郊区 are common words too: only where the name of the unit begins with them
    if (at < 0 || (at > 0 && old.length < 3)) continue
    const is = regions.find((one) => one.id === next)
    if (is === undefined || name.includes(tight(is.nameZh))) continue
    return { was, is, renamed: name.replace(old, tight(is.nameZh)) }
  }
  return null
}

const asId = (text: string) => (text.startsWith('organization:') ? text : `organization:${text}`)
