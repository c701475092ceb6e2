import {
  activityFields,
  commonFields,
  organizationFields,
  projectFields,
  stationFields,
} from './fields.ts'
import type { Bilingual, Term } from './term.ts'

/** A column of a download: its name for programs, its title for people. */
export interface DatasetColumn {
  readonly name: string
  readonly term: Term
  readonly type: 'text' | 'number' | 'boolean' | 'date' | 'list'
  readonly unit?: Bilingual
}

/** A table of the open data. Graph, pages, downloads and metadata all read this list. */
export interface DatasetTerm {
  readonly title: Bilingual
  readonly description: Bilingual
  readonly columns: readonly DatasetColumn[]
}

const text = (name: string, term: Term): DatasetColumn => ({ name, term, type: 'text' })
const list = (name: string, term: Term): DatasetColumn => ({ name, term, type: 'list' })
const date = (name: string, term: Term): DatasetColumn => ({ name, term, type: 'date' })
const number = (name: string, term: Term, unit?: Bilingual): DatasetColumn => ({
  name,
  term,
  type: 'number',
  ...(unit ? { unit } : {}),
})

const regionCode = text('regionCode', { zh: '区划代码', en: 'Region code' })
const regionName = text('regionName', { zh: '区划名称', en: 'Region name' })
const record: readonly DatasetColumn[] = [
  { name: 'sample', term: commonFields.sample, type: 'boolean' },
  { name: 'revision', term: { zh: '版次', en: 'Revision' }, type: 'number' },
]

const degrees = { zh: '度', en: 'degrees' }

export const datasets: Readonly<Record<string, DatasetTerm>> = {
  stations: {
    title: { zh: '学雷锋志愿服务站点', en: 'Volunteer-service stations' },
    description: {
      zh: '各市站点登记册中的站点：位置、开放时间、便民设施和服务项目，空格表示没有报送。',
      en: 'Stations from the registers of the cities: position, opening hours, amenities and services. A blank cell was not filed.',
    },
    columns: [
      text('id', commonFields.id),
      text('nameZh', stationFields.name),
      text('nameEn', stationFields.nameEn),
      text('kind', stationFields.kind),
      text('setting', stationFields.setting),
      text('venueType', stationFields.venueType),
      text('status', stationFields.status),
      regionCode,
      regionName,
      text('addressZh', stationFields.address),
      number('lon', stationFields.longitude, degrees),
      number('lat', stationFields.latitude, degrees),
      text('locationPrecision', stationFields.locationPrecision),
      text('operator', stationFields.operator),
      text('publicPhone', stationFields.publicPhone),
      text('openingHours', stationFields.openingHours),
      list('amenities', stationFields.amenities),
      { name: 'accessible', term: stationFields.accessible, type: 'boolean' },
      list('services', stationFields.services),
      date('lastVerifiedOn', stationFields.lastVerifiedOn),
      ...record,
    ],
  },
  organizations: {
    title: { zh: '志愿服务组织', en: 'Volunteer organizations' },
    description: {
      zh: '登记册和政策文件中的组织、队伍和单位。不含任何个人信息。',
      en: 'Organizations, teams and bodies from registers and policy documents. No personal data.',
    },
    columns: [
      text('id', commonFields.id),
      text('nameZh', organizationFields.name),
      text('nameEn', organizationFields.nameEn),
      text('type', organizationFields.type),
      text('teamType', organizationFields.teamType),
      list('professionalFields', organizationFields.professionalFields),
      text('level', organizationFields.level),
      regionCode,
      regionName,
      text('parent', organizationFields.parent),
      text('registrationStatus', organizationFields.registrationStatus),
      text('registeredOn', organizationFields.registeredOn),
      text('creditCode', organizationFields.creditCode),
      ...record,
    ],
  },
  projects: {
    title: { zh: '志愿服务项目', en: 'Volunteer projects' },
    description: {
      zh: '项目登记册中的项目及其状态。',
      en: 'Projects from the registers, with their status.',
    },
    columns: [
      text('id', commonFields.id),
      text('nameZh', projectFields.name),
      text('nameEn', projectFields.nameEn),
      text('organization', projectFields.organization),
      text('station', projectFields.station),
      regionCode,
      regionName,
      text('status', projectFields.status),
      list('fields', projectFields.fields),
      list('services', projectFields.services),
      list('themes', projectFields.themes),
      date('publishedAt', projectFields.publishedAt),
      date('startsOn', projectFields.startsOn),
      date('endsOn', projectFields.endsOn),
      { name: 'isBrand', term: projectFields.isBrand, type: 'boolean' },
      ...record,
    ],
  },
  activities: {
    title: { zh: '志愿服务活动', en: 'Volunteer activities' },
    description: {
      zh: '统计表中的每一项活动：人次、组织数、时数、投入，以及所在的表格单元格。',
      en: 'Every activity of the statistics forms: person-times, organizations, hours, investment, and the cells they stand in.',
    },
    columns: [
      text('id', commonFields.id),
      text('nameZh', activityFields.activityName),
      list('organizerNames', { zh: '主办单位', en: 'Organisers' }),
      text('organization', activityFields.reporter),
      text('campaign', activityFields.campaign),
      text('group', activityFields.group),
      regionCode,
      regionName,
      number('volunteerPersonTimes', activityFields.volunteerPersonTimes, {
        zh: '人次',
        en: 'person-times',
      }),
      text('volunteerPersonTimesQualifier', { zh: '人次修饰', en: 'Qualifier of person-times' }),
      number('organizationCount', activityFields.organizationCount, {
        zh: '个',
        en: 'organizations',
      }),
      number('serviceHours', activityFields.serviceHours, { zh: '小时', en: 'hours' }),
      number('investmentYuan', activityFields.investmentYuan, { zh: '元', en: 'yuan' }),
      text('submission', { zh: '报送编号', en: 'Submission' }),
      text('sheet', { zh: '工作表', en: 'Sheet' }),
      number('row', { zh: '行', en: 'Row' }),
      ...record,
    ],
  },
  'campaign-figures': {
    title: { zh: '专项行动数字', en: 'Campaign figures' },
    description: {
      zh: '各专项行动的数字，合计及按区域、按活动类别分列，附报送率；未报不写作零。',
      en: 'Figures of the campaigns, in all and by region and activity group, with reporting rates; missing is never zero.',
    },
    columns: [
      text('id', commonFields.id),
      text('campaign', activityFields.campaign),
      text('dimension', { zh: '维度', en: 'Dimension' }),
      text('key', { zh: '维度值', en: 'Key' }),
      text('label', { zh: '维度名称', en: 'Label' }),
      text('measure', { zh: '口径', en: 'Measure' }),
      number('value', { zh: '数值', en: 'Value' }),
      text('unit', { zh: '单位', en: 'Unit' }),
      text('qualifier', { zh: '修饰', en: 'Qualifier' }),
      text('status', { zh: '数字状态', en: 'Status' }),
      number('cells', { zh: '来源单元格数', en: 'Source cells' }),
      number('expected', { zh: '应报单位数', en: 'Reporters expected' }),
      number('received', { zh: '已报单位数', en: 'Reporters received' }),
      ...record,
    ],
  },
}
