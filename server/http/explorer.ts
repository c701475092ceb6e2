import { fileURLToPath } from 'node:url'
import express, { Router } from 'express'

const FOLDER = fileURLToPath(new URL('./explorer', import.meta.url))

/** A page to try queries on, served from here alone; programs that ask for JSON pass by. */
export function explorer(): Router {
  const router = Router()
  router.use('/explorer', express.static(FOLDER, { index: false, maxAge: '1h' }))
  router.get('/', (request, response, next) => {
    const wantsPage =
      request.accepts(['json', 'html']) === 'html' && request.query.query === undefined
    if (!wantsPage) return next()
    response.sendFile('explorer.html', { root: FOLDER })
  })
  return router
}
