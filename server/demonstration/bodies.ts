import type {
  organizationTypes,
  registrationStatuses,
  teamTypes,
} from '../../schema/terms/organization.ts'
import type { regionLevels } from '../../schema/terms/region.ts'

type Type = keyof typeof organizationTypes
type Team = keyof typeof teamTypes
type Level = keyof typeof regionLevels
type Status = keyof typeof registrationStatuses

/** A kind of organization, as the demonstration invents them. */
export interface Kind {
  /** How its name ends. */
  readonly noun: string
  readonly type: Type
  readonly team: Team | undefined
  readonly level: Level
  /** The first two characters of its credit code: who registers it, and as what. */
  readonly registrar?: string
  /** Where it is not registered. */
  readonly status: Status
  readonly weight: number
}

export const COLLEGE = kind('', 'COLLEGE', 'COLLEGE', 'CITY', 'UNREGISTERED', 0)
export const FEDERATION = kind('', 'FEDERATION', undefined, 'COUNTY', '51', 0)
/** The team of a unit of the city, or of one that only resides there (市直和驻惠单位). */
export const CITY_TEAM = kind('', 'IN_UNIT', 'IN_UNIT', 'CITY', 'IN_UNIT', 0)

export const KINDS: readonly Kind[] = [
  kind('青年志愿服务队', 'VOLUNTEER_ORG', 'LEAGUE', 'COUNTY', '51', 14),
  kind('社区志愿服务队', 'VOLUNTEER_ORG', 'COMMUNITY', 'VILLAGE', 'ELIGIBLE', 16),
  kind('专业志愿服务队', 'VOLUNTEER_ORG', 'PROFESSIONAL', 'COUNTY', '51', 12),
  kind('文明实践志愿服务队', 'VOLUNTEER_ORG', 'PRACTICE', 'TOWNSHIP', 'UNREGISTERED', 8),
  kind('党员志愿服务队', 'IN_UNIT', 'PARTY', 'COUNTY', 'IN_UNIT', 9),
  kind('机关志愿服务队', 'IN_UNIT', 'IN_UNIT', 'COUNTY', 'IN_UNIT', 6),
  kind('护河志愿服务队', 'VOLUNTEER_ORG', 'RIVER', 'TOWNSHIP', 'UNREGISTERED', 5),
  kind('市民志愿巡访团', 'VOLUNTEER_ORG', 'PATROL', 'COUNTY', 'UNREGISTERED', 3),
  kind('周末服务队', 'VOLUNTEER_ORG', 'WEEKEND', 'TOWNSHIP', 'UNREGISTERED', 3),
  kind('中学志愿服务队', 'IN_UNIT', 'SCHOOL', 'COUNTY', 'IN_UNIT', 5),
  kind('企业志愿服务队', 'IN_UNIT', 'ENTERPRISE', 'COUNTY', 'IN_UNIT', 4),
  kind('社会工作服务中心', 'SOCIAL_WORK_AGENCY', 'SOCIAL', 'COUNTY', '52', 8),
  kind('公益促进会', 'CHARITY_ORG', 'SOCIAL', 'COUNTY', '51', 6),
  kind('为老服务中心', 'SOCIAL_SERVICE_ORG', 'SOCIAL', 'TOWNSHIP', '52', 4),
  kind('物业服务公司', 'PROPERTY', 'ENTERPRISE', 'COUNTY', '91', 4),
  kind('行业协会', 'INDUSTRY_ASSOC', 'SOCIAL', 'COUNTY', '51', 2),
  kind('公共文化场馆', 'VENUE_OPERATOR', 'IN_UNIT', 'COUNTY', '12', 5),
  kind('新时代文明实践服务中心', 'PRACTICE_CENTER', 'PRACTICE', 'COUNTY', '12', 3),
]

function kind(
  noun: string,
  type: Type,
  team: Team | undefined,
  level: Level,
  standing: Status | '51' | '52' | '91' | '12',
  weight: number,
): Kind {
  const of = { noun, type, team, level, weight }
  return isRegistrar(standing)
    ? { ...of, registrar: standing, status: 'UNREGISTERED' }
    : { ...of, status: standing }
}

function isRegistrar(standing: string): standing is '51' | '52' | '91' | '12' {
  return /^\d\d$/.test(standing)
}
