import { activityFields as words } from '../terms/fields.ts'
import type { Form, Table } from './form.ts'

const PEOPLE = '[名位个]?志愿者|人次|人|名|位'

const activities: Table = {
  kind: 'activity',
  known: ['activityName', 'volunteerPersonTimes'],
  columns: [
    { field: 'ordinal', term: words.ordinal, reader: { as: 'ignored' } },
    { field: 'activityName', term: words.activityName, reader: { as: 'name' }, required: true },
    {
      field: 'volunteerPersonTimes',
      term: words.volunteerPersonTimes,
      reader: { as: 'number', units: PEOPLE, integer: true, maximum: 5_000_000 },
      required: true,
      measure: 'VOLUNTEER_PERSON_TIMES',
    },
    {
      field: 'organizationCount',
      term: words.organizationCount,
      reader: { as: 'number', units: '个|家|支', integer: true, maximum: 100_000 },
      required: true,
      measure: 'ORGANIZATION_COUNT',
    },
    { field: 'audience', term: words.audience, reader: { as: 'audience' }, over: words.coverage },
    {
      field: 'beneficiaryPersonTimes',
      term: words.beneficiaryPersonTimes,
      reader: { as: 'number', units: PEOPLE, integer: true, maximum: 5_000_000 },
      measure: 'BENEFICIARY_PERSON_TIMES',
      over: words.coverage,
    },
    {
      field: 'serviceHours',
      term: words.serviceHours,
      reader: { as: 'hours' },
      required: true,
      measure: 'SERVICE_HOURS',
    },
    {
      field: 'investmentYuan',
      term: words.investmentYuan,
      reader: { as: 'money' },
      measure: 'INVESTMENT_YUAN',
    },
  ],
}

const media: Table = {
  kind: 'media',
  known: ['activityName', 'webReports'],
  columns: [
    { field: 'ordinal', term: words.ordinal, reader: { as: 'ignored' } },
    { field: 'activityName', term: words.activityName, reader: { as: 'name' }, required: true },
    {
      field: 'printReports',
      term: words.printReports,
      reader: { as: 'number', units: '条|篇|次|则|家', integer: true, maximum: 100_000 },
      measure: 'PRINT_REPORTS',
    },
    {
      field: 'webReports',
      term: words.webReports,
      reader: { as: 'number', units: '条|篇|次|则|家', integer: true, maximum: 100_000 },
      measure: 'WEB_REPORTS',
    },
    { field: 'links', term: words.links, reader: { as: 'links' } },
    {
      field: 'reads',
      term: words.reads,
      reader: {
        as: 'number',
        units: '条/次|人次|次|条|阅读',
        integer: true,
        maximum: 1_000_000_000,
      },
      measure: 'READS',
    },
  ],
}

/** 2019肇庆市“学雷锋全民志愿服务行动月”活动开展情况统计表 (肇团联发〔2019〕6号 附件). */
export const zq19Form: Form = {
  code: 'ZQ19-FORM',
  version: 1,
  name: {
    zh: '“学雷锋全民志愿服务行动月”活动开展情况统计表',
    en: 'Statistics of activities in the volunteer action month',
  },
  document: 'document:Z19',
  clause: 'Z19-16',
  layout: 'rows',
  filedAs: 'statistics',
  tables: [activities, media],
  record: 'activity',
  again: 'replaces',
}

/** The written summary due on 2019-04-03, with its required contents. The document prints no layout for it. */
export const zq19Summary: Form = {
  code: 'ZQ19-SUMMARY',
  version: 1,
  name: { zh: '“学雷锋全民志愿服务行动月”活动总结', en: 'Summary of the volunteer action month' },
  document: 'document:Z19',
  clause: 'Z19-20',
  layout: 'letter',
  filedAs: 'letter',
  tables: [],
  record: 'submission',
  again: 'replaces',
}
