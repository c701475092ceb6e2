/// <reference types="astro/client" />

type HubLocals = import('./lib/ask.ts').Locals

declare namespace App {
  interface Locals extends HubLocals {}
}
