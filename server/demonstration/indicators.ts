import { demonstrationFields, indicatorFields } from '../../schema/terms/fields.ts'
import { demonstrationStatuses } from '../../schema/terms/station.ts'
import { writeXlsx } from '../office/xlsx.ts'
import type { Chosen } from './chosen.ts'
import type { OutgoingFile } from './outgoing.ts'
import { csvBytes, type Row, registerBook } from './register.ts'

/** What Zhanjiang says of its targets for the end of 2017 (ZJ16); one survey without its day. */
export async function indicatorFile(): Promise<OutgoingFile> {
  const rows = VALUES.map(({ indicator, region = '440800', share, value, survey }): Row => {
    const [numerator = null, denominator = null] = share ?? []
    const [sample = null, day = null] = survey ?? []
    const period = ['2017-01-01', '2017-12-31']
    const basis = survey ? '示例抽样调查（演示）' : '示例统计台账（演示）'
    return [indicator, region, ...period, numerator, denominator, value ?? null, basis, sample, day]
  })
  const book = registerBook(
    '志愿服务指标报告表（演示数据）',
    '说明：分子、分母和数值均为虚构。',
    Object.values(indicatorFields).map(({ zh }) => zh),
    rows,
  )
  return {
    file: 'forms/hub-indicators-440800.xlsx',
    receivedAt: '2018-01-22T14:20:00+08:00',
    bytes: await writeXlsx(book),
  }
}

interface Value {
  readonly indicator: string
  readonly region?: string
  readonly share?: readonly [numerator: number, denominator: number]
  readonly value?: number
  readonly survey?: readonly [size: number, day: string | null]
}

const VALUES: readonly Value[] = [
  { indicator: 'ZJ16-02', share: [312_400, 1_520_000] },
  { indicator: 'ZJ16-03', share: [81_300, 132_000] },
  { indicator: 'ZJ16-04', share: [7_591_000, 312_400] },
  { indicator: 'ZJ16-05', value: 34 },
  { indicator: 'ZJ16-06', region: '440802', value: 8 },
  { indicator: 'ZJ16-06', region: '440803', value: 7 },
  { indicator: 'ZJ16-06', region: '440804', value: 5 },
  { indicator: 'ZJ16-06', region: '440811', value: 4 },
  { indicator: 'ZJ16-08', value: 91.3, survey: [1200, '2017-11-18'] },
  { indicator: 'ZJ16-08', region: '440802', value: 88.5, survey: [300, null] }, // on which day?
  { indicator: 'ZJ16-12', value: 96 },
  { indicator: 'ZJ16-18', share: [1840, 1906] },
]

/** How far four invented cultural stations of Zhaoqing are as demonstration sites (Z17-10). */
export function demonstrationFile(stations: readonly Chosen[]): OutgoingFile {
  const header = Object.values(demonstrationFields).map(({ zh }) => zh)
  const rows = stations.flatMap(({ number }, i): Row[] => {
    const [status, evidence] = PROGRESS[i] ?? []
    return status && evidence
      ? [[number, 'Z17-10', demonstrationStatuses[status].zh, '2019-03-12', evidence]]
      : []
  })
  const bytes = csvBytes([header, ...rows], 'utf-8')
  return {
    file: 'forms/hub-demonstrations-441200.csv',
    receivedAt: '2019-03-13T10:40:00+08:00',
    bytes,
  }
}

const PROGRESS: readonly (readonly [keyof typeof demonstrationStatuses, string])[] = [
  ['DONE', '站点、队伍、制度均已建立（示例）'],
  ['DONE', '已建成并对外服务（示例）'],
  ['IN_PROGRESS', '正在配备便民设施（示例）'],
  ['IN_PROGRESS', '志愿服务手册编写中（示例）'],
]
