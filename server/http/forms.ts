import { type Request, type Response, Router } from 'express'
import type { Form } from '../../schema/forms/form.ts'
import { findForm } from '../../schema/forms/shelf.ts'
import type { Prefilled } from '../intake/blanks/filled.ts'
import { writeBlank } from '../intake/blanks/write.ts'
import { knownWorld } from '../intake/known.ts'
import type { World } from '../intake/world.ts'
import type { Hub } from './hub.ts'

const OFFICE = 'application/vnd.openxmlformats-officedocument'
const TYPES: Readonly<Record<string, string>> = {
  xlsx: `${OFFICE}.spreadsheetml.sheet`,
  docx: `${OFFICE}.wordprocessingml.document`,
}

/** /forms/ZQ19-FORM.xlsx — a blank; `?org=` and `?week=` fill in unit, reporter and period. */
export function blankForms(hub: Hub): Router {
  const router = Router()
  router.get('/forms/:name', async (request, response) => {
    const { code, format } = partsOf(request.params.name)
    const form = code === undefined ? undefined : findForm(code)
    const world = form && (await knownWorld(hub.store.read))
    const bytes =
      form &&
      world &&
      (await writeBlank(form, format, world, prefilled(form, world, request.query)))
    if (!bytes) return notFound(request, response)
    response.setHeader('Content-Type', TYPES[format] as string)
    response.setHeader('Content-Disposition', `attachment; filename="${code}.${format}"`)
    response.setHeader('Cache-Control', 'public, max-age=300')
    response.send(bytes)
  })
  return router
}

function prefilled(form: Form, world: World, query: Request['query']): Prefilled {
  const { org, week } = query
  const id = `organization:${String(org ?? '').replace(/^organization:/, '')}`
  const unit = world.organizations.find((one) => one.id === id)?.nameZh ?? ''
  const periods = world.obligations
    .filter((one) => one.template === form.code)
    .flatMap((one) => one.periods)
  const period = periods.find((one) => one.code === week) ?? null
  return { unit, period }
}

function partsOf(name: string): { code: string | undefined; format: string } {
  const [, code, format = ''] = /^(.+)\.(xlsx|docx)$/.exec(name) ?? []
  return { code, format }
}

function notFound(request: Request, response: Response): void {
  const message = `There is no such blank: '${request.path}'. The list is at /zh/data.`
  response.status(404).json({ errors: [{ message, extensions: { code: 'NOT_FOUND' } }] })
}
