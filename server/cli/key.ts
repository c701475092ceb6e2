import type { Command } from 'commander'
import { parse } from '../../schema/tables/row.ts'
import type { Settings } from '../config.ts'
import { audit, firstBreak, readAudit } from '../records/audit.ts'
import { createKey, isLive, listKeys, revokeKey, SCOPES } from '../records/key.ts'
import { openHub } from './database.ts'

interface Options {
  readonly holder: string
  readonly scope: string[]
  readonly office?: string[]
  readonly days: string
  readonly json?: true
}

export function keyCommand(program: Command, settings: () => Settings): void {
  const key = program.command('key').description('keys of offices and partners')
  key
    .command('create')
    .description('make a key; it is shown once and kept only as a hash')
    .requiredOption('--holder <name>', 'whose key it is: an office or a program, never a person')
    .requiredOption('--scope <scope...>', `what it may do: ${SCOPES.join(', ')}`)
    .option('--office <organization...>', 'the offices that it may file for')
    .option('--days <days>', 'how long it is good for', '365')
    .option('--json', 'as JSON')
    .action(async (options: Options) => {
      const known = settings()
      const { store } = await openHub(known)
      try {
        const offices = (options.office ?? []).map((one) =>
          one.startsWith('organization:') ? one : `organization:${one}`,
        )
        const wanted = { holder: options.holder, scopes: options.scope, offices }
        const now = known.HUB_NOW()
        const made = await createKey(store.write, { ...wanted, days: Number(options.days) }, now)
        const { id, expiresAt } = made
        await audit(store.write, {
          at: now.toISOString(),
          actor: 'hub',
          action: 'key create',
          subject: id,
        })
        console.log(
          options.json
            ? JSON.stringify(made)
            : `${made.key}\n${id}, good until ${expiresAt.slice(0, 10)}. It is not shown again.`,
        )
      } finally {
        await store.close()
      }
    })
  key
    .command('list')
    .description('every key, without the key itself')
    .option('--json', 'as JSON')
    .action(async (options: { json?: true }) => {
      const known = settings()
      const { store } = await openHub(known)
      try {
        const keys = (await listKeys(store.read)).map(({ sha256: _hash, ...one }) => ({
          ...one,
          scopes: parse(one.scopes),
          offices: parse(one.offices),
          live: isLive({ ...one, sha256: '' }, known.HUB_NOW()),
        }))
        const plain = keys.map(
          (one) =>
            `${one.id}  ${one.prefix}…  ${one.live ? 'live' : 'ended'}  ${one.scopes.join(',')}  ` +
            `${one.holder}  until ${one.expiresAt.slice(0, 10)}  ${one.offices.join(' ')}`,
        )
        console.log(options.json ? JSON.stringify(keys, null, 2) : plain.join('\n'))
      } finally {
        await store.close()
      }
    })
  key
    .command('revoke <id>')
    .description('end a key now')
    .action(async (id: string) => {
      const known = settings()
      const { store } = await openHub(known)
      try {
        const now = known.HUB_NOW()
        await revokeKey(store.write, id, now)
        const at = now.toISOString()
        await audit(store.write, { at, actor: 'hub', action: 'key revoke', subject: id })
        console.log(`${id} is revoked.`)
      } finally {
        await store.close()
      }
    })
}

export function auditCommand(program: Command, settings: () => Settings): void {
  program
    .command('audit')
    .description('what was done and by whom; ends with 3 where the chain is broken')
    .option('--json', 'as JSON')
    .action(async (options: { json?: true }) => {
      const { store } = await openHub(settings())
      try {
        const lines = await readAudit(store.read)
        const plain = lines.map(({ number, at, actor, action, subject }) =>
          [number, at, actor, action, subject].join('  '),
        )
        console.log(options.json ? JSON.stringify(lines, null, 2) : plain.join('\n'))
        const broken = firstBreak(lines)
        if (broken === null) return
        process.stderr.write(`The log is broken at line ${broken}.\n`)
        process.exitCode = 3
      } finally {
        await store.close()
      }
    })
}
