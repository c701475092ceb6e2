import { readFile } from 'node:fs/promises'
import { assessmentFields, inspectionFields } from '../../schema/terms/fields.ts'
import { checkResults, inspectionKinds } from '../../schema/terms/standard.ts'
import { rectificationStatuses } from '../../schema/terms/submission.ts'
import { writeXlsx } from '../office/xlsx.ts'
import type { Chosen } from './chosen.ts'
import type { OutgoingFile } from './outgoing.ts'
import { type Random, random } from './random.ts'
import { REAL } from './real.ts'
import { type Row, registerBook } from './register.ts'

/** Stations of Changzhi held against the standard of 2021: every check, every kind of result. */
export async function assessmentFile(
  stations: readonly Chosen[],
  seed: string,
): Promise<OutgoingFile> {
  const { id, checks } = await readStandard()
  const rows = stations.flatMap((station, i) => {
    const chance = random(`${seed}/assessment/${station.number}`)
    const day = `2021-09-${String(6 + i).padStart(2, '0')}`
    return checks.map(({ code, text }, place): Row => {
      const result = resultOf(i, place, chance)
      return [
        station.number,
        id,
        day,
        station.federation,
        code,
        text,
        checkResults[result].zh,
        EVIDENCE[result],
      ]
    })
  })
  const book = registerBook(
    '学雷锋志愿服务站点自评表（演示数据）',
    '说明：按“九有一坚持一完善”逐条自评；结果为虚构。',
    Object.values(assessmentFields).map(({ zh }) => zh),
    rows,
  )
  return {
    file: 'forms/hub-assessment-140400.xlsx',
    receivedAt: '2021-09-27T10:00:00+08:00',
    bytes: await writeXlsx(book),
  }
}

type Result = keyof typeof checkResults

/** The first station meets all, the second has only begun; the others are in between. */
function resultOf(station: number, place: number, chance: Random): Result {
  const drawn = chance.weigh(RESULTS)
  if (station === 0) return 'MET'
  return station === 1 && place > 8 ? 'NOT_ASSESSED' : drawn
}

const RESULTS: readonly (readonly [Result, number])[] = [
  ['MET', 62],
  ['PARTIAL', 16],
  ['NOT_MET', 12],
  ['NOT_ASSESSED', 5],
  ['NOT_APPLICABLE', 5],
]

const EVIDENCE: Readonly<Record<Result, string | null>> = {
  MET: '现场照片及台账（示例）',
  PARTIAL: '部分到位，正在完善（示例）',
  NOT_MET: '尚未到位（示例）',
  NOT_ASSESSED: null,
  NOT_APPLICABLE: '本站点不涉及（示例）',
}

interface Policy {
  readonly standards: readonly {
    readonly id: string
    readonly criteria: readonly {
      readonly checks: readonly { readonly code: string; readonly text: { readonly zh: string } }[]
    }[]
  }[]
}

async function readStandard() {
  const text = await readFile(new URL('policies/C21.json', REAL), 'utf8')
  const [standard] = (JSON.parse(text) as Policy).standards
  const checks = standard!.criteria.flatMap((criterion) => criterion.checks)
  return { id: standard!.id, checks: checks.map(({ code, text }) => ({ code, text: text.zh })) }
}

/** Visits to some of these stations: set right, being set right, nothing found; one line forgot a day. */
export async function inspectionFile(stations: readonly Chosen[]): Promise<OutgoingFile> {
  const rows = VISITS.flatMap(([kind, on, found, state, closedOn], i): Row[] => {
    const station = stations[i]
    if (station === undefined) return []
    return [
      [
        `CZ-JC-2021-${String(i + 1).padStart(3, '0')}`,
        station.number,
        inspectionKinds[kind].zh,
        on,
        'CZ-WMB',
        found,
        rectificationStatuses[state].zh,
        state === 'NONE_NEEDED' ? null : station.federation,
        closedOn,
      ],
    ]
  })
  const book = registerBook(
    '学雷锋志愿服务站点检查与整改登记表（演示数据）',
    '说明：检查与整改情况均为虚构。',
    Object.values(inspectionFields).map(({ zh }) => zh),
    rows,
  )
  return {
    file: 'forms/hub-inspections-140400.xlsx',
    receivedAt: '2021-11-30T15:30:00+08:00',
    bytes: await writeXlsx(book),
  }
}

type Visit = readonly [
  kind: keyof typeof inspectionKinds,
  on: string,
  found: string | null,
  state: keyof typeof rectificationStatuses,
  closedOn: string | null,
]

const VISITS: readonly Visit[] = [
  ['SPOT_CHECK', '2021-10-11', null, 'NONE_NEEDED', null],
  ['UNANNOUNCED', '2021-10-12', '开放时间内无志愿者在岗（示例）', 'CLOSED', '2021-10-25'],
  ['SPOT_CHECK', '2021-10-13', '工作台账记录不全（示例）', 'OPEN', null],
  ['SPOT_CHECK', '2021-10-14', '未张贴统一标识（示例）', 'CLOSED', '2021-11-02'],
  ['ASSESSMENT', '2021-10-18', null, 'NONE_NEEDED', null],
  ['UNANNOUNCED', '2021-10-19', '应急药品过期（示例）', 'OPEN', null],
  ['SPOT_CHECK', '2021-10-20', '管理制度未上墙（示例）', 'CLOSED', null], // closed when?
  ['UNANNOUNCED', '2021-10-21', '服务指南缺失（示例）', 'CLOSED', '2021-11-10'],
]
