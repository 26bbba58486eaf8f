/** The browsers inside npm packages, and the fonts every test browser can draw Chinese with. */
import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { chineseFontFiles } from '../../data/font-files'

export interface BrowserProgram {
  executablePath: string
  env: { [name: string]: string }
}

/**
 * The packages with a browser inside: the setting that makes each unpack the libraries a bare system lacks too, and the
 * folder they come into.
 */
const packages = {
  '@sparticuz/chromium': { runtime: 'AWS_Lambda_nodejs20.x', libraries: 'al2023/lib' },
  'chromium-109': { runtime: 'AWS_Lambda_nodejs18.x', libraries: 'aws/lib' },
} as const satisfies { [name: string]: { runtime: string; libraries: string } }
type BrowserPackage = keyof typeof packages

/** Whether the packages carry a build for this machine. */
export const packagedBrowserRuns = process.platform === 'linux' && process.arch === 'x64'

/**
 * The Chromium of a package, with no fonts but the packaged ones: the same pixels on every machine. Unpacked once a
 * version into the temporary folder. Throws on a machine it has no build for.
 */
export async function packagedBrowser(name: BrowserPackage = '@sparticuz/chromium'): Promise<BrowserProgram> {
  if (!packagedBrowserRuns) throw new Error(`no packaged browser for ${process.platform} ${process.arch}`)
  const folder = join(tmpdir(), `yulan-chromium-${packageVersion(name)}`)
  if (!existsSync(join(folder, 'chromium'))) await unpack(name, folder)
  return {
    executablePath: join(folder, 'chromium'),
    env: { ...fontSettings(false), LD_LIBRARY_PATH: join(folder, packages[name].libraries) },
  }
}

function packageVersion(name: BrowserPackage): string {
  const entry = createRequire(import.meta.url).resolve(name)
  const folder = entry.slice(0, entry.lastIndexOf(name) + name.length)
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return version
}

/**
 * In a process of its own, because the package unpacks into whatever the temporary folder is; renamed when it is whole,
 * because several processes may want it at once.
 */
async function unpack(name: BrowserPackage, folder: string): Promise<void> {
  const staging = mkdtempSync(join(tmpdir(), 'yulan-unpacking-'))
  const script = `import('${name}').then(({ default: packaged }) => packaged.executablePath())`
  const env = { ...process.env, TMPDIR: staging, AWS_EXECUTION_ENV: packages[name].runtime }
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], { env })
  try {
    renameSync(staging, folder)
  } catch (error) {
    if (!existsSync(join(folder, 'chromium'))) throw error
    rmSync(staging, { recursive: true, force: true })
  }
}

/**
 * Environment that lets a browser draw with the packaged fonts: besides the system's own, or with nothing else. Empty
 * where fonts are not found through fontconfig.
 */
export function fontSettings(withSystemFonts: boolean): { [name: string]: string } {
  if (process.platform !== 'linux') return {}
  const folder = join(tmpdir(), 'yulan-fonts')
  const file = join(folder, withSystemFonts ? 'with-system.conf' : 'packaged.conf')
  const folders = Object.values(chineseFontFiles).map((path) => `<dir>${dirname(path)}</dir>`)
  mkdirSync(folder, { recursive: true })
  const system = withSystemFonts ? '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>' : ''
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${system}${folders.join('')}<cachedir>${folder}/cache</cachedir></fontconfig>\n`,
  )
  return { FONTCONFIG_FILE: file }
}
