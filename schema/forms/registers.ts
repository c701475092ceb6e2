import { themes } from '../terms/campaign.ts'
import {
  organizationFields as org,
  projectFields as pro,
  regionFields as reg,
  stationFields as sta,
} from '../terms/fields.ts'
import {
  organizationTypes,
  professionalFields,
  registrationStatuses,
  teamTypes,
} from '../terms/organization.ts'
import { projectStatuses } from '../terms/project.ts'
import { datums, locationPrecisions, regionLevels } from '../terms/region.ts'
import { services } from '../terms/service.ts'
import {
  amenities,
  stationFunctions,
  stationKinds,
  stationSettings,
  stationStatuses,
  venueTypes,
} from '../terms/station.ts'
import { reporterKinds } from '../terms/submission.ts'
import type { Column, Form } from './form.ts'

const text = { as: 'text' } as const
const personal = { as: 'private' } as const

const stationColumns: readonly Column[] = [
  { field: 'registerNumber', term: sta.registerNumber, reader: text, required: true },
  { field: 'name', term: sta.name, reader: text, required: true },
  { field: 'nameEn', term: sta.nameEn, reader: text },
  { field: 'kind', term: sta.kind, reader: { as: 'code', list: stationKinds } },
  {
    field: 'setting',
    term: sta.setting,
    reader: { as: 'code', list: stationSettings },
    required: true,
  },
  {
    field: 'venueType',
    term: sta.venueType,
    reader: { as: 'code', list: venueTypes },
    required: true,
  },
  { field: 'status', term: sta.status, reader: { as: 'code', list: stationStatuses } },
  { field: 'region', term: sta.region, reader: { as: 'region' }, required: true },
  { field: 'address', term: sta.address, reader: text },
  { field: 'lon', term: sta.longitude, reader: { as: 'degrees' } },
  { field: 'lat', term: sta.latitude, reader: { as: 'degrees' } },
  { field: 'datumGiven', term: sta.datumGiven, reader: { as: 'code', list: datums } },
  {
    field: 'locationPrecision',
    term: sta.locationPrecision,
    reader: { as: 'code', list: locationPrecisions },
  },
  { field: 'operator', term: sta.operator, reader: { as: 'reference', to: 'organization' } },
  {
    field: 'competentBody',
    term: sta.competentBody,
    reader: { as: 'reference', to: 'organization' },
  },
  { field: 'publicPhone', term: sta.publicPhone, reader: { as: 'phone' } },
  { field: 'openingHours', term: sta.openingHours, reader: { as: 'hoursOpen' } },
  { field: 'amenities', term: sta.amenities, reader: { as: 'codes', list: amenities } },
  { field: 'accessible', term: sta.accessible, reader: { as: 'yesno' } },
  { field: 'services', term: sta.services, reader: { as: 'codes', list: services } },
  { field: 'functions', term: sta.functions, reader: { as: 'codes', list: stationFunctions } },
  { field: 'lastVerifiedOn', term: sta.lastVerifiedOn, reader: { as: 'date' } },
  {
    field: 'replacedBy',
    term: sta.replacedBy,
    reader: { as: 'reference', to: 'station' },
  },
  { field: 'contactName', term: sta.contactName, reader: personal },
  { field: 'contactPhone', term: sta.contactPhone, reader: personal },
]

const organizationColumns: readonly Column[] = [
  { field: 'registerNumber', term: org.registerNumber, reader: text, required: true },
  { field: 'name', term: org.name, reader: text, required: true },
  { field: 'nameEn', term: org.nameEn, reader: text },
  { field: 'aliases', term: org.aliases, reader: { as: 'list' } },
  {
    field: 'type',
    term: org.type,
    reader: { as: 'code', list: organizationTypes },
    required: true,
  },
  { field: 'teamType', term: org.teamType, reader: { as: 'code', list: teamTypes } },
  {
    field: 'professionalFields',
    term: org.professionalFields,
    reader: { as: 'codes', list: professionalFields },
  },
  { field: 'level', term: org.level, reader: { as: 'code', list: regionLevels } },
  { field: 'region', term: org.region, reader: { as: 'region' } },
  { field: 'parent', term: org.parent, reader: { as: 'reference', to: 'organization' } },
  {
    field: 'competentBody',
    term: org.competentBody,
    reader: { as: 'reference', to: 'organization' },
  },
  {
    field: 'registrationStatus',
    term: org.registrationStatus,
    reader: { as: 'code', list: registrationStatuses },
  },
  { field: 'registeredOn', term: org.registeredOn, reader: text },
  { field: 'creditCode', term: org.creditCode, reader: { as: 'credit' } },
  {
    field: 'replacedBy',
    term: org.replacedBy,
    reader: { as: 'reference', to: 'organization' },
  },
  { field: 'contactName', term: org.contactName, reader: personal },
  { field: 'contactPhone', term: org.contactPhone, reader: personal },
]

const projectColumns: readonly Column[] = [
  { field: 'registerNumber', term: pro.registerNumber, reader: text, required: true },
  { field: 'name', term: pro.name, reader: text, required: true },
  { field: 'nameEn', term: pro.nameEn, reader: text },
  {
    field: 'organization',
    term: pro.organization,
    reader: { as: 'reference', to: 'organization' },
    required: true,
  },
  { field: 'station', term: pro.station, reader: { as: 'reference', to: 'station' } },
  { field: 'region', term: pro.region, reader: { as: 'region' } },
  {
    field: 'status',
    term: pro.status,
    reader: { as: 'code', list: projectStatuses },
    required: true,
  },
  { field: 'fields', term: pro.fields, reader: { as: 'list' } },
  { field: 'services', term: pro.services, reader: { as: 'codes', list: services } },
  { field: 'themes', term: pro.themes, reader: { as: 'codes', list: themes } },
  { field: 'publishedAt', term: pro.publishedAt, reader: { as: 'date' } },
  { field: 'startsOn', term: pro.startsOn, reader: { as: 'date' } },
  { field: 'endsOn', term: pro.endsOn, reader: { as: 'date' } },
  { field: 'isBrand', term: pro.isBrand, reader: { as: 'yesno' } },
  { field: 'positions', term: pro.position, reader: { as: 'positions' } },
  { field: 'contactName', term: pro.contactName, reader: personal },
  { field: 'contactPhone', term: pro.contactPhone, reader: personal },
]

const divisionColumns: readonly Column[] = [
  { field: 'code', term: reg.code, reader: text, required: true },
  { field: 'name', term: reg.name, reader: text, required: true },
  { field: 'nameEn', term: reg.nameEn, reader: text },
  { field: 'level', term: reg.level, reader: text, required: true },
  { field: 'parent', term: reg.parent, reader: text },
  { field: 'validFrom', term: reg.validFrom, reader: text },
  { field: 'validTo', term: reg.validTo, reader: text },
  { field: 'successors', term: reg.successors, reader: text },
  { field: 'basis', term: reg.basis, reader: text },
  { field: 'note', term: reg.note, reader: text },
]

const rosterWords = {
  campaign: { zh: '专项行动编号', en: 'Campaign' },
  organization: { zh: '组织编号', en: 'Organization number' },
  kind: { zh: '类别', en: 'Kind' },
  region: { zh: '所在区划', en: 'Region' },
  via: { zh: '经由单位', en: 'Through' },
}

const rosterColumns: readonly Column[] = [
  {
    field: 'campaign',
    term: rosterWords.campaign,
    reader: { as: 'reference', to: 'campaign' },
    required: true,
  },
  {
    field: 'organization',
    term: rosterWords.organization,
    reader: { as: 'reference', to: 'organization' },
    required: true,
  },
  {
    field: 'kind',
    term: rosterWords.kind,
    reader: { as: 'code', list: reporterKinds },
    required: true,
  },
  { field: 'region', term: rosterWords.region, reader: { as: 'region' }, required: true },
  { field: 'via', term: rosterWords.via, reader: { as: 'reference', to: 'organization' } },
]

/** A register is one table of rows, each a record of its own. */
export const register = (
  code: string,
  name: Form['name'],
  record: Form['record'],
  columns: readonly Column[],
  known: readonly string[],
): Form => ({
  code,
  version: 1,
  name,
  record,
  layout: 'rows',
  filedAs: 'register',
  tables: [{ kind: 'row', columns, known }],
  again: 'adds',
})

export const stationRegister: Form = {
  ...register(
    'HUB-STATIONS',
    { zh: '站点登记册（平台表单）', en: 'Station register (hub form)' },
    'station',
    stationColumns,
    ['registerNumber', 'name', 'setting', 'region'],
  ),
  mayBeComplete: true,
}

export const organizationRegister: Form = {
  ...register(
    'HUB-ORGANIZATIONS',
    { zh: '组织登记册（平台表单）', en: 'Organization register (hub form)' },
    'organization',
    organizationColumns,
    ['registerNumber', 'name', 'type'],
  ),
  mayBeComplete: true,
}

export const projectRegister: Form = {
  ...register(
    'HUB-PROJECTS',
    { zh: '项目登记册（平台表单）', en: 'Project register (hub form)' },
    'project',
    projectColumns,
    ['registerNumber', 'name', 'organization', 'status'],
  ),
  mayBeComplete: true,
}

export const divisionRegister = register(
  'HUB-DIVISIONS',
  { zh: '区划登记册（平台表单）', en: 'Register of divisions (hub form)' },
  'region',
  divisionColumns,
  ['code', 'name', 'level', 'parent'],
)

export const reporterRoster = register(
  'HUB-REPORTERS',
  { zh: '报送单位名册（平台表单）', en: 'Roster of reporters (hub form)' },
  'reporter',
  rosterColumns,
  ['campaign', 'organization', 'kind'],
)
