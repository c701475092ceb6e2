import { annexFields as words } from '../terms/fields.ts'
import { a2Categories } from '../terms/submission.ts'
import type { Column, Form } from './form.ts'

const HEADS = {
  as: 'number',
  units: '[名位个]?志愿者|人|名|位',
  integer: true,
  maximum: 5_000_000,
} as const

const when: Column = { field: 'time', term: words.time, reader: { as: 'when' }, required: true }
const headcount: Column = {
  field: 'volunteerHeadcount',
  term: words.volunteerHeadcount,
  reader: HEADS,
  required: true,
  measure: 'VOLUNTEER_HEADCOUNT',
}
const summary: Column = {
  field: 'summary',
  term: words.summary,
  reader: { as: 'text' },
  required: true,
}
const organization: Column = {
  field: 'organizationName',
  term: words.organizationName,
  reader: { as: 'text' },
  required: true,
}

/** 市直和驻惠单位志愿服务组织开展活动情况表 (惠文明办〔2017〕98号 附件1): one card, one activity. */
export const hz17A1: Form = {
  code: 'HZ17-A1',
  version: 1,
  name: {
    zh: '市直和驻惠单位志愿服务组织开展活动情况表',
    en: 'Activity of a volunteer organization of a city-level or resident unit',
  },
  document: 'document:H17',
  clause: 'H17-32',
  layout: 'card',
  filedAs: 'activities',
  record: 'activity',
  again: 'adds',
  tables: [
    {
      kind: 'activity',
      known: ['organizationName', 'volunteerHeadcount', 'hoursRecorded', 'projectPublished'],
      columns: [
        { field: 'formDate', term: words.formDate, reader: { as: 'day' }, required: true },
        { field: 'stamp', term: words.stamp, reader: { as: 'ignored' } },
        organization,
        { field: 'registeredOn', term: words.registeredOn, reader: { as: 'day' } },
        {
          field: 'competentBody',
          term: words.competentBody,
          reader: { as: 'text' },
          required: true,
        },
        { field: 'leaderName', term: words.leaderName, reader: { as: 'private' }, required: true },
        {
          field: 'leaderPhone',
          term: words.leaderPhone,
          reader: { as: 'private' },
          required: true,
        },
        when,
        { field: 'place', term: words.place, reader: { as: 'text' }, required: true },
        headcount,
        {
          field: 'hoursRecorded',
          term: words.hoursRecorded,
          reader: { as: 'tick' },
          required: true,
        },
        {
          field: 'projectPublished',
          term: words.projectPublished,
          reader: { as: 'tick' },
          required: true,
        },
        summary,
        { field: 'photos', term: words.photos, reader: { as: 'photos' } },
      ],
    },
  ],
}

/** 各区开展活动情况汇总表 (附件2): the activities of one week, by category. */
export const hz17A2: Form = {
  code: 'HZ17-A2',
  version: 1,
  name: { zh: '各区开展活动情况汇总表', en: 'Weekly summary of the activities of a district' },
  document: 'document:H17',
  clause: 'H17-36',
  layout: 'rows',
  filedAs: 'activities',
  record: 'activity',
  again: 'replaces',
  tables: [
    {
      kind: 'activity',
      known: ['organizationName', 'summary', 'volunteerHeadcount'],
      columns: [
        {
          field: 'category',
          term: words.category,
          reader: { as: 'code', list: a2Categories },
        },
        organization,
        summary,
        when,
        headcount,
      ],
    },
  ],
}
