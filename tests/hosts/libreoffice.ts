/** The one file that knows LibreOffice: reads office files as flat OpenDocument. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DOMParser, type Document, type Element } from '@xmldom/xmldom'
import { programPath } from './programs'

const packages = { pptx: 'libreoffice-impress', docx: 'libreoffice-writer', xlsx: 'libreoffice-calc' } as const
const flat = { pptx: 'fodp', docx: 'fodt', xlsx: 'fods' } as const

/** Returns a file as LibreOffice understands it, a document of OpenDocument. */
export function readByLibreOffice(bytes: Uint8Array, ending: keyof typeof packages): Document {
  return new DOMParser().parseFromString(converted(bytes, ending, flat[ending]).toString('utf8'), 'text/xml')
}

/** Returns a file converted by LibreOffice. */
export function converted(bytes: Uint8Array, from: string, to: string): Buffer {
  const program = programPath(['soffice'], `${Object.values(packages).join(' ')} --no-install-recommends`)
  const folder = mkdtempSync(join(tmpdir(), 'yulan-office-'))
  try {
    writeFileSync(join(folder, `file.${from}`), bytes)
    execFileSync(
      program,
      [
        '--headless',
        `-env:UserInstallation=file://${folder}/profile`,
        ...['--convert-to', to, '--outdir', folder],
        join(folder, `file.${from}`),
      ],
      { stdio: 'ignore', timeout: 100_000 },
    )
    return readFileSync(join(folder, `file.${to}`))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Returns the elements below a node with a name. */
export const all = (node: Document | Element, name: string): Element[] => [...node.getElementsByTagName(name)]

/** Returns the text of a node, without spaces: LibreOffice cuts it where the script changes. */
export const spoken = (node: Element) => squeezed(node.textContent ?? '')

/** Returns a text without spaces. */
export const squeezed = (text: string) => text.replace(/\s+/gu, '')
