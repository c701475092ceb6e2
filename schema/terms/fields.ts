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

export const registerFields = terms({
  extent: { zh: '名录性质', en: 'Extent of the register', note: 'hub' },
  covers: { zh: '适用区划', en: 'Region that it covers', note: 'hub' },
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
  replacedBy: { zh: '并入组织', en: 'Replaced by', aliases: ['并入'] },
  active: {
    zh: '在册',
    en: 'Active',
    note: 'false once a complete register of its region no longer lists it',
  },
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
  replacedBy: { zh: '并入站点', en: 'Replaced by', aliases: ['并入'] },
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

/** The labels of the two annexes of 惠文明办〔2017〕98号. */
export const annexFields = terms({
  formDate: { zh: '填表时间', en: 'Filled in on', aliases: ['填表日期', '填报时间'] },
  stamp: { zh: '单位盖章', en: 'Stamp', aliases: ['盖章'], note: 'presence only' },
  organizationName: {
    zh: '志愿服务组织名称',
    en: 'Volunteer organization',
    aliases: ['组织名称', '志愿服务组织', '志愿组织名称', '服务组织名称'],
  },
  registeredOn: { zh: '注册成立时间', en: 'Registered on', aliases: ['成立时间', '注册时间'] },
  competentBody: { zh: '主管单位', en: 'Competent body', aliases: ['业务主管单位'] },
  leaderName: {
    zh: '志愿服务组织负责人姓名',
    en: 'Head of the organization',
    aliases: ['负责人姓名', '组织负责人姓名', '负责人'],
    note: 'private',
  },
  leaderPhone: {
    zh: '志愿服务组织负责人手机号码',
    en: 'Mobile of the head',
    aliases: [
      '负责人手机号码',
      '手机号码',
      '组织负责人手机号码',
      '负责人手机',
      '负责人联系电话',
      '联系电话',
    ],
    note: 'private',
  },
  time: { zh: '时间', en: 'Time', aliases: ['活动时间', '活动日期', '日期及时间', '开展时间'] },
  place: { zh: '地点', en: 'Place', aliases: ['活动地点', '开展地点'] },
  volunteerHeadcount: {
    zh: '参加活动志愿者人数',
    en: 'Volunteers taking part',
    aliases: [
      '参加活动志愿者人数（人）',
      '志愿者人数',
      '参加人数',
      '志愿者参加人数',
      '参与志愿者人数',
      '志愿者参加人数（人）',
    ],
    clause: 'H17-33',
  },
  hoursRecorded: {
    zh: '是否记录时长',
    en: 'Hours recorded',
    aliases: ['是否记录服务时长', '是否记录志愿服务时长'],
    clause: 'H17-34',
  },
  projectPublished: {
    zh: '项目是否发布',
    en: 'Project published',
    aliases: ['是否发布项目', '项目是否已发布'],
    clause: 'H17-34',
  },
  summary: {
    zh: '活动内容简介',
    en: 'What was done',
    aliases: ['活动内容', '内容简介', '活动简介', '活动内容及简介'],
  },
  photos: {
    zh: '2张活动实景图片（JPG或JPEG格式）粘贴',
    en: 'Two scene photos (JPEG)',
    aliases: [
      '活动实景图片',
      '2张活动实景图片',
      '活动图片',
      '实景图片',
      '活动照片',
      '两张活动实景图片（JPG或JPEG格式）粘贴',
    ],
    clause: 'H17-35',
  },
  category: { zh: '类别', en: 'Category', aliases: ['单位类别'], clause: 'H17-37' },
  week: {
    zh: '活动开展日间',
    en: 'Week of the activities',
    aliases: ['活动开展时间', '活动开展日期', '活动时间'],
    note: 'the document prints 日间 for 时间',
    clause: 'H17-36',
  },
  formUnit: {
    zh: '填表单位',
    en: 'Reporter',
    aliases: ['填报单位', '填表单位（盖章）', '报送单位'],
  },
})

/** A station held against a standard, and visited. */
export const assessmentFields = terms({
  station: { zh: '站点编号', en: 'Station number', aliases: ['站点'] },
  standard: { zh: '标准编号', en: 'Standard', aliases: ['标准'] },
  assessedOn: { zh: '自评日期', en: 'Assessed on', aliases: ['评估日期'] },
  assessor: { zh: '自评单位', en: 'Assessed by', aliases: ['评估单位'] },
  check: { zh: '条目编号', en: 'Check', aliases: ['条目', '检查项编号'], clause: 'C21 二' },
  requirement: { zh: '要求', en: 'Requirement', aliases: ['条目内容', '检查内容'] },
  result: { zh: '结果', en: 'Result', aliases: ['自评结果', '评估结果'] },
  evidence: {
    zh: '实际情况与佐证',
    en: 'What is there, and the evidence',
    aliases: ['佐证材料', '实际情况', '佐证'],
  },
})

export const inspectionFields = terms({
  number: { zh: '检查编号', en: 'Inspection number', aliases: ['编号'] },
  station: assessmentFields.station,
  kind: { zh: '检查方式', en: 'Kind', aliases: ['检查类型'], clause: 'C21-16' },
  on: { zh: '检查日期', en: 'Inspected on', aliases: ['日期'] },
  by: { zh: '检查单位', en: 'Inspected by', aliases: ['检查部门'] },
  findings: {
    zh: '发现的问题',
    en: 'Findings',
    aliases: ['存在问题', '整改意见', '问题'],
    note: 'public once closed',
    clause: 'C21-17',
  },
  rectification: { zh: '整改情况', en: 'Rectification', aliases: ['整改状态'], clause: 'C21-16' },
  sentTo: { zh: '整改责任单位', en: 'Sent to', aliases: ['主管部门', '责任单位'] },
  closedOn: { zh: '整改完成日期', en: 'Closed on', aliases: ['完成日期', '整改完成时间'] },
})

export const demonstrationFields = terms({
  station: assessmentFields.station,
  clause: { zh: '依据条款', en: 'Clause', aliases: ['依据'] },
  status: { zh: '建设进度', en: 'Status', aliases: ['进度', '建设情况'] },
  reportedOn: { zh: '填报日期', en: 'Reported on', aliases: ['日期'] },
  evidence: { zh: '完成情况与佐证', en: 'Evidence', aliases: ['完成情况', '佐证材料'] },
})

export const indicatorFields = terms({
  indicator: { zh: '指标编号', en: 'Indicator', aliases: ['指标'] },
  region: { zh: '所在区划', en: 'Region', aliases: ['区划', '区划代码'] },
  from: { zh: '统计起始日', en: 'From', aliases: ['起始日期', '开始日期'] },
  to: { zh: '统计截止日', en: 'To', aliases: ['截止日期', '结束日期'] },
  numerator: { zh: '分子', en: 'Numerator' },
  denominator: { zh: '分母', en: 'Denominator', note: 'e.g. residents of the built-up area' },
  value: { zh: '数值', en: 'Value', aliases: ['指标值'] },
  basis: { zh: '数据来源', en: 'Source of the numbers', aliases: ['来源'] },
  sampleSize: { zh: '调查样本量', en: 'Survey sample size', aliases: ['样本量'] },
  surveyedOn: { zh: '调查日期', en: 'Surveyed on' },
})

export const platformFields = terms({
  campaign: { zh: '专项行动编号', en: 'Campaign', aliases: ['专项行动'] },
  organization: { zh: '填报单位', en: 'Reporter', aliases: ['单位', '单位名称', '组织编号'] },
  platform: { zh: '平台', en: 'Platform', aliases: ['数据平台', '信息平台'] },
  exportedOn: { zh: '导出日期', en: 'Exported on', aliases: ['导出时间'] },
})

export const holidayFields = terms({
  day: { zh: '日期', en: 'Day' },
  kind: { zh: '安排', en: 'Kind', aliases: ['类型', '放假或上班'] },
  name: { zh: '节日', en: 'Holiday', aliases: ['节假日名称', '名称'] },
  nameEn: { zh: '英文名称', en: 'English name' },
  basis: {
    zh: '依据',
    en: 'Basis',
    aliases: ['文号', '来源'],
    note: 'the notice of the State Council',
  },
})

/** “English (中文).” with its note or clause: how the graph describes a field. */
export function describe(term: Term): string {
  const more = [term.note, term.clause && `clause ${term.clause}`].filter(Boolean).join('; ')
  return `${term.en} (${term.zh})${more ? `: ${more}` : ''}.`
}
