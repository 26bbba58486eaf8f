/** Writes the service worker with the list of what it keeps, and the manifest by which the map is installed as an app. */
import { createHash } from 'node:crypto'
import { Resvg } from '@resvg/resvg-js'
import type { Plugin, ResolvedConfig, Rolldown } from 'vite'
import { bundled } from '../build/bundled'
import { isKept, type Kept } from './rules'

const workerName = 'service-worker.js'
const iconSizes = [192, 512] as const
const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" fill="#b4432f"/><path d="M8 3.5v9M3.5 8h9M5 5l6 6M11 5l-6 6" stroke="#fff" stroke-width="1.2"/></svg>`

/** Returns the plugin. It comes last, when all other files are there. */
export function offlinePlugin(): Plugin {
  let config: ResolvedConfig
  return {
    name: 'yulan-offline',
    apply: 'build',
    enforce: 'post',
    configResolved(resolved) {
      config = resolved
    },
    transformIndexHtml: (html) =>
      html.replace('</title>', '</title>\n    <link rel="manifest" href="./manifest.webmanifest" />'),
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        if (!bundle['index.html']) return
        const on = config.env.VITE_OFFLINE !== 'off'
        const { script } = await bundled(config, `src/offline/${on ? 'service-worker' : 'kill-switch'}.ts`, [
          keptModule(keptFiles(bundle)),
        ])
        this.emitFile({ type: 'asset', fileName: workerName, source: script })
        this.emitFile({ type: 'asset', fileName: 'manifest.webmanifest', source: manifestText() })
        for (const size of iconSizes)
          this.emitFile({ type: 'asset', fileName: `icon-${size}.png`, source: iconPng(size) })
      },
    },
  }
}

/** Returns the files the worker keeps, with a version that changes with any of them. */
export function keptFiles(bundle: Rolldown.OutputBundle): Kept {
  const files = Object.keys(bundle).filter(isKept).sort()
  const hash = createHash('sha256')
  for (const name of files) {
    const file = bundle[name]
    hash.update(name).update('\0')
    hash.update(file?.type === 'chunk' ? file.code : (file?.source ?? ''))
  }
  return { version: hash.digest('hex').slice(0, 12), files }
}

function keptModule(kept: Kept): Plugin {
  const id = 'virtual:yulan-kept'
  return {
    name: 'yulan-kept',
    resolveId: (asked) => (asked === id ? `\0${id}` : undefined),
    load: (asked) => (asked === `\0${id}` ? `export const kept = ${JSON.stringify(kept)}\n` : undefined),
  }
}

const manifestText = () =>
  JSON.stringify({
    name: '渝览',
    short_name: '渝览',
    lang: 'zh-CN',
    start_url: './',
    scope: './',
    display: 'standalone',
    background_color: '#f3ede0',
    theme_color: '#b4432f',
    icons: iconSizes.map((size) => ({
      src: `icon-${size}.png`,
      sizes: `${size}x${size}`,
      type: 'image/png',
      purpose: 'any maskable',
    })),
  })

const iconPng = (size: number) => new Resvg(icon, { fitTo: { mode: 'width', value: size } }).render().asPng()
