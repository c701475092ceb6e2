import { defineMiddleware } from 'astro:middleware'
import { isLang } from './lib/view.ts'

/** Pages exist in two languages; any other first step of a path is not found. */
export const onRequest = defineMiddleware((context, next) => {
  const known = !context.routePattern.startsWith('/[lang]') || isLang(context.params.lang)
  return known ? next() : new Response(null, { status: 404 })
})
