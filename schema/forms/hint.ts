import type { Bilingual, TermRecord } from '../terms/term.ts'
import type { Column, Reader } from './form.ts'

/** What to write in a column, said to the one who fills it in; the same in blanks, pages and graph. */
export function hintOf({ reader, required }: Column): Bilingual {
  const { zh, en } = HINTS[reader.as]?.(reader as never) ?? { zh: '', en: '' }
  return required
    ? { zh: `必填。${zh}`, en: `Required. ${en}`.trim() }
    : { zh: zh || '选填。', en: en || 'Optional.' }
}

type Hints = {
  readonly [K in Reader['as']]?: (reader: Extract<Reader, { readonly as: K }>) => Bilingual
}

const HINTS: Hints = {
  number: ({ units, integer }) => {
    const unit = UNITS.find((one) => new RegExp(`^(?:${units})$`).test(one)) ?? ''
    return {
      zh: `填一个${integer ? '整数' : '数'}${unit ? `（${unit}）` : ''}，没有就填0，不清楚就留空；不要写“约”“左右”或区间。`,
      en: `One ${integer ? 'whole ' : ''}number; 0 for none, blank where unknown; no ranges.`,
    }
  },
  name: () => ({
    zh: '活动名称（主办单位），例：清洁家园（端州区团委）。一行一项活动。',
    en: 'Name (organisers); one activity a row.',
  }),
  hours: () => ({
    zh: '全部志愿者的服务小时合计，例：300。不要填人均。',
    en: 'Hours of all volunteers together, not per head.',
  }),
  money: () => ({ zh: '资金与物料折价合计，单位元，例：3000。', en: 'Cash and goods in yuan.' }),
  audience: () => ({
    zh: '从下拉列表选；选“其他”须写明，例：其他（环卫工人）。',
    en: 'Choose; “other” needs a word of explanation.',
  }),
  links: () => ({ zh: '完整网址，多个分行写。', en: 'Full addresses, one a line.' }),
  when: () => ({
    zh: '写明年月日，有钟点也写，例：2017-06-05 9:00-11:30。',
    en: 'With the year, e.g. 2017-06-05 9:00-11:30.',
  }),
  day: () => ({ zh: '例：2017-06-05。', en: 'E.g. 2017-06-05.' }),
  date: () => ({ zh: '例：2019-03-05。', en: 'E.g. 2019-03-05.' }),
  tick: () => ({ zh: '填“是”或“否”。', en: '是 (yes) or 否 (no).' }),
  yesno: () => ({ zh: '填“是”或“否”。', en: '是 (yes) or 否 (no).' }),
  photos: () => ({
    zh: '粘贴2张活动实景图片，JPG或JPEG格式。',
    en: 'Paste two scene photos (JPEG).',
  }),
  private: () => ({
    zh: '仅供核对，本站不公布。',
    en: 'For the office only; never published.',
  }),
  code: () => ({ zh: '从下拉列表选。', en: 'Choose from the list.' }),
  codes: ({ list }: { readonly list: TermRecord }) => ({
    zh: `可填多项，用顿号分开：${first(Object.values(list).map((one) => one.zh))}`,
    en: `Several, separated by 、: ${first(Object.values(list).map((one) => one.en))}`,
  }),
  region: () => ({
    zh: '区划名称或代码，例：端州区 或 441202。',
    en: 'Name or code of the division.',
  }),
  degrees: () => ({
    zh: '十进制度数，例：经度112.465、纬度23.047。',
    en: 'Decimal degrees, e.g. longitude 112.465, latitude 23.047.',
  }),
  credit: () => ({ zh: '18位，单元格设为文本。', en: '18 characters, as text.' }),
  phone: () => ({
    zh: '只填机构座机，例：0758-2000000。',
    en: 'The desk phone of the office only.',
  }),
  hoursOpen: () => ({
    zh: '例：周一至周五 9:00-12:00 14:30-17:30，节假日休息。',
    en: 'E.g. 周一至周五 9:00-12:00 14:30-17:30，节假日休息.',
  }),
  positions: () => ({ zh: '例：引导员×6、登记员×2。', en: 'E.g. 引导员×6、登记员×2.' }),
  list: () => ({ zh: '多项用顿号分开。', en: 'Several, separated by 、.' }),
  reference: ({ to }) => ({ zh: `填${NAMES[to].zh}。`, en: `The ${NAMES[to].en}.` }),
}

const UNITS = ['人次', '人', '个', '小时', '条', '次', '%']
const NAMES = {
  organization: { zh: '组织编号或全称', en: 'number or full name of the organization' },
  station: { zh: '站点编号', en: 'number of the station' },
  campaign: { zh: '专项行动编号', en: 'number of the campaign' },
  standard: { zh: '标准编号', en: 'number of the standard' },
  indicator: { zh: '指标编号', en: 'number of the indicator' },
}

const first = (words: readonly string[]) =>
  words.length > 8 ? `${words.slice(0, 8).join('、')}…` : words.join('、')
