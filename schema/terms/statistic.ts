import { terms } from './term.ts'

// Numbers: what is measured, by what, and what a figure says about itself.

export const measures = terms({
  VOLUNTEER_HEADCOUNT: {
    zh: '志愿者人数',
    en: 'Volunteers (heads)',
    clause: 'H17',
    unit: { zh: '人', en: 'persons' },
    additive: true,
  },
  VOLUNTEER_PERSON_TIMES: {
    zh: '志愿者人次',
    en: 'Volunteer person-times',
    clause: 'Z19',
    unit: { zh: '人次', en: 'person-times' },
    additive: true,
  },
  ORGANIZATION_COUNT: {
    zh: '参与志愿服务组织数量',
    en: 'Organisations taking part (not additive)',
    clause: 'Z19',
    unit: { zh: '个', en: 'organizations' },
    additive: false,
  },
  BENEFICIARY_PERSON_TIMES: {
    zh: '服务人次',
    en: 'Beneficiary person-times',
    clause: 'Z19',
    unit: { zh: '人次', en: 'person-times' },
    additive: true,
  },
  SERVICE_HOURS: {
    zh: '累计志愿服务时数',
    en: 'Service hours',
    clause: 'Z19',
    unit: { zh: '小时', en: 'hours' },
    additive: true,
  },
  INVESTMENT_YUAN: {
    zh: '投入资金及物料（元）',
    en: 'Funds and goods, yuan',
    clause: 'Z19',
    unit: { zh: '元', en: 'yuan' },
    additive: true,
  },
  PRINT_REPORTS: {
    zh: '纸媒报道数（条）',
    en: 'Print reports',
    clause: 'Z19',
    unit: { zh: '条', en: 'reports' },
    additive: true,
  },
  WEB_REPORTS: {
    zh: '网站报道数（条）',
    en: 'Web reports',
    clause: 'Z19',
    unit: { zh: '条', en: 'reports' },
    additive: true,
  },
  READS: {
    zh: '网页或微信阅读数（条/次）',
    en: 'Page or WeChat reads',
    clause: 'Z19',
    unit: { zh: '次', en: 'reads' },
    additive: true,
  },
  ACTIVITY_COUNT: {
    zh: '活动数',
    en: 'Activities',
    note: 'hub',
    unit: { zh: '项', en: 'activities' },
    additive: true,
  },
  STATION_COUNT: {
    zh: '站点数',
    en: 'Stations',
    clause: 'ZJ16-05',
    unit: { zh: '个', en: 'stations' },
    additive: true,
  },
  REGISTERED_VOLUNTEERS: {
    zh: '注册志愿者人数',
    en: 'Registered volunteers',
    clause: 'ZJ16-02',
    unit: { zh: '人', en: 'persons' },
    additive: true,
  },
  BUILT_UP_POPULATION: {
    zh: '建成区常住人口',
    en: 'Residents of the built-up area',
    clause: 'ZJ16-02',
    unit: { zh: '人', en: 'persons' },
    additive: true,
  },
  INDICATOR_VALUE: {
    zh: '指标值',
    en: 'Value of an indicator',
    note: 'hub',
    unit: { zh: '', en: '' },
    additive: false,
  },
})

export const dimensions = terms({
  REGION: { zh: '区域', en: 'Region', note: 'hub' },
  ORGANIZATION: { zh: '填报单位', en: 'Reporter', note: 'hub' },
  CAMPAIGN: { zh: '专项行动', en: 'Campaign', note: 'hub' },
  GROUP: { zh: '活动类别', en: 'Activity group', note: 'hub' },
  THEME: { zh: '主题', en: 'Theme', note: 'hub' },
  AUDIENCE: { zh: '覆盖人群', en: 'Audience', note: 'hub' },
  WEEK: { zh: '周', en: 'Week', note: 'hub' },
  MONTH: { zh: '月', en: 'Month', note: 'hub' },
  YEAR: { zh: '年', en: 'Year', note: 'hub' },
  ACTIVITY: { zh: '活动', en: 'Activity', note: 'hub' },
  SETTING: { zh: '站点类别', en: 'Setting', note: 'hub' },
  VENUE_TYPE: { zh: '场所类型', en: 'Venue type', note: 'hub' },
})

/** What a row of a table is called whose facts do not say which. */
export const keys = terms({
  REGION_NONE: { zh: '区域不明', en: 'Region not stated', note: 'hub' },
  ORGANIZATION_NONE: { zh: '单位不明', en: 'Reporter not stated', note: 'hub' },
  CAMPAIGN_NONE: { zh: '不属于专项行动', en: 'In no campaign', note: 'hub' },
  GROUP_NONE: { zh: '未归类', en: 'Not classified', note: 'hub' },
  THEME_NONE: { zh: '未标主题', en: 'No theme stated', note: 'hub' },
  AUDIENCE_NONE: { zh: '未分人群', en: 'Audience not told apart', note: 'hub' },
  WEEK_NONE: { zh: '未按周填报', en: 'Not reported by week', note: 'hub' },
  MONTH_NONE: { zh: '月份不明', en: 'Month not stated', note: 'hub' },
  YEAR_NONE: { zh: '年份不明', en: 'Year not stated', note: 'hub' },
})

export const qualifiers = terms({
  EXACT: { zh: '准确数', en: 'Exact' },
  APPROX: { zh: '约数', en: 'About' },
  AT_LEAST: { zh: '不少于', en: 'At least' },
  BELOW: { zh: '近（不到）', en: 'Nearly' },
  RANGE: { zh: '区间', en: 'Range (held)' },
  UNKNOWN: { zh: '缺失', en: 'Missing' },
})

export const figureStatuses = terms({
  OBSERVED: { zh: '已报', en: 'Observed', note: 'hub' },
  NOT_REPORTED: { zh: '未报', en: 'Not reported', note: 'hub' },
  NOT_APPLICABLE: { zh: '不适用', en: 'Not applicable', note: 'hub' },
  SUPPRESSED: { zh: '不公布', en: 'Suppressed', note: 'hub' },
  ESTIMATED: { zh: '估算', en: 'Estimated', note: 'hub' },
})

export const figureBases = terms({
  SUM_OF_ROWS: { zh: '明细之和', en: 'Sum of rows', note: 'hub' },
  DECLARED_TOTAL: { zh: '申报合计', en: 'Declared total', note: 'hub' },
  PLATFORM_OF_RECORD: { zh: '平台数据', en: 'Platform of record', clause: 'Z19-19' },
})

/** Why a published figure became another. */
export const correctionKinds = terms({
  CORRECTION: { zh: '更正', en: 'Correction', note: 'hub' },
  GROWTH: { zh: '新增报送', en: 'Further forms', note: 'hub' },
})

/** What is held against what, so that totals close or are told not to (I4). */
export const reconciliationRules = terms({
  PARTS_TO_WHOLE: { zh: '各部分与全部', en: 'Parts against the whole', note: 'hub' },
  ROWS_TO_DECLARED: { zh: '明细与合计', en: 'Rows against the declared total', note: 'hub' },
  WEEKS_TO_FINAL: { zh: '各周与总表', en: 'Weeks against the final form', note: 'hub' },
  FORMS_TO_PLATFORM: {
    zh: '报送与平台',
    en: 'Forms against the platform of record',
    clause: 'Z19-19',
  },
})

export const citationStyles = terms({
  GBT7714: { zh: 'GB/T 7714', en: 'GB/T 7714', note: 'GB/T 7714-2015' },
  APA: { zh: 'APA', en: 'APA', note: 'hub' },
  BIBTEX: { zh: 'BibTeX', en: 'BibTeX', note: 'hub' },
  CSL_JSON: { zh: 'CSL-JSON', en: 'CSL-JSON', note: 'hub' },
})

export const hoursBases = terms({
  RECORDED: { zh: '系统记录', en: 'Recorded by a platform' },
  DECLARED: { zh: '表格申报', en: 'Declared on a form' },
  GRANTED: { zh: '认定时长', en: 'Granted' },
})

export const indicatorNames = terms({
  REG_RATE: {
    zh: '注册志愿者占建成区常住人口比例',
    en: 'Registered volunteers / built-up-area residents',
    note: '>=20% by 2017-12-31 ZJ16',
  },
  PARTY_LEAGUE_PARTICIPATION: {
    zh: '党员、团员参与比率',
    en: 'Participation of party and league members',
    note: '>=60% ZJ16',
  },
  AVG_HOURS_PER_VOLUNTEER: {
    zh: '注册志愿者平均年服务时数',
    en: 'Mean yearly hours per registered volunteer',
    note: '>=25 h ZJ16',
  },
  STATION_COUNT: { zh: '志愿服务站数', en: 'Number of stations', note: '>=30 ZJ16' },
  STATIONS_PER_DISTRICT: { zh: '每区站点数', en: 'Stations per district', note: '5..8 ZJ16' },
  RECOGNITION_SUPPORT_RATE: {
    zh: '认同和支持率',
    en: 'Recognition and support rate',
    note: '>=90% ZJ16',
  },
  DEMO_ORGS: {
    zh: '志愿服务组织示范点',
    en: 'Demonstration organisations',
    note: '100 ZJ16, no date',
  },
  PARTY_TEAM_COVERAGE: {
    zh: '党员志愿服务队覆盖率',
    en: 'Party-team coverage of 4 body kinds',
    note: '100% ZJ16',
  },
  POOR_VILLAGES_PAIRED: { zh: '结对省定贫困村', en: 'Poor villages paired', note: '111 Z19' },
  DEMO_SITES_DONE: {
    zh: '示范点按期完成数',
    en: 'Demonstration sites done in time',
    note: '11 by 2017-06-30 Z17',
  },
  ON_DUTY_COVERAGE: { zh: '在岗覆盖率', en: 'On-duty coverage of open time', note: '100% C21' },
  STANDARD_SCORE: { zh: '九有一坚持一完善达标数', en: 'Criteria met of 11', note: '11 C21' },
  DUTY_COMPLIANCE: { zh: '频次义务达标率', en: 'Frequency-duty compliance', note: '100% H17' },
  SUBMISSION_PUNCTUALITY: { zh: '按时报送率', en: 'Reports on time', note: '100% H17 Z19' },
  VENUE_COVERAGE: {
    zh: '场所建站覆盖率',
    en: 'Venues with a working station',
    note: '100% H17 C21',
  },
})
