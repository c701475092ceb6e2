import {
  activityFields as act,
  assessmentFields as ass,
  demonstrationFields as dem,
  holidayFields as hol,
  indicatorFields as ind,
  inspectionFields as ins,
  platformFields as pla,
} from '../terms/fields.ts'
import { platforms } from '../terms/organization.ts'
import { checkResults, inspectionKinds } from '../terms/standard.ts'
import { demonstrationStatuses } from '../terms/station.ts'
import { dayKinds, rectificationStatuses } from '../terms/submission.ts'
import type { Column, Form } from './form.ts'
import { register } from './registers.ts'

// Hub forms: the documents ask for these data and print no table for them.

const text = { as: 'text' } as const
const date = { as: 'date' } as const
const station = { as: 'reference', to: 'station' } as const
const body = { as: 'reference', to: 'organization' } as const
const amount = (units: string, maximum: number) =>
  ({ as: 'number', units, integer: false, maximum }) as const

const assessmentColumns: readonly Column[] = [
  { field: 'station', term: ass.station, reader: station, required: true },
  {
    field: 'standard',
    term: ass.standard,
    reader: { as: 'reference', to: 'standard' },
    required: true,
    printed: true,
  },
  { field: 'assessedOn', term: ass.assessedOn, reader: date, required: true },
  { field: 'assessor', term: ass.assessor, reader: body },
  { field: 'check', term: ass.check, reader: text, required: true, printed: true },
  { field: 'requirement', term: ass.requirement, reader: { as: 'ignored' }, printed: true },
  { field: 'result', term: ass.result, reader: { as: 'code', list: checkResults }, required: true },
  { field: 'evidence', term: ass.evidence, reader: text },
]

const inspectionColumns: readonly Column[] = [
  { field: 'number', term: ins.number, reader: text, required: true },
  { field: 'station', term: ins.station, reader: station, required: true },
  { field: 'kind', term: ins.kind, reader: { as: 'code', list: inspectionKinds }, required: true },
  { field: 'on', term: ins.on, reader: date, required: true },
  { field: 'by', term: ins.by, reader: body },
  { field: 'findings', term: ins.findings, reader: text },
  {
    field: 'rectification',
    term: ins.rectification,
    reader: { as: 'code', list: rectificationStatuses },
    required: true,
  },
  { field: 'sentTo', term: ins.sentTo, reader: body },
  { field: 'closedOn', term: ins.closedOn, reader: date },
]

const demonstrationColumns: readonly Column[] = [
  { field: 'station', term: dem.station, reader: station, required: true },
  { field: 'clause', term: dem.clause, reader: text },
  {
    field: 'status',
    term: dem.status,
    reader: { as: 'code', list: demonstrationStatuses },
    required: true,
  },
  { field: 'reportedOn', term: dem.reportedOn, reader: date, required: true },
  { field: 'evidence', term: dem.evidence, reader: text },
]

const indicatorColumns: readonly Column[] = [
  {
    field: 'indicator',
    term: ind.indicator,
    reader: { as: 'reference', to: 'indicator' },
    required: true,
  },
  { field: 'region', term: ind.region, reader: { as: 'region' }, required: true },
  { field: 'from', term: ind.from, reader: date, required: true },
  { field: 'to', term: ind.to, reader: date, required: true },
  { field: 'numerator', term: ind.numerator, reader: amount('人|小时|个|家', 2_000_000_000) },
  { field: 'denominator', term: ind.denominator, reader: amount('人|个|家', 2_000_000_000) },
  { field: 'value', term: ind.value, reader: amount('%|小时|个|家|人', 2_000_000_000) },
  { field: 'basis', term: ind.basis, reader: text, required: true },
  {
    field: 'sampleSize',
    term: ind.sampleSize,
    reader: { as: 'number', units: '人|份|户', integer: true, maximum: 10_000_000 },
  },
  { field: 'surveyedOn', term: ind.surveyedOn, reader: date },
]

const platformColumns: readonly Column[] = [
  {
    field: 'campaign',
    term: pla.campaign,
    reader: { as: 'reference', to: 'campaign' },
    required: true,
  },
  { field: 'organization', term: pla.organization, reader: body, required: true },
  {
    field: 'platform',
    term: pla.platform,
    reader: { as: 'code', list: platforms },
    required: true,
  },
  { field: 'exportedOn', term: pla.exportedOn, reader: date },
  {
    field: 'volunteerPersonTimes',
    term: act.volunteerPersonTimes,
    reader: { as: 'number', units: '人次|人', integer: true, maximum: 5_000_000 },
  },
  {
    field: 'organizationCount',
    term: act.organizationCount,
    reader: { as: 'number', units: '个|家|支', integer: true, maximum: 100_000 },
  },
  {
    field: 'serviceHours',
    term: act.serviceHours,
    reader: { as: 'number', units: '个?小时|h', integer: false, maximum: 50_000_000 },
  },
]

const holidayColumns: readonly Column[] = [
  { field: 'day', term: hol.day, reader: date, required: true },
  { field: 'kind', term: hol.kind, reader: { as: 'code', list: dayKinds }, required: true },
  { field: 'name', term: hol.name, reader: text, required: true },
  { field: 'nameEn', term: hol.nameEn, reader: text },
  { field: 'basis', term: hol.basis, reader: text },
]

export const assessmentForm: Form = register(
  'HUB-ASSESSMENT',
  { zh: '站点自评表（平台表单）', en: 'Station self-assessment (hub form)' },
  'assessment',
  assessmentColumns,
  ['station', 'standard', 'check', 'result'],
)

export const inspectionForm: Form = register(
  'HUB-INSPECTIONS',
  { zh: '检查与整改登记表（平台表单）', en: 'Inspections and rectification (hub form)' },
  'inspection',
  inspectionColumns,
  ['number', 'station', 'kind', 'rectification'],
)

export const demonstrationForm: Form = register(
  'HUB-DEMONSTRATIONS',
  { zh: '示范点建设进度表（平台表单）', en: 'Progress of demonstration sites (hub form)' },
  'demonstration',
  demonstrationColumns,
  ['station', 'status', 'reportedOn'],
)

export const indicatorForm: Form = register(
  'HUB-INDICATORS',
  { zh: '指标报告表（平台表单）', en: 'Indicator report (hub form)' },
  'indicatorValue',
  indicatorColumns,
  ['indicator', 'region', 'from', 'to'],
)

export const platformForm: Form = register(
  'HUB-PLATFORM',
  { zh: '平台数据导出表（平台表单）', en: 'Platform export (hub form)' },
  'platform',
  platformColumns,
  ['campaign', 'organization', 'platform'],
)

export const holidayForm: Form = register(
  'HUB-HOLIDAYS',
  { zh: '节假日与调休安排表（平台表单）', en: 'Holidays and make-up working days (hub form)' },
  'holiday',
  holidayColumns,
  ['day', 'kind', 'name'],
)
