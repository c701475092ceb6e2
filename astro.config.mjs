import node from '@astrojs/node'
import { defineConfig } from 'astro/config'

export default defineConfig({
  srcDir: './portal',
  publicDir: './portal/public',
  outDir: './dist/portal',
  output: 'server',
  adapter: node({ mode: 'middleware' }),
  trailingSlash: 'ignore',
  compressHTML: true,
  devToolbar: { enabled: false },
  // The policy of the hub's pages allows no inline script and no inline style.
  build: { inlineStylesheets: 'never' },
  vite: { build: { assetsInlineLimit: 0 } },
})
