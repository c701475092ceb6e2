import type { services } from '../../schema/terms/service.ts'
import type { stationKinds, stationSettings, venueTypes } from '../../schema/terms/station.ts'

type Setting = keyof typeof stationSettings
type Service = keyof typeof services
type Kind = keyof typeof stationKinds

export interface Venue {
  readonly type: keyof typeof venueTypes
  readonly setting: Setting
  readonly kind: Kind
  /** How its name ends, before 学雷锋志愿服务站. */
  readonly noun: string
  readonly weight: number
}

export const VENUES: readonly Venue[] = [
  venue('COMMUNITY', 'COMMUNITY', '社区', 24),
  venue('VILLAGE', 'COMMUNITY', '村', 16),
  venue('COMMUNITY_CENTER', 'COMMUNITY', '社区综合服务中心', 5),
  venue('PRACTICE_CENTER', 'COMMUNITY', '文明实践中心', 1),
  venue('PRACTICE_INSTITUTE', 'COMMUNITY', '文明实践所', 3),
  venue('PRACTICE_STATION', 'COMMUNITY', '文明实践站', 5),
  venue('COMMUNITY_ACTIVITY_CENTER', 'COMMUNITY', '社区活动中心', 3),
  venue('GOV_HALL', 'WINDOW', '政务服务大厅', 3, 'POST'),
  venue('HOSPITAL', 'WINDOW', '医院', 4),
  venue('AIRPORT', 'WINDOW', '机场', 0.3),
  venue('RAIL_STATION', 'WINDOW', '火车站', 0.8),
  venue('COACH_STATION', 'WINDOW', '汽车客运站', 1.5),
  venue('HOTEL', 'WINDOW', '宾馆', 1, 'POST'),
  venue('MALL', 'WINDOW', '商场', 1.5),
  venue('SUPERMARKET', 'WINDOW', '超市', 1, 'POST'),
  venue('MARKET', 'WINDOW', '集市', 0.7),
  venue('BANK', 'WINDOW', '银行网点', 2.5, 'POST'),
  venue('POST_OFFICE', 'WINDOW', '邮政营业厅', 1, 'POST'),
  venue('MOBILE_HALL', 'WINDOW', '移动营业厅', 0.8, 'POST'),
  venue('POWER_HALL', 'WINDOW', '供电营业厅', 0.8, 'POST'),
  venue('LIBRARY', 'CULTURE', '图书馆', 3),
  venue('MUSEUM', 'CULTURE', '博物馆', 1.5),
  venue('CULTURE_HALL', 'CULTURE', '文化馆', 2.5),
  venue('ART_MUSEUM', 'CULTURE', '美术馆', 0.8),
  venue('SCIENCE_MUSEUM', 'CULTURE', '科技馆', 0.8),
  venue('MEMORIAL', 'CULTURE', '纪念馆', 0.8),
  venue('CHILDREN_PALACE', 'CULTURE', '少年宫', 1),
  venue('PATRIOTIC_BASE', 'CULTURE', '爱国主义教育基地', 0.8),
  venue('PLAZA', 'PLAZA_PARK_SCENIC', '广场', 2.5),
  venue('PARK', 'PLAZA_PARK_SCENIC', '公园', 3),
  venue('SCENIC', 'PLAZA_PARK_SCENIC', '景区', 2),
  venue('MANAGED_COMPOUND', 'RESIDENTIAL', '小区', 7, 'POINT'),
]

/** What stations of a setting do (C21, section 3). */
// biome-ignore format: a table
export const SERVICES_OF: Readonly<Record<Setting, readonly Service[]>> = {
  COMMUNITY: [
    'CIVIL_TRAFFIC', 'CULTURE_ARTS', 'EDU_AID', 'SMART_ELDER', 'HEALTH', 'ENV_PROTECT',
    'LEGAL_AID', 'SCI_POP', 'PUBLIC_SECURITY', 'GREENING', 'ELDER_SERVICE', 'POVERTY_HELP',
  ],
  WINDOW: ['CIVIL_GUIDE', 'CONVENIENCE', 'INFO_DESK', 'ORDER', 'POLICY_INFO'],
  CULTURE: ['GUIDED_TOUR', 'PUBLIC_EDU', 'CULTURE_EVENT', 'EXHIBITION', 'INFO_DESK', 'ORDER'],
  PLAZA_PARK_SCENIC: ['TOURISM_INFO', 'CIVIL_GUIDE', 'ORDER', 'ENV_PROTECT', 'CONVENIENCE'],
  RESIDENTIAL: ['NEIGHBOUR', 'SECURITY_PATROL', 'CONVENIENCE', 'ENV_PROTECT'],
}

const OFFICE_HOURS = '周一至周五 9:00-12:00 14:30-17:30，节假日休息'

/** Wordings of opening hours, by weight, as registers have them. */
export const HOURS_OF: Readonly<Record<Setting, readonly (readonly [string, number])[]>> = {
  COMMUNITY: [
    [OFFICE_HOURS, 70],
    ['每天 8:30-20:00', 8],
    ['', 18],
    ['工作日上班时间', 4],
  ],
  WINDOW: [
    [OFFICE_HOURS, 48],
    ['每天 8:30-20:00', 26],
    ['全天24小时', 14],
    ['', 12],
  ],
  CULTURE: [
    ['周二至周日 9:00-17:00（周一闭馆）', 78],
    ['每天 8:30-20:00', 12],
    ['', 10],
  ],
  PLAZA_PARK_SCENIC: [
    ['每天 8:30-20:00', 55],
    ['全天24小时', 15],
    [OFFICE_HOURS, 10],
    ['', 20],
  ],
  RESIDENTIAL: [
    [OFFICE_HOURS, 45],
    ['每天 8:30-20:00', 30],
    ['', 25],
  ],
}

function venue(
  type: Venue['type'],
  setting: Setting,
  noun: string,
  weight: number,
  kind: Kind = 'STATION',
): Venue {
  return { type, setting, kind, noun, weight }
}
