import { type Term, terms } from './term.ts'

// The fields of every noun: read as column titles of registers and downloads, as labels of pages
// and as descriptions of the graph.

export const commonFields = terms({
  id: { zh: '编号', en: 'Identifier', note: 'global, stable, readable, never reused' },
  sample: {
    zh: '演示数据',
    en: 'Demonstration data',
    note: 'true where the record is demonstration data, not a real report',
  },
  sources: {
    zh: '来源',
    en: 'Sources',
    note: 'the cells and clauses that the record was read from',
  },
  history: { zh: '沿革', en: 'History', note: 'every state the record has had, newest first' },
})

export const regionFields = terms({
  code: {
    zh: '区划代码',
    en: 'Division code',
    aliases: ['代码', 'code'],
    note: 'GB/T 2260, or a zone code',
  },
  name: { zh: '名称', en: 'Name', aliases: ['name'] },
  nameEn: { zh: '英文名称', en: 'English name', aliases: ['name_en'] },
  level: { zh: '级别', en: 'Level', aliases: ['level'] },
  functionalZone: {
    zh: '功能区',
    en: 'Functional zone',
    note: 'no administrative division, but it files reports',
  },
  parent: { zh: '上级', en: 'Parent', aliases: ['parent'] },
  children: { zh: '下级', en: 'Children' },
  path: { zh: '层级', en: 'Path', note: 'from the province down to the region itself' },
  validFrom: { zh: '启用', en: 'Valid from', aliases: ['valid_from_year'], note: 'EDTF' },
  validTo: { zh: '停用', en: 'Valid to', aliases: ['valid_to_year'], note: 'EDTF' },
  successors: { zh: '后继区划', en: 'Successors', aliases: ['successor_codes'] },
  centre: { zh: '中心', en: 'Centre', note: 'a point inside the outline, WGS 84' },
  boundary: { zh: '范围', en: 'Outline', note: 'schematic GeoJSON geometry (示意图), WGS 84' },
  basis: { zh: '依据', en: 'Basis', aliases: ['basis'] },
  note: { zh: '说明', en: 'Note', aliases: ['note'] },
})

export const organizationFields = terms({
  registerNumber: { zh: '组织编号', en: 'Organization number', aliases: ['编号', '序列号'] },
  name: {
    zh: '组织名称',
    en: 'Organization name',
    aliases: ['名称', '单位名称', '志愿服务组织名称'],
  },
  nameEn: { zh: '英文名称', en: 'English name' },
  aliases: { zh: '别名', en: 'Other names', aliases: ['简称'] },
  type: { zh: '组织类型', en: 'Organization type', aliases: ['类型'] },
  teamType: { zh: '队伍类型', en: 'Team type', aliases: ['队伍类别'] },
  professionalFields: { zh: '专业领域', en: 'Professional fields', aliases: ['专业类别'] },
  level: { zh: '层级', en: 'Level', aliases: ['级别'] },
  region: { zh: '所在区划', en: 'Region', aliases: ['区划代码', '所属区划', '县（市、区）'] },
  parent: { zh: '上级组织', en: 'Parent organization', aliases: ['上级组织编号'] },
  competentBody: { zh: '主管单位', en: 'Competent body', aliases: ['业务主管单位'] },
  registrationStatus: { zh: '登记状态', en: 'Registration status', aliases: ['登记情况'] },
  registeredOn: { zh: '注册成立时间', en: 'Registered on', aliases: ['成立时间', '登记时间'] },
  creditCode: {
    zh: '统一社会信用代码',
    en: 'Unified social credit code',
    note: 'GB 32100',
    aliases: ['信用代码'],
  },
  platforms: { zh: '信息平台', en: 'Platforms', aliases: ['平台'] },
  contactName: {
    zh: '联系人',
    en: 'Contact',
    aliases: ['负责人', '联系人姓名', '负责人姓名'],
    note: 'private',
  },
  contactPhone: {
    zh: '联系电话',
    en: 'Contact phone',
    aliases: ['手机', '手机号码', '电话'],
    note: 'private',
  },
})

export const stationFields = terms({
  registerNumber: { zh: '站点编号', en: 'Station number', aliases: ['编号'] },
  name: { zh: '站点名称', en: 'Station name', aliases: ['名称', '站点'] },
  nameEn: { zh: '英文名称', en: 'English name' },
  kind: { zh: '站点形式', en: 'Kind', aliases: ['形式'] },
  setting: { zh: '站点类别', en: 'Setting', aliases: ['类别', '设置场所类别'] },
  venueType: { zh: '场所类型', en: 'Venue type', aliases: ['场所'] },
  status: { zh: '运行状态', en: 'Status', aliases: ['状态'] },
  region: { zh: '所在区划', en: 'Region', aliases: ['区划代码', '所属区划', '县（市、区）'] },
  address: { zh: '地址', en: 'Address', aliases: ['详细地址', '站点地址'] },
  longitude: { zh: '经度', en: 'Longitude' },
  latitude: { zh: '纬度', en: 'Latitude' },
  datumGiven: { zh: '坐标系', en: 'Datum', aliases: ['坐标系统'] },
  location: { zh: '位置', en: 'Location', note: 'null where the precision is COUNTY or NONE' },
  locationPrecision: { zh: '定位精度', en: 'Location precision' },
  operator: { zh: '运营单位', en: 'Operator', aliases: ['管理单位', '所属单位'] },
  competentBody: { zh: '主管单位', en: 'Competent body', aliases: ['主管部门'] },
  publicPhone: { zh: '服务电话', en: 'Public desk phone', aliases: ['站点电话', '机构座机'] },
  openingHours: {
    zh: '开放时间',
    en: 'Opening hours',
    aliases: ['开放时段', '服务时间'],
    note: 'OpenStreetMap syntax where it could be read',
  },
  amenities: { zh: '便民设施', en: 'Amenities', clause: 'C21-S03' },
  accessible: { zh: '无障碍', en: 'Accessible', aliases: ['无障碍设施'] },
  services: { zh: '服务项目', en: 'Services', aliases: ['服务内容'] },
  functions: { zh: '站点功能', en: 'Functions', aliases: ['功能'] },
  demonstrations: { zh: '示范点任务', en: 'Demonstration tasks' },
  lastVerifiedOn: { zh: '核实日期', en: 'Last verified on', aliases: ['最近核实日期'] },
  contactName: {
    zh: '站点负责人',
    en: 'Person in charge',
    aliases: ['负责人', '联系人'],
    note: 'private',
  },
  contactPhone: {
    zh: '负责人电话',
    en: 'Phone of the person in charge',
    aliases: ['联系电话', '手机', '手机号码'],
    note: 'private',
  },
})

export const projectFields = terms({
  registerNumber: { zh: '项目编号', en: 'Project number', aliases: ['编号'] },
  name: { zh: '项目名称', en: 'Project name', aliases: ['名称'] },
  nameEn: { zh: '英文名称', en: 'English name' },
  organization: { zh: '实施组织', en: 'Organization', aliases: ['组织编号', '实施组织编号'] },
  station: { zh: '服务站点', en: 'Station', aliases: ['站点编号', '服务站点编号'] },
  region: { zh: '所在区划', en: 'Region', aliases: ['区划代码'] },
  status: { zh: '项目状态', en: 'Status', aliases: ['状态'] },
  fields: { zh: '服务领域', en: 'Fields', aliases: ['领域'] },
  services: { zh: '服务项目', en: 'Services', aliases: ['服务内容'] },
  audiences: { zh: '服务对象', en: 'Audiences' },
  themes: { zh: '主题', en: 'Themes', clause: 'H17-17' },
  publishedAt: { zh: '发布日期', en: 'Published', aliases: ['发布时间'] },
  startsOn: { zh: '开始日期', en: 'Starts on' },
  endsOn: { zh: '结束日期', en: 'Ends on' },
  isBrand: { zh: '品牌项目', en: 'Brand project', clause: 'C21-10' },
  position: { zh: '岗位', en: 'Position', aliases: ['志愿者岗位'] },
  wanted: { zh: '招募人数', en: 'Volunteers wanted' },
  contactName: {
    zh: '项目负责人',
    en: 'Project lead',
    aliases: ['负责人', '联系人'],
    note: 'private',
  },
  contactPhone: { zh: '联系电话', en: 'Contact phone', aliases: ['手机', '电话'], note: 'private' },
})

export const activityFields = terms({
  activityName: {
    zh: '活动名称（含主办单位）',
    en: 'Activity (with organisers)',
    aliases: ['活动名称', '活动名称(含主办单位)', '活动项目名称', '活动名称及主办单位'],
  },
  volunteerPersonTimes: {
    zh: '参与志愿者人次',
    en: 'Volunteer person-times',
    aliases: [
      '志愿者人次',
      '参与人次',
      '参加志愿者人次',
      '参加志愿者（人次）',
      '参与志愿者（人次）',
    ],
  },
  organizationCount: {
    zh: '参与志愿服务组织数量',
    en: 'Organizations taking part',
    aliases: [
      '志愿服务组织数量',
      '参与组织数量',
      '组织数量',
      '参与志愿服务组织数',
      '参与志愿服务组织数量（个）',
    ],
  },
  coverage: { zh: '覆盖人群', en: 'Audience', aliases: ['覆盖群体', '服务人群'] },
  audience: {
    zh: '类型',
    en: 'Audience type',
    aliases: ['人群类型', '覆盖人群类型'],
    clause: 'Z19-17',
  },
  beneficiaryPersonTimes: {
    zh: '服务人次',
    en: 'Beneficiary person-times',
    aliases: ['覆盖人次', '服务人数（人次）'],
  },
  serviceHours: {
    zh: '累计志愿服务时数',
    en: 'Service hours',
    aliases: [
      '志愿服务时数',
      '服务时数',
      '累计服务时数',
      '累计志愿服务时数（小时）',
      '服务时长',
      '累计志愿服务时长',
    ],
  },
  investmentYuan: {
    zh: '投入资金及物料（元）',
    en: 'Funds and goods, yuan',
    aliases: [
      '投入资金及物料',
      '投入资金',
      '投入资金（元）',
      '投入资金物料（元）',
      '投入资金（万元）',
      '投入资金及物料（万元）',
    ],
  },
  printReports: {
    zh: '纸媒报道数（条）',
    en: 'Print reports',
    aliases: ['纸媒报道数', '纸媒报道', '纸媒'],
  },
  webReports: {
    zh: '网站报道数（条）',
    en: 'Web reports',
    aliases: ['网站报道数', '网站报道', '网媒报道数'],
  },
  links: {
    zh: '网页或微信链接',
    en: 'Links',
    aliases: ['链接', '网页链接', '微信链接', '网页或微信链接地址'],
  },
  reads: {
    zh: '网页或微信阅读数（条/次）',
    en: 'Reads',
    aliases: ['网页或微信阅读数', '阅读数', '阅读量', '网页或微信阅读数（次）'],
  },
  reporter: {
    zh: '填报单位',
    en: 'Reporter',
    aliases: ['填报单位（盖章）', '填表单位', '报送单位', '单位名称'],
  },
  period: {
    zh: '报送期',
    en: 'Reporting period',
    aliases: ['填报周期', '统计时段', '统计时间', '报送周期', '时间段'],
  },
  contactName: { zh: '联系人', en: 'Contact', note: 'private' },
  contactPhone: { zh: '联系电话', en: 'Contact phone', aliases: ['电话'], note: 'private' },
  ordinal: { zh: '序号', en: 'No.' },
  total: { zh: '合计', en: 'Total', aliases: ['总计', '共计', '小计'] },
  group: { zh: '活动类别', en: 'Activity group' },
  campaign: { zh: '专项行动', en: 'Campaign' },
})

/** “English (中文).” with its note or clause: how the graph describes a field. */
export function describe(term: Term): string {
  const more = [term.note, term.clause && `clause ${term.clause}`].filter(Boolean).join('; ')
  return `${term.en} (${term.zh})${more ? `: ${more}` : ''}.`
}
