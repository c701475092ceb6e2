import { readFile } from 'node:fs/promises'
import { COLLEGES } from './organizations.ts'
import { REAL } from './real.ts'

export interface Reporter {
  readonly id: string
  readonly kind: 'COUNTY' | 'ZONE' | 'CITY_UNIT' | 'COLLEGE'
  readonly name: string
  /** As people call it: 端州区团委, 市文明办. */
  readonly short: string
}

export interface Period {
  readonly code: string
  readonly from: string
  readonly to: string
  readonly due: string
}

interface Action {
  readonly reporters: readonly Reporter[]
  /** Four weeks and the whole month. */
  readonly periods: readonly Period[]
}

/** Who reports on the action month of 2019, and when, by the two notices of Zhaoqing. */
export async function readAction(): Promise<Action> {
  const [z17, z19] = await Promise.all([readPolicy('Z17'), readPolicy('Z19')])
  const named = new Map([...z17.organizations, ...z19.organizations].map((one) => [one.id, one]))
  const units = CITY_UNITS.map((id) => reporterOf('CITY_UNIT', named.get(id)!))
  const local = z19.reporters.map(({ kind, organization, name, aliases }) =>
    reporterOf(kind, { id: organization, name, aliases }),
  )
  const colleges = COLLEGES.map(([name], i) =>
    reporterOf('COLLEGE', { id: `ZQ-000${i + 1}`, name: { zh: name } }),
  )
  const periods = z19.obligations
    .filter(({ template }) => template === 'ZQ19-FORM')
    .flatMap((obligation) => obligation.periods)
  return { reporters: [...local, ...units, ...colleges], periods }
}

/** The roster of units that no notice lists by name. */
export function rosterRows(reporters: readonly Reporter[]): string[][] {
  const listed = reporters.filter(({ kind }) => kind === 'CITY_UNIT' || kind === 'COLLEGE')
  const rows = listed.map(({ id, kind }) => [
    'ZQ-2019-MONTH',
    id,
    kind === 'COLLEGE' ? '大中专院校' : '市直单位',
    '441200',
  ])
  return [['专项行动编号', '组织编号', '类别', '所在区划'], ...rows]
}

const CITY_UNITS = [
  'ZQ-XCB',
  'ZQ-JGGW',
  'ZQ-TSW',
  'ZQ-WMB',
  'ZQ-MZJ',
  'ZQ-SGW',
  'ZQ-ZLH',
  'ZQ-WGXJ',
  'ZQ-KJJ',
  'ZQ-DAG',
  'ZQ-XHGLJ',
  'ZQ-GYCJ',
]

interface Named {
  readonly id: string
  readonly name: { readonly zh: string }
  readonly aliases?: readonly string[]
}

interface Policy {
  readonly organizations: readonly Named[]
  readonly reporters: readonly (Omit<Named, 'id'> & {
    readonly kind: Reporter['kind']
    readonly organization: string
  })[]
  readonly obligations: readonly {
    readonly template: string
    readonly periods: readonly Period[]
  }[]
}

function reporterOf(kind: Reporter['kind'], { id, name, aliases = [] }: Named): Reporter {
  const short = kind === 'COUNTY' ? aliases[1] : kind === 'CITY_UNIT' ? aliases[0] : undefined
  return { id, kind, name: name.zh, short: short ?? name.zh }
}

async function readPolicy(id: string): Promise<Policy> {
  return JSON.parse(await readFile(new URL(`policies/${id}.json`, REAL), 'utf8')) as Policy
}
