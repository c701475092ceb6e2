import type { WrittenBook } from '../../server/office/book.ts'
import { writeXlsx } from '../../server/office/xlsx.ts'

/** One activity as a clerk types it: everything may be a number or a text. */
export interface Typed {
  readonly name: string
  readonly personTimes: string | number | null
  readonly organizations?: string | number
  readonly hours?: string | number
  readonly yuan?: string | number | null
  readonly audience?: string | null
  readonly served?: string | number | null
}

export interface Filled {
  readonly reporter: string
  readonly period: string | null
  readonly rows: readonly Typed[]
  readonly total?: readonly (string | number | null)[]
  readonly contact?: string
  readonly phone?: string
}

/** A filled ZQ19-FORM as a workbook, laid out as it is printed: data begin in row 5. */
export async function filledForm(form: Filled): Promise<Buffer> {
  const { reporter, period, rows, contact = '张示例', phone = '13800130000' } = form
  const book: WrittenBook = {
    sheets: [
      {
        name: '统计表',
        rows: [
          ['2019肇庆市“学雷锋全民志愿服务行动月”活动开展情况统计表'],
          [`填报单位（盖章）：${reporter}`, null, null, null, null, period && `报送期：${period}`],
          [
            '序号',
            '活动名称（含主办单位）',
            '参与志愿者人次',
            '参与志愿服务组织数量',
            '覆盖人群',
            null,
            '累计志愿服务时数',
            '投入资金及物料（元）',
          ],
          [null, null, null, null, '类型', '服务人次', null, null],
          ...rows.map((row, i) => [
            i + 1,
            row.name,
            row.personTimes,
            row.organizations ?? 1,
            row.audience ?? null,
            row.served ?? null,
            row.hours ?? 100,
            row.yuan ?? null,
          ]),
          ['合计', null, ...(form.total ?? [])],
          [`联系人：${contact}`],
          [`联系电话：${phone}`],
        ],
        merges: [
          'A1:H1',
          'A2:E2',
          'F2:H2',
          'A3:A4',
          'B3:B4',
          'C3:C4',
          'D3:D4',
          'E3:F3',
          'G3:G4',
          'H3:H4',
        ],
      },
    ],
  }
  return writeXlsx(book)
}

export const PERIODS = {
  W1: '2019-03-01至2019-03-08',
  W2: '2019-03-09至2019-03-15',
  W3: '2019-03-16至2019-03-22',
  FINAL: '2019-03-01至2019-03-31',
} as const
