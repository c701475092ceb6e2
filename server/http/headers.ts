import type { RequestHandler } from 'express'
import helmet from 'helmet'
import type { Tiles } from './tiles.ts'

/**
 * What every answer carries: nothing is fetched from elsewhere, guessed by type or framed by others, but charts and lists to be embedded;
 * no cookie exists; pictures of a map come from where the office has chosen. The position of a phone may be asked for by this site alone.
 */
export function securityHeaders(tiles: Tiles | null): RequestHandler[] {
  return [
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          scriptSrc: ["'self'"],
          styleSrc: ["'self'"],
          imgSrc: ["'self'", 'data:', ...(tiles?.origins ?? [])],
          connectSrc: ["'self'"],
          fontSrc: ["'self'"],
          manifestSrc: ["'self'"],
          formAction: ["'self'"],
          baseUri: ["'none'"],
          objectSrc: ["'none'"],
          frameAncestors: [({ url }) => (isEmbedded(url) ? '*' : "'none'")],
        },
      },
      referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
      crossOriginResourcePolicy: { policy: 'cross-origin' }, // open data may be read from anywhere
    }),
    ({ url }, response, next) => {
      if (isEmbedded(url)) response.removeHeader('X-Frame-Options')
      response.setHeader('Permissions-Policy', 'geolocation=(self)')
      next()
    },
  ]
}

const EXPOSED = 'ETag, Retry-After, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset'

/** Charts and lists are made for the pages of others. */
const isEmbedded = (url = '') => /^\/(zh|en)\/embed\//.test(url)

/** Open data and the graph may be read by pages of other sites; there is nothing private to send along. */
export const openToAll: RequestHandler = (request, response, next) => {
  response.setHeader('Access-Control-Allow-Origin', '*')
  response.setHeader('Access-Control-Expose-Headers', EXPOSED)
  if (request.method !== 'OPTIONS') return next()
  response.setHeader('Access-Control-Allow-Methods', 'GET, POST, OPTIONS')
  response.setHeader('Access-Control-Allow-Headers', 'content-type, apollo-require-preflight')
  response.status(204).end()
}
