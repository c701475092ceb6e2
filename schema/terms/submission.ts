import { terms } from './term.ts'

// Filed forms and the life of a record.

export const submissionStatuses = terms({
  RECEIVED: { zh: '已收', en: 'Received' },
  ACCEPTED: { zh: '已采用', en: 'Accepted' },
  NEEDS_CORRECTION: { zh: '待更正', en: 'Needs correction' },
  SUPERSEDED: { zh: '已被替换', en: 'Superseded' },
})

export const severities = terms({
  ERROR: { zh: '错误', en: 'Error', note: 'hub' },
  WARNING: { zh: '提醒', en: 'Warning', note: 'hub' },
  NOTE: { zh: '说明', en: 'Note', note: 'hub' },
})

export const verdicts = terms({
  ACCEPTED: { zh: '已采用', en: 'Accepted', note: 'hub' },
  NEEDS_CORRECTION: { zh: '待更正', en: 'Needs correction', note: 'hub' },
  REJECTED: { zh: '退回', en: 'Rejected', note: 'hub' },
})

export const registerExtents = terms({
  COMPLETE: { zh: '完整', en: 'Complete', note: 'hub', aliases: ['完整名录', '全部', '全量'] },
  SUPPLEMENT: { zh: '补充', en: 'Supplement', note: 'hub', aliases: ['补充名录', '增补', '部分'] },
})

export const reporterKinds = terms({
  COUNTY: { zh: '各县（市、区）', en: 'County', clause: 'Z19' },
  ZONE: { zh: '功能区', en: 'Functional zone', note: 'hub' },
  CITY_UNIT: { zh: '市直单位', en: 'City unit', clause: 'Z19' },
  COLLEGE: { zh: '大中专院校', en: 'College', clause: 'Z19' },
})

export const a2Categories = terms({
  DISTRICT_UNIT: {
    zh: '区直单位',
    en: 'District unit',
    clause: 'H17',
    aliases: ['区直', '县直单位', '县（区）直单位', '区直各单位'],
  },
  SUBDISTRICT: {
    zh: '各街道',
    en: 'Sub-district',
    clause: 'H17',
    aliases: ['街道', '各镇街', '各镇（街道）', '镇街', '各乡镇（街道）'],
  },
})

export const changeKinds = terms({
  ADDED: { zh: '新增', en: 'Added', note: 'hub' },
  CHANGED: { zh: '修改', en: 'Changed', note: 'hub' },
  REMOVED: { zh: '移除', en: 'Removed', note: 'hub' },
})

export const changeTypes = terms({
  STATION: { zh: '站点', en: 'Station', note: 'hub' },
  ORGANIZATION: { zh: '组织', en: 'Organization', note: 'hub' },
  PROJECT: { zh: '项目', en: 'Project', note: 'hub' },
  ACTIVITY: { zh: '活动', en: 'Activity', note: 'hub' },
  CAMPAIGN: { zh: '专项行动', en: 'Campaign', note: 'hub' },
  SUBMISSION: { zh: '报送', en: 'Submission', note: 'hub' },
  FIGURE: { zh: '数字', en: 'Figure', note: 'hub' },
  DEMAND: { zh: '需求', en: 'Demand', note: 'hub' },
  INSPECTION: { zh: '检查', en: 'Inspection', note: 'hub' },
  ASSESSMENT: { zh: '评估', en: 'Assessment', note: 'hub' },
  MEDIA_REPORT: { zh: '媒体报道', en: 'Media report', note: 'hub' },
  INDICATOR: { zh: '指标', en: 'Indicator', note: 'hub' },
  OBLIGATION: { zh: '报送任务', en: 'Reporting obligation', note: 'hub' },
  REGION: { zh: '区域', en: 'Region', note: 'hub' },
  DOCUMENT: { zh: '文件', en: 'Document', note: 'hub' },
  STANDARD: { zh: '标准', en: 'Standard', note: 'hub' },
  REPORTER: { zh: '报送单位', en: 'Reporter', note: 'hub' },
  BOUNDARY: { zh: '区域范围', en: 'Outline of a region', note: 'hub' },
  DEMONSTRATION: { zh: '示范点进度', en: 'Progress of a demonstration site', note: 'hub' },
  INDICATOR_VALUE: { zh: '指标数值', en: 'Value of an indicator', note: 'hub' },
  PLATFORM_FIGURE: { zh: '平台数据', en: 'Figures of the platform of record', note: 'hub' },
  DECISION: { zh: '裁定', en: 'Decision of the desk', note: 'hub' },
  HOLIDAY: { zh: '节假日', en: 'Holiday or make-up working day', note: 'hub' },
  PLACE: { zh: '地点', en: 'Place that people name', note: 'hub' },
  ERASURE: { zh: '删除', en: 'Erasure of a value', note: 'hub' },
})

export const openClasses = terms({
  UNCONDITIONAL: { zh: '无条件开放', en: 'Open without conditions' },
  CONDITIONAL: { zh: '有条件开放', en: 'Open with conditions' },
  NOT_OPEN: { zh: '不予开放', en: 'Not open' },
})

export const rectificationStatuses = terms({
  NONE_NEEDED: { zh: '无需整改', en: 'None needed', note: 'hub', aliases: ['无'] },
  OPEN: { zh: '整改中', en: 'Open', note: 'hub', aliases: ['未完成', '待整改', '未整改'] },
  CLOSED: { zh: '已整改', en: 'Closed', note: 'hub', aliases: ['已完成', '整改到位', '整改完成'] },
})

export const dayKinds = terms({
  HOLIDAY: { zh: '放假', en: 'Holiday', note: 'hub', aliases: ['节假日', '休', '假日'] },
  WORKDAY: {
    zh: '上班',
    en: 'Working day',
    note: 'hub',
    aliases: ['调休上班', '班', '补班', '工作日'],
  },
})

export const obligationStates = terms({
  NOT_DUE: { zh: '未到期', en: 'Not due yet', note: 'hub' },
  DUE: { zh: '待报', en: 'Due', note: 'hub' },
  OVERDUE: { zh: '逾期未报', en: 'Overdue', note: 'hub' },
  FILED: { zh: '按时报送', en: 'Filed in time', note: 'hub' },
  FILED_LATE: { zh: '逾期报送', en: 'Filed late', note: 'hub' },
  HELD: { zh: '待更正', en: 'To be corrected', note: 'hub' },
})

export const reporterStates = terms({
  NOT_REPORTED: { zh: '未报', en: 'Not reported', note: 'hub' },
  HELD: { zh: '已报（待更正）', en: 'Reported (to be corrected)', note: 'hub' },
  LATE: { zh: '逾期报送', en: 'Reported late', note: 'hub' },
  NIL: { zh: '已报（无活动）', en: 'Reported (nothing to report)', note: 'hub' },
  REPORTED: { zh: '已报', en: 'Reported', note: 'hub' },
})

export const deskKinds = terms({
  RELEASE: { zh: '待放行', en: 'Waits for release', note: 'hub' },
  REMOVAL: { zh: '名录未列出的待关闭', en: 'Removal by a register', note: 'hub' },
  REPORTER: { zh: '填报单位待确认', en: 'Unknown or foreign reporter', note: 'hub' },
  DUPLICATE: { zh: '可能重复填报', en: 'Possible double report', note: 'hub' },
  CUMULATIVE: { zh: '疑为累计数', en: 'Cumulative week', note: 'hub' },
  REPORT: { zh: '市民反映', en: 'Told by citizens', note: 'hub' },
  TEXT: { zh: '含个人信息的文字', en: 'Text with personal data', note: 'hub' },
  POSITION: { zh: '位置待核实', en: 'Position to be checked', note: 'hub' },
})

export const reportTopics = terms({
  RIGHT: { zh: '信息正确', en: 'All of it is right', note: 'hub' },
  HOURS: { zh: '开放时间不对', en: 'The opening hours are wrong', note: 'hub' },
  POSITION: { zh: '位置不对', en: 'The place is wrong', note: 'hub' },
  PHONE: { zh: '电话不对', en: 'The telephone is wrong', note: 'hub' },
  SERVICES: { zh: '设施或服务不符', en: 'Facilities or services differ', note: 'hub' },
  CLOSED: { zh: '站点已不在', en: 'The station is gone', note: 'hub' },
})

export const deskOutcomes = terms({
  ACCEPT: { zh: '采用', en: 'Accept', note: 'hub' },
  REJECT: { zh: '不采用', en: 'Reject', note: 'hub' },
  SAME_AS: { zh: '即为', en: 'Same as', note: 'hub' },
})
