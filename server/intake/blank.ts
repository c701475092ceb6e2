import type { WrittenBook as Book } from '../office/book.ts'
import type { Column, Form } from './forms/form.ts'

const BLANK_ROWS = 200

/** A blank copy of a form: the layout that is printed, or a register with its drop-downs. */
export function blankOf(form: Form): Book {
  return form.code === 'ZQ19-FORM' ? printedZq19() : blankRegister(form)
}

function printedZq19(): Book {
  const head = (value: string) => ({ value, style: 'header' as const })
  const empty = Array.from({ length: 8 }, () => null)
  return {
    sheets: [
      {
        name: '统计表',
        widths: [6, 34, 12, 14, 18, 12, 14, 16],
        rows: [
          [{ value: '2019肇庆市“学雷锋全民志愿服务行动月”活动开展情况统计表', style: 'title' }],
          ['填报单位（盖章）：', null, null, null, null, '报送期：'],
          [
            '序号',
            '活动名称（含主办单位）',
            '参与志愿者人次',
            '参与志愿服务组织数量',
            '覆盖人群',
            '',
            '累计志愿服务时数',
            '投入资金及物料（元）',
          ].map(head),
          ['', '', '', '', '类型', '服务人次', '', ''].map(head),
          [1, ...empty.slice(1)],
          [2, ...empty.slice(1)],
          [3, ...empty.slice(1)],
          [{ value: '合计', style: 'total' }],
          [{ value: '媒体宣传情况', style: 'title' }],
          [
            '序号',
            '活动名称（含主办单位）',
            '纸媒报道数（条）',
            '网站报道数（条）',
            '网页或微信链接',
            '网页或微信阅读数（条/次）',
          ].map(head),
          [1, ...empty.slice(1)],
          [2, ...empty.slice(1)],
          [3, ...empty.slice(1)],
          [{ value: '合计', style: 'total' }],
          ['联系人：'],
          ['联系电话：'],
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
          'A9:H9',
        ],
        validations: [{ range: 'E5:E7', list: AUDIENCES }],
      },
    ],
  }
}

const AUDIENCES = [
  '残疾人',
  '异地务工人员子女',
  '空巢老人',
  '闲散青少年',
  '不良行为青少年',
  '农村留守儿童',
  '流浪乞讨未成年人',
  '服刑在教人员未成年子女',
]

function blankRegister(form: Form): Book {
  const columns = form.tables[0]?.columns ?? []
  return {
    sheets: [
      {
        name: form.name.zh.replace(/（.*$/, ''),
        widths: columns.map(() => 18),
        rows: [
          [{ value: form.name.zh, style: 'title' }],
          columns.map(({ term, required }) => ({
            value: term.zh,
            style: required ? ('header' as const) : ('input' as const),
          })),
        ],
        validations: columns.flatMap(dropDown),
        freezeRows: 2,
      },
    ],
  }
}

function dropDown(column: Column, index: number) {
  if (column.reader.as !== 'code') return []
  const letter = String.fromCharCode(65 + index)
  const list = Object.values(column.reader.list).map((term) => term.zh)
  return [{ range: `${letter}3:${letter}${BLANK_ROWS}`, list }]
}
