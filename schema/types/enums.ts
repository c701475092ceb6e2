import { registerEnumType } from 'type-graphql'
import { audiences, mediaChannels, themes } from '../terms/campaign.ts'
import { demandStatuses } from '../terms/demand.ts'
import { searchTypes } from '../terms/everyday.ts'
import { describe } from '../terms/fields.ts'
import {
  organizationTypes,
  professionalFields,
  registrationStatuses,
  teamTypes,
} from '../terms/organization.ts'
import { placeKinds } from '../terms/place.ts'
import { projectStatuses } from '../terms/project.ts'
import { datums, locationPrecisions, regionLevels } from '../terms/region.ts'
import { services } from '../terms/service.ts'
import { checkResults, inspectionKinds } from '../terms/standard.ts'
import {
  amenities,
  demonstrationStatuses,
  openStates,
  practiceTiers,
  stationFunctions,
  stationKinds,
  stationSettings,
  stationStatuses,
  venueTypes,
} from '../terms/station.ts'
import {
  citationStyles,
  correctionKinds,
  dimensions,
  figureBases,
  figureStatuses,
  measures,
  qualifiers,
} from '../terms/statistic.ts'
import {
  changeKinds,
  changeTypes,
  obligationStates,
  rectificationStatuses,
  reporterStates,
  severities,
  submissionStatuses,
} from '../terms/submission.ts'
import type { TermRecord } from '../terms/term.ts'

/** A code list of the terms as a GraphQL enum: its values are its codes, described in both languages. */
function enumOf(name: string, list: TermRecord, description: string): Record<string, string> {
  const values = Object.fromEntries(Object.keys(list).map((code) => [code, code]))
  const valuesConfig = Object.fromEntries(
    Object.entries(list).map(([code, term]) => [code, { description: describe(term) }]),
  )
  registerEnumType(values, { name, description, valuesConfig })
  return values
}

export const Amenity = enumOf('Amenity', amenities, 'What a station has for people (便民设施).')
export const AudienceType = enumOf(
  'AudienceType',
  audiences,
  'Whom an activity served (覆盖人群类型).',
)
export const CorrectionKind = enumOf(
  'CorrectionKind',
  correctionKinds,
  'Why a published figure became another (更正类别).',
)
export const ChangeKind = enumOf('ChangeKind', changeKinds, 'What happened to a record (变更).')
export const ChangeType = enumOf(
  'ChangeType',
  changeTypes,
  'The kind of record that changed (记录类型).',
)
export const CheckResult = enumOf(
  'CheckResult',
  checkResults,
  'How a check stands; NOT_ASSESSED is no failure (评估结果).',
)
export const CitationStyle = enumOf(
  'CitationStyle',
  citationStyles,
  'How a reference is written (引用格式).',
)
export const SearchType = enumOf('SearchType', searchTypes, 'What can be looked for (搜索范围).')
export const Datum = enumOf('Datum', datums, 'The geodetic datum of a position (坐标系).')
export const DemandStatus = enumOf('DemandStatus', demandStatuses, 'How a need stands (需求状态).')
export const DemonstrationStatus = enumOf(
  'DemonstrationStatus',
  demonstrationStatuses,
  'How far a demonstration site is (示范点状态).',
)
export const Dimension = enumOf('Dimension', dimensions, 'What figures can be split by (维度).')
export const FigureBasis = enumOf('FigureBasis', figureBases, 'What a figure rests on (口径).')
export const FigureStatus = enumOf(
  'FigureStatus',
  figureStatuses,
  'Whether a figure may stand (数字状态).',
)
export const InspectionKind = enumOf(
  'InspectionKind',
  inspectionKinds,
  'How a station was visited (检查方式).',
)
export const LocationPrecision = enumOf(
  'LocationPrecision',
  locationPrecisions,
  'How exactly a position is known (定位精度).',
)
export const Measure = enumOf('Measure', measures, 'What is measured (指标口径).')
export const MediaChannel = enumOf(
  'MediaChannel',
  mediaChannels,
  'Where a report appeared (媒体渠道).',
)
export const OrganizationType = enumOf(
  'OrganizationType',
  organizationTypes,
  'Kinds of bodies (组织类型).',
)
export const PlaceKind = enumOf('PlaceKind', placeKinds, 'What a place is (地点类别).')
export const PracticeTier = enumOf(
  'PracticeTier',
  practiceTiers,
  'Tiers of practice centres: county, township, village (新时代文明实践中心、所、站).',
)
export const ProfessionalField = enumOf(
  'ProfessionalField',
  professionalFields,
  'Fields of professional teams (专业领域).',
)
export const ProjectStatus = enumOf(
  'ProjectStatus',
  projectStatuses,
  'The life of a project (项目状态).',
)
export const Qualifier = enumOf(
  'Qualifier',
  qualifiers,
  'How exact a number is: 约, 余, 近 (修饰).',
)
export const ObligationStateValue = enumOf(
  'ObligationStateValue',
  obligationStates,
  'How a reporting duty stands (报送状态).',
)
export const OpenStateValue = enumOf(
  'OpenStateValue',
  openStates,
  'Whether a station is open (开放状态).',
)
export const RectificationStatus = enumOf(
  'RectificationStatus',
  rectificationStatuses,
  'What became of what a visit found (整改情况).',
)
export const RegionLevel = enumOf('RegionLevel', regionLevels, 'Levels of divisions (区划级别).')
export const RegistrationStatus = enumOf(
  'RegistrationStatus',
  registrationStatuses,
  'Registration of an organization (登记状态).',
)
export const ServiceItem = enumOf('ServiceItem', services, 'What is done for people (服务项目).')
export const ReporterStateValue = enumOf(
  'ReporterStateValue',
  reporterStates,
  'How far a reporter is with a campaign (报送情况).',
)
export const Severity = enumOf('Severity', severities, 'How grave a finding is (严重程度).')
export const StationFunction = enumOf(
  'StationFunction',
  stationFunctions,
  'What a station is for (站点功能).',
)
export const StationKind = enumOf(
  'StationKind',
  stationKinds,
  'Station, point or post (站、点、岗).',
)
export const StationSetting = enumOf(
  'StationSetting',
  stationSettings,
  'Where stations are set up (站点类别).',
)
export const StationStatus = enumOf(
  'StationStatus',
  stationStatuses,
  'Whether a station works (运行状态).',
)
export const SubmissionStatus = enumOf(
  'SubmissionStatus',
  submissionStatuses,
  'What became of a filed form (报送状态).',
)
export const TeamType = enumOf('TeamType', teamTypes, 'Kinds of volunteer teams (队伍类型).')
export const Theme = enumOf('Theme', themes, 'The 18 themes (18类主题).')
export const VenueType = enumOf(
  'VenueType',
  venueTypes,
  'The kind of place a station is in (场所类型).',
)

export const Lang = { ZH: 'zh', EN: 'en' } as const
registerEnumType(Lang, { name: 'Lang', description: 'The two languages of the hub (语言).' })

export const StationOrder = {
  NAME: 'NAME',
  REGION: 'REGION',
  LAST_VERIFIED: 'LAST_VERIFIED',
} as const
registerEnumType(StationOrder, {
  name: 'StationOrder',
  description: 'Orders of a station list (排序).',
})
