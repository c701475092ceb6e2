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
  // The oldest browsers that the pages are made for: the WebView of old phones, and Safari of 2020.
  vite: { build: { assetsInlineLimit: 0, target: ['chrome86', 'safari14'] } },
})
