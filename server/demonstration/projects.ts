import { themes } from '../../schema/terms/campaign.ts'
import { projectFields } from '../../schema/terms/fields.ts'
import { projectStatuses } from '../../schema/terms/project.ts'
import { serviceFields, services } from '../../schema/terms/service.ts'
import { exampleName, mobileNumber, personName } from './names.ts'
import type { Organization } from './organizations.ts'
import { type Random, random } from './random.ts'
import type { Region } from './regions.ts'
import type { Row } from './register.ts'
import { stationNumber } from './stations.ts'

export const projectHeader: readonly string[] = [
  projectFields.registerNumber,
  projectFields.name,
  projectFields.organization,
  projectFields.station,
  projectFields.region,
  projectFields.status,
  projectFields.fields,
  projectFields.services,
  projectFields.themes,
  projectFields.publishedAt,
  projectFields.startsOn,
  projectFields.endsOn,
  projectFields.isBrand,
  projectFields.position,
  projectFields.contactName,
  projectFields.contactPhone,
].map(({ zh }) => zh)

interface ProjectTask {
  readonly regions: readonly Region[]
  /** How many stations each region has. */
  readonly stations: readonly number[]
  readonly organizations: ReadonlyMap<string, readonly Organization[]>
  readonly count: number
  readonly seed: string
}

export function* projectRows(task: ProjectTask): Generator<Row> {
  const chance = random(`${task.seed}/projects`)
  const { regions } = task
  for (let i = 0; i < task.count; i++) {
    const at = i % regions.length
    const region = regions[at]!
    const stations = task.stations[at]!
    const station =
      stations > 0 && chance.chance(0.75)
        ? stationNumber(region, chance.integer(1, stations))
        : null
    const organization = chance.pick(task.organizations.get(region.code)!).number
    const before = Math.floor(i / regions.length)
    yield rowOf(region, before, (at * 5) % 24, organization, station, chance)
  }
}

function rowOf(
  region: Region,
  before: number,
  start: number,
  organization: string,
  station: string | null,
  chance: Random,
): Row {
  const idea = chance.pick(IDEAS)
  const status = chance.weigh(STATUSES)
  const isBrand = status === 'LISTED_BRAND' || chance.chance(0.05)
  return [
    `P-${region.code}-${String(before + 1).padStart(4, '0')}`,
    `${region.name}${exampleName(before + start)}${idea.name}志愿服务项目`,
    organization,
    station,
    region.code,
    projectStatuses[status].zh,
    idea.fields.map((code) => serviceFields[code].zh).join('、') || null,
    idea.services.map((code) => services[code].zh).join('、'),
    idea.theme ? themes[idea.theme].zh : null,
    ...days(status, chance),
    isBrand ? '是' : '否',
    chance
      .some(POSITIONS, chance.integer(1, 3))
      .map((post) => `${post}×${chance.integer(1, 12)}`)
      .join('、'),
    personName(chance),
    mobileNumber(chance),
  ]
}

type Status = keyof typeof projectStatuses

/** Published, then begun, then ended; what lies ahead of its status is left blank. */
function days(status: Status, chance: Random): (string | null)[] {
  const published = Date.UTC(2018, 0, 5) + chance.integer(0, 400) * DAY
  const starts = published + chance.integer(3, 30) * DAY
  const ends = starts + chance.integer(20, 300) * DAY
  if (status === 'DRAFT' || status === 'APPROVED') return [null, null, null]
  return [iso(published), iso(starts), chance.chance(0.15) ? null : iso(ends)]
}

const DAY = 86_400_000
const iso = (time: number) => new Date(time).toISOString().slice(0, 10)

const STATUSES: readonly (readonly [Status, number])[] = [
  ['DRAFT', 3],
  ['APPROVED', 6],
  ['PUBLISHED', 14],
  ['RECRUITING', 16],
  ['RUNNING', 36],
  ['CLOSED', 12],
  ['EVALUATED', 5],
  ['LISTED_BRAND', 4],
  ['SUSPENDED', 2],
  ['CANCELLED', 2],
]

const POSITIONS = ['引导员', '登记员', '讲解员', '陪护员', '宣传员', '巡查员', '后勤员'] as const

interface Idea {
  readonly name: string
  readonly fields: readonly (keyof typeof serviceFields)[]
  readonly services: readonly (keyof typeof services)[]
  readonly theme?: keyof typeof themes
}

const IDEAS: readonly Idea[] = [
  { name: '敬老陪伴', fields: ['ELDER'], services: ['ELDER_SERVICE', 'SMART_ELDER'], theme: 'T12' },
  { name: '邻里守望', fields: ['ELDER', 'HARDSHIP'], services: ['NEIGHBOUR'], theme: 'T12' },
  { name: '阳光助残', fields: ['DISABILITY'], services: ['CONVENIENCE', 'HEALTH'], theme: 'T16' },
  { name: '课业辅导', fields: ['EDUCATION'], services: ['EDU_AID', 'CHILD_TUTOR'], theme: 'T03' },
  {
    name: '义诊进村',
    fields: ['MEDICAL', 'SICK'],
    services: ['HEALTH', 'SHOW_CLINIC'],
    theme: 'T15',
  },
  { name: '文明交通引导', fields: [], services: ['CIVIL_TRAFFIC', 'CIVIL_GUIDE'], theme: 'T18' },
  { name: '护河净滩', fields: [], services: ['ENV_PROTECT', 'GREENING'], theme: 'T14' },
  { name: '普法宣讲', fields: [], services: ['LEGAL_AID', 'LAW_INFO'], theme: 'T04' },
  { name: '科普下乡', fields: ['EDUCATION'], services: ['SCI_POP'], theme: 'T07' },
  { name: '文艺惠民', fields: [], services: ['CULTURE_ARTS', 'CULTURE_EVENT'], theme: 'T06' },
  { name: '展馆讲解', fields: [], services: ['GUIDED_TOUR', 'PUBLIC_EDU'], theme: 'T05' },
  { name: '景区文明引导', fields: [], services: ['TOURISM_INFO', 'ORDER'], theme: 'T08' },
  { name: '便民家电维修', fields: ['HARDSHIP'], services: ['APPLIANCE', 'CONVENIENCE'] },
  { name: '结对帮扶', fields: ['POVERTY', 'HARDSHIP'], services: ['POVERTY_HELP'], theme: 'T17' },
  { name: '治安巡逻', fields: [], services: ['SECURITY_PATROL', 'PUBLIC_SECURITY'], theme: 'T04' },
]
