import type { Command } from 'commander'
import { obligationStates } from '../../schema/terms/submission.ts'
import { label } from '../../schema/terms/term.ts'
import { endOfShanghaiDay, shanghaiDate } from '../clock.ts'
import type { Settings } from '../config.ts'
import { EXIT, HubError } from '../errors.ts'
import { getByIds } from '../records/asof.ts'
import { type Duty, readCalendar } from '../records/calendar.ts'
import { newestRevision } from '../records/revision.ts'
import type { Store } from '../store/open.ts'
import { openHub } from './database.ts'

interface Options {
  readonly on?: string
  readonly org?: string
  readonly campaign?: string
  readonly json?: true
}

export function calendarCommand(program: Command, settings: () => Settings): void {
  program
    .command('calendar')
    .description('who owes which form by when, and what became of it')
    .option('--on <date>', 'as it stood at the end of that day; by default now')
    .option('--org <organization>', 'of one office only')
    .option('--campaign <campaign>', 'of one campaign only')
    .option('--json', 'as JSON')
    .action(async (options: Options) => {
      const known = settings()
      const { store } = await openHub(known)
      try {
        const { number: at } = await newestRevision(store.read)
        const duties = await readCalendar(store.read, at, momentOf(options.on, known), {
          organization: idOf('organization', options.org),
          campaign: idOf('campaign', options.campaign),
        })
        const lines = await told(store, duties, at)
        console.log(options.json ? JSON.stringify(lines, null, 2) : lines.map(plain).join('\n'))
      } finally {
        await store.close()
      }
    })
}

function momentOf(on: string | undefined, known: Settings): Date {
  if (on === undefined) return known.HUB_NOW()
  if (/^\d{4}-\d{2}-\d{2}$/.test(on)) return new Date(endOfShanghaiDay(on))
  throw new HubError('USAGE', `--on must be a day such as 2019-03-08, got '${on}'.`, EXIT.USAGE)
}

const idOf = (type: string, text: string | undefined) =>
  text === undefined ? null : text.startsWith(`${type}:`) ? text : `${type}:${text}`

async function told(store: Store, duties: readonly Duty[], at: number) {
  const ids = [...new Set(duties.map((duty) => duty.organization))]
  const offices = await getByIds(store.read, 'organization', ids, at)
  const names = new Map(offices.map((one) => [one.id, one.nameZh]))
  return duties.map(({ obligation, organization, period, due, state, submission, daysLate }) => ({
    due,
    state,
    daysLate,
    template: obligation.template,
    period: { from: period.from, to: period.to },
    organization,
    name: names.get(organization) ?? organization,
    submission,
  }))
}

function plain(line: Awaited<ReturnType<typeof told>>[number]): string {
  const { due, state, daysLate, template, period, name } = line
  const late = daysLate ? ` ${daysLate}天` : ''
  const said = `${label(obligationStates, state, 'zh')}${late}`
  return `${shanghaiDate(due)}  ${said}  ${template} ${period.from}–${period.to}  ${name}`
}
