import { understandTable } from '../../server/intake/activities.ts'
import type { JudgedCell, JudgedRow } from '../../server/intake/judged.ts'
import { recognize } from '../../server/intake/recognize.ts'
import { address, type Cell, type Sheet } from '../../server/intake/sheet.ts'
import type { World } from '../../server/intake/world.ts'

export const TITLES = [
  '序号',
  '活动名称（含主办单位）',
  '参与志愿者人次',
  '参与志愿服务组织数量',
  '覆盖人群',
  null,
  '累计志愿服务时数',
  '投入资金及物料（元）',
]
export const UNDER_TITLES = [null, null, null, null, '类型', '服务人次', null, null]
export const MEDIA_TITLES = [
  '序号',
  '活动名称（含主办单位）',
  '纸媒报道数（条）',
  '网站报道数（条）',
  '网页或微信链接',
  '网页或微信阅读数（条/次）',
]

type Written = string | number | Cell | null

/** One row of either table, read by the form's own way: what is not given is filled in plainly. */
export function readActivity(given: Readonly<Record<string, Written>>): JudgedAlone {
  const row = {
    activityName: '清洁家园（端州区团委）',
    volunteerPersonTimes: 1,
    organizationCount: 1,
    audience: null,
    beneficiaryPersonTimes: null,
    serviceHours: 1,
    investmentYuan: null,
    ...given,
  }
  return readAlone([TITLES, UNDER_TITLES, [1, ...Object.values(row)]])
}

export function readMediaRow(given: Readonly<Record<string, Written>>): JudgedAlone {
  const row = {
    activityName: '清洁家园（端州区团委）',
    printReports: null,
    webReports: null,
    links: null,
    reads: null,
    ...given,
  }
  return readAlone([MEDIA_TITLES, [1, ...Object.values(row)]])
}

interface JudgedAlone {
  readonly row: JudgedRow
  cell(field: string): JudgedCell | undefined
  codes(field: string): string[]
}

function readAlone(rows: readonly (readonly Written[])[]): JudgedAlone {
  const sheet = sheetOf(rows)
  const [table] = recognize(sheet)?.tables ?? []
  if (table === undefined) throw new Error('the titles of the test are those of no form')
  const { rows: judged, findings } = understandTable(sheet, table)
  const row = judged[0] as JudgedRow
  return {
    row,
    cell: (field) => row.cells[field],
    codes: (field) => findings.filter((one) => one.field === field).map((one) => one.code),
  }
}

export function sheetOf(rows: readonly (readonly Written[])[]): Sheet {
  const cells: Record<string, Cell> = {}
  for (const [i, row] of rows.entries()) {
    for (const [j, value] of row.entries()) {
      if (value === null || value === '') continue
      cells[address(i + 1, j + 1)] = typeof value === 'object' ? value : cellOf(value)
    }
  }
  const columnCount = Math.max(...rows.map((row) => row.length))
  return {
    name: '统计表',
    hidden: false,
    rowCount: rows.length,
    columnCount,
    cells,
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
    pictures: 1,
  }
}

const cellOf = (value: string | number): Cell =>
  typeof value === 'number'
    ? { text: String(value), kind: 'number', number: value }
    : { text: value, kind: 'text' }

const region = (code: string, nameZh: string, parent: string | null, more = {}) => ({
  id: `region:${code}`,
  code,
  nameZh,
  parent: parent && `region:${parent}`,
  level: parent === null ? 'PROVINCE' : code.endsWith('00') ? 'CITY' : 'COUNTY',
  validTo: null,
  successors: [],
  functionalZone: false,
  ...more,
})

const organization = (number: string, nameZh: string, aliases: string[], where: string) => ({
  id: `organization:${number}`,
  nameZh,
  aliases,
  region: `region:${where}`,
})

const square = (west: number, south: number, east: number, north: number) => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
})

/** A small world: one city with two counties and a zone, two leagues, one campaign of two periods. */
export const WORLD: World = {
  regions: [
    region('440000', '广东省', null),
    region('441200', '肇庆市', '440000'),
    region('441202', '端州区', '441200'),
    region('441204', '高要区', '441200'),
    region('441283', '高要市', '441200', { validTo: '2015', successors: ['region:441204'] }),
    region('Z-ZQ-GXQ', '肇庆高新区', '441200', { level: null, functionalZone: true }),
    region('441300', '惠州市', '440000'),
    region('441302', '惠城区', '441300'),
  ],
  organizations: [
    organization(
      '441202-0001',
      '共青团肇庆市端州区委员会',
      ['端州团委', '端州区团委', '共青团肇庆市端州区委'],
      '441202',
    ),
    organization('441204-0001', '共青团肇庆市高要区委员会', ['高要团委'], '441204'),
  ],
  campaigns: [
    {
      id: 'campaign:ZQ-2019-MONTH',
      region: 'region:441200',
      startsOn: '2019-03-01',
      endsOn: '2019-03-31',
      groups: [],
    },
  ],
  obligations: [
    {
      id: 'obligation:ZQ19-WEEKLY',
      campaign: 'campaign:ZQ-2019-MONTH',
      template: 'ZQ19-FORM',
      final: false,
      periods: [
        { code: 'W1', from: '2019-03-01', to: '2019-03-08', due: '2019-03-08T18:00:00+08:00' },
        { code: 'W2', from: '2019-03-09', to: '2019-03-15', due: '2019-03-15T18:00:00+08:00' },
      ],
    },
  ],
  standards: [],
  indicators: [],
  reporters: [
    {
      campaign: 'campaign:ZQ-2019-MONTH',
      organization: 'organization:441202-0001',
      region: 'region:441202',
    },
  ],
  holidays: new Map(),
  whereabouts: async () => ({
    positions: new Map([['station:441202-0009', { lon: 112.465, lat: 23.047 }]]),
    outlines: new Map([['region:441202', square(112.4, 23.0, 112.6, 23.2)]]),
  }),
  namesakes: async (type, { codes, names }) =>
    type === 'organization' && codes.includes('91350100M000100Y43')
      ? [
          {
            id: 'organization:ZQ-0777',
            nameZh: '肇庆市示例社工站',
            region: 'region:441200',
            address: null,
            creditCode: '91350100M000100Y43',
          },
        ]
      : type === 'station' && names.includes('端州区示例旧站')
        ? [
            {
              id: 'station:441202-0777',
              nameZh: '端州区示例旧站',
              region: 'region:441202',
              address: '端州区示例路7号',
              creditCode: null,
            },
          ]
        : [],
  knowsStations: async (ids) => new Set(ids.filter((id) => id === 'station:441202-0001')),
}
