import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { filledForm, PERIODS } from '../helpers/forms.ts'
import { newDatabase } from '../helpers/hub.ts'

// The command line as an office runs it: processes, files, exit codes, and a power cut.

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const MAIN = ['--import', './server/setup/runtime.mjs', '--import', 'tsx', 'server/main.ts']
let folder: string
let url: string
let remove: () => Promise<void>

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'linzhan-cli-'))
  ;({ url, remove } = await newDatabase('sqlite', true))
})
afterAll(async () => {
  await remove()
  rmSync(folder, { recursive: true, force: true })
})

const environment = (extra: Record<string, string> = {}) => ({
  ...process.env,
  DATABASE_URL: url,
  ...extra,
})
const hub = (args: readonly string[], extra: Record<string, string> = {}) => {
  const done = spawnSync(process.execPath, [...MAIN, ...args], {
    cwd: ROOT,
    env: environment(extra),
    encoding: 'utf8',
    timeout: 60_000,
  })
  return { code: done.status, out: done.stdout, err: done.stderr }
}
const form = async (
  name: string,
  personTimes: string | number,
  period = PERIODS.FINAL as string,
) => {
  const file = join(folder, name)
  const rows = [{ name: '清洁家园（肇庆开放大学）', personTimes, hours: 60 }]
  writeFileSync(file, await filledForm({ reporter: '肇庆开放大学', period, rows }))
  return file
}

describe('hub', () => {
  it('check without a database judges by the pantry, and makes none', async () => {
    const nowhere = join(folder, 'none', 'hub.sqlite')
    const { code, out } = hub(['check', await form('a.xlsx', 40), '--json'], {
      DATABASE_URL: `sqlite:${nowhere}`,
    })
    expect(code).toBe(0)
    const [file] = JSON.parse(out).files
    expect(file.verdict).toBe('ACCEPTED')
    expect(file.forms[0].reporter).toEqual({
      raw: '肇庆开放大学',
      organization: 'organization:ZQ-0003',
      region: '441200',
    })
    expect(file.forms[0].period).toEqual({ from: '2019-03-01', to: '2019-03-31' })
    expect(file.forms[0].rows[0].cells.volunteerPersonTimes).toEqual({
      cell: 'C5',
      raw: '40',
      value: 40,
      qualifier: 'EXACT',
    })
    expect(existsSync(nowhere)).toBe(false)
  })

  it('check names the cell, writes the marked workbook, and ends with 3', async () => {
    const marked = join(folder, 'marked')
    const { code, out } = hub(['check', await form('b.xlsx', '200-300人'), '--mark', marked])
    expect(code).toBe(3)
    expect(out).toContain('统计表!C5 E_RANGE')
    expect(readdirSync(marked)).toEqual(['b.xlsx'])
  })

  it('check asks the database for the positions that a register gives', () => {
    const file = join(folder, 'stations.csv')
    const head = '站点编号,站点名称,站点类别,场所类型,所在区划,经度,纬度,坐标系'
    writeFileSync(
      file,
      `${head}\n441202-9001,端州区示例站,城乡社区,社区,441202,23.06,112.41,WGS-84\n`,
    )
    const { code, out, err } = hub(['check', file, '--json'])
    expect(err).toBe('')
    expect(code).toBe(0)
    expect(out).toContain('W_COORD_SWAPPED')
  })

  it('check and template want a database of the newest shape, and do not make it so', () => {
    const file = join(folder, 'unmade.sqlite')
    writeFileSync(file, '')
    const { code, err } = hub(['template', 'ZQ19-FORM'], { DATABASE_URL: `sqlite:${file}` })
    expect(code).toBe(78)
    expect(err).toContain(`The database lacks '0001_first_tables'`)
    expect(err).toContain('hub migrate')
  })

  it('template writes a blank that is read as its own form', () => {
    const blank = join(folder, 'blank.xlsx')
    expect(hub(['template', 'ZQ19-FORM', '--out', blank]).code).toBe(0)
    const { out } = hub(['check', blank, '--json'])
    expect(JSON.parse(out).files[0].forms[0]).toMatchObject({
      template: 'ZQ19-FORM',
      nil: true,
      rows: [],
    })
  })

  it('import, the same again, withdraw: 0, 4, 0', async () => {
    const file = await form('c.xlsx', 77)
    const first = hub(['import', file, '--received-at', '2019-04-02T10:00:00+08:00', '--json'])
    expect(first.code).toBe(0)
    const { receipt } = JSON.parse(first.out).files[0].forms[0]
    expect(receipt).toMatchObject({
      due: '2019-04-03T15:59:59.000Z',
      daysLate: 0,
      alreadyFiled: false,
      revision: 176,
    })
    expect(hub(['import', file]).code).toBe(4)
    expect(hub(['withdraw', receipt.submission]).code).toBe(0)
    expect(hub(['withdraw', receipt.submission]).code).toBe(4)
    expect(hub(['verify']).out).toContain('whole up to revision 177')
  })

  it('under approval a form waits at the desk, is released there, and one value of it erased', async () => {
    const file = await form('approval.xlsx', 44, PERIODS.W2)
    const filed = hub(['import', file, '--json'], { HUB_PUBLISH: 'approval' })
    const { receipt } = JSON.parse(filed.out).files[0].forms[0]
    expect([filed.code, receipt.awaiting]).toEqual([0, true])
    const item = `release-${receipt.submission.replace('submission:', '')}`
    expect(hub(['desk']).out).toContain(item)
    expect(hub(['decide', item, 'accept', '--reason', '核对无误']).code).toBe(0)
    expect(hub(['desk']).out).not.toContain(item)
    const erased = hub(['erase', receipt.submission, 'fileName', '--reason', '当事人要求'])
    expect(erased.out).toContain(`删除：${receipt.submission} 的 fileName。理由：当事人要求`)
    expect(hub(['verify']).code).toBe(0)
  })

  it('wrong words and wrong settings have exit codes of their own', () => {
    expect(hub(['chekc']).code).toBe(2)
    expect(hub(['template', 'NONE']).code).toBe(2)
    expect(hub(['verify'], { HUB_SED: 'x' })).toMatchObject({
      code: 78,
      err: 'There is no setting HUB_SED. Did you mean HUB_SEED?\n',
    })
    expect(hub(['check', join(folder, 'missing.xlsx')]).code).toBe(74)
    expect(hub(['verify'], { DATABASE_URL: 'postgres://hub:hub@127.0.0.1:1/none' }).code).toBe(69)
  })

  it('backup and restore keep number and hash; a restore never goes back', async () => {
    const copy = join(folder, 'copy.sqlite')
    expect(hub(['backup', copy]).code).toBe(0)
    const empty = { DATABASE_URL: `sqlite:${join(folder, 'other.sqlite')}` }
    const before = JSON.parse(hub(['verify', '--json']).out)
    expect(hub(['restore', copy], empty).code).toBe(0)
    expect(JSON.parse(hub(['verify', '--json'], empty).out)).toEqual(before)
    expect(hub(['import', await form('d.xlsx', 12)], empty).code).toBe(0)
    const refused = hub(['restore', copy], empty)
    expect(refused.code).toBe(4)
    expect(refused.err).toContain('numbers never go back')
  })

  it('a real database is never fed with demonstration data', () => {
    const real = { DATABASE_URL: `sqlite:${join(folder, 'real.sqlite')}`, HUB_SEED: 'real' }
    expect(hub(['verify'], real).code).toBe(0)
    expect(
      hub(['generate', '--stations', '10', '--seed', 'x'], { DATABASE_URL: real.DATABASE_URL })
        .code,
    ).toBe(4)
  })
})

describe('a power cut', () => {
  it('in the middle of imports leaves a whole revision, every time', async () => {
    const { url: own, remove: removeOwn } = await newDatabase('sqlite')
    const env = environment({ DATABASE_URL: own, PORT: '0' })
    for (let round = 0; round < 10; round++) {
      const child = spawn(process.execPath, [...MAIN, 'serve', '--first-start'], {
        cwd: ROOT,
        env,
        stdio: 'ignore',
      })
      await pause(1200 + round * 150)
      await killed(child)
      const { code, out, err } = hub(['verify'], { DATABASE_URL: own })
      expect(code, `round ${round}: ${out} ${err}`).toBe(0)
    }
    await removeOwn()
  }, 120_000)
})

describe('the server', () => {
  it('begins, is ready, and ends with 0 on SIGTERM; a second start writes almost nothing', async () => {
    const file = url.replace('sqlite:', '')
    const child = spawn(process.execPath, [...MAIN, 'serve', '--first-start'], {
      cwd: ROOT,
      env: environment({ PORT: '0' }),
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const before = statSync(file).size
    const address = await addressOf(child)
    expect((await fetch(`${address}/readyz`)).status).toBe(200)
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
    expect(statSync(file).size - before).toBeLessThan(2_000_000)
  })
})

async function killed(child: ChildProcess): Promise<void> {
  const end = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await end
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    child.stdout?.on('data', (part) => {
      text += part
      const found = /http:\/\/[\d.]+:\d+/.exec(text)
      if (found) resolve(found[0])
    })
    child.once('exit', (code) => reject(new Error(`ended with ${code}`)))
  })
}
