import { activityFields } from '../../schema/terms/fields.ts'
import type { Plain, Style, Styled, WrittenSheet } from '../office/book.ts'
import { type Count, type FilledActivity, type FilledForm, shown, sum } from './filled.ts'

/** The form as the notice prints it (Z19, annex): eight columns, two tables, a foot; the remarks may be cut off. */
export function formSheet(form: FilledForm, remarks = REMARKS): WrittenSheet {
  const paper: Paper = { rows: [], merges: [] }
  head(paper, form)
  activityTable(paper, form)
  mediaTable(paper, form)
  foot(paper, form, remarks)
  return {
    name: '统计表',
    widths: [6, 44, 14, 16, 24, 12, 18, 22],
    rows: paper.rows,
    merges: paper.merges,
  }
}

interface Paper {
  readonly rows: (Plain | Styled)[][]
  readonly merges: string[]
}

const TITLE = '2019肇庆市“学雷锋全民志愿服务行动月”活动开展情况统计表'

function head(paper: Paper, form: FilledForm): void {
  add(paper, { A: TITLE }, 'title', 'A:H')
  const period = `${activityFields.period.zh}：${form.period.from}至${form.period.to}`
  add(paper, { A: form.reporter, F: period }, 'note', 'A:E', 'F:H')
}

function activityTable(paper: Paper, form: FilledForm): void {
  const { activities } = form
  activityHeader(paper)
  for (const [i, activity] of activities.entries()) activityRows(paper, activity, i + 1)
  const volunteers = total(
    form,
    activities.map((one) => one.volunteers),
  )
  const served = activities.flatMap(({ coverage }) => coverage.map((one) => one.personTimes))
  const totals = {
    C: form.totals === 'wrong' && volunteers !== null ? volunteers + 10 : volunteers,
    D: total(
      form,
      activities.map((one) => one.organizations),
    ),
    F: total(form, served),
    G: total(
      form,
      activities.map((one) => one.hours),
    ),
    H: total(
      form,
      activities.map((one) => one.investment),
    ),
  }
  add(paper, { A: activityFields.total.zh, ...totals }, 'total', 'A:B')
}

function activityHeader(paper: Paper): void {
  const whole = {
    A: activityFields.ordinal.zh,
    B: activityFields.activityName.zh,
    C: activityFields.volunteerPersonTimes.zh,
    D: activityFields.organizationCount.zh,
    E: activityFields.coverage.zh,
    G: activityFields.serviceHours.zh,
    H: activityFields.investmentYuan.zh,
  }
  add(paper, whole, 'header', 'E:F')
  const parts = { E: activityFields.audience.zh, F: activityFields.beneficiaryPersonTimes.zh }
  add(paper, parts, 'header')
  mergeDown(paper, 3, 4)
}

/** One row for each audience; what is said of the whole activity is merged over them. */
function activityRows(paper: Paper, activity: FilledActivity, ordinal: number): void {
  const first = paper.rows.length + 1
  const [top, ...others] = activity.coverage
  const whole = {
    A: ordinal,
    B: activity.name,
    C: shown(activity.volunteers),
    D: shown(activity.organizations),
    G: shown(activity.hours),
    H: shown(activity.investment),
  }
  const served: Cells = top ? { E: top.audience, F: shown(top.personTimes) } : {}
  add(paper, { ...whole, ...served }, 'input')
  for (const { audience, personTimes } of others) {
    add(paper, { E: audience, F: shown(personTimes) }, 'input')
  }
  if (others.length > 0) mergeDown(paper, first, paper.rows.length)
}

/** Every column but those of the audiences. */
function mergeDown(paper: Paper, first: number, last: number): void {
  for (const column of 'ABCDGH') paper.merges.push(`${column}${first}:${column}${last}`)
}

const PRINTED_ROWS = 3

function mediaTable(paper: Paper, form: FilledForm): void {
  const { media } = form
  add(paper, { A: '媒体宣传情况' }, 'header', 'A:H')
  const header = {
    A: activityFields.ordinal.zh,
    B: activityFields.activityName.zh,
    C: activityFields.printReports.zh,
    D: activityFields.webReports.zh,
    E: activityFields.links.zh,
    F: activityFields.reads.zh,
  }
  add(paper, header, 'header')
  for (const [i, one] of media.entries()) {
    const counts = { C: shown(one.print), D: shown(one.web), F: shown(one.reads) }
    add(paper, { A: i + 1, B: one.name, E: one.links, ...counts }, 'input')
  }
  for (let unused = media.length + 1; unused <= PRINTED_ROWS; unused++) {
    add(paper, { A: unused }, 'input')
  }
  const totals = {
    C: total(
      form,
      media.map((one) => one.print),
    ),
    D: total(
      form,
      media.map((one) => one.web),
    ),
    F: total(
      form,
      media.map((one) => one.reads),
    ),
  }
  add(paper, { A: activityFields.total.zh, ...totals }, 'total', 'A:B')
}

function total(form: FilledForm, counts: readonly Count[]): number | null {
  return form.totals === 'blank' ? null : sum(counts)
}

function foot(paper: Paper, form: FilledForm, remarks: readonly string[]): void {
  const name = `${activityFields.contactName.zh}：${form.contactName}`
  const phone = `${activityFields.contactPhone.zh}：${form.contactPhone}`
  add(paper, { A: name, E: phone }, 'note', 'A:D', 'E:H')
  for (const remark of remarks) add(paper, { A: remark }, 'note', 'A:H')
}

const REMARKS: readonly string[] = [
  '备注：1、“覆盖人群”栏中“类型”项请选择填写残疾人、异地务工人员子女、空巢老人、闲散青少年、不良行为青少年、农村留守儿童、流浪乞讨未成年人、服刑在教人员未成年子女等，其他类别的请在表中另行说明；',
  '2、各县（市、区）、大中专院校团委、市直团委负责汇总统计本地、本单位学雷锋全民志愿服务行动月活动开展情况，志愿者人次、组织数量、服务时数等以“i志愿”系统数据为准，书面总结材料于4月3日前以电子邮件和纸质形式报市志愿者联合会秘书处，总结材料须含新闻宣传链接、截图以及先进典型事迹素材等。',
]

type Cells = Readonly<Record<string, Plain>>

/** Adds a row; its spans (`A:E`) become merged cells. */
function add(paper: Paper, values: Cells, style: Style, ...spans: readonly string[]): void {
  paper.rows.push([...'ABCDEFGH'].map((column) => ({ value: values[column] ?? null, style })))
  const row = paper.rows.length
  for (const span of spans) paper.merges.push(`${span.replace(':', `${row}:`)}${row}`)
}
