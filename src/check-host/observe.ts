/** Asks a host for everything the rules judge. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ask } from './ask'
import { endingOf, type FileList, fileListName, type ListedFile } from './file-list'
import type { Archive, Observed } from './observed'
import { leastCompressedBytes } from './reading-rules'
import { grouped, type Reply } from './reply'
import { archiveEndings, servedTypes } from './served-types'

/** Names that no build makes. */
const nowhere = ['assets/nowhere-00000000.js', 'data/v1/nowhere.json', 's/nowhere/']

const askedAtOnce = 8

/**
 * Returns what was seen of the site at an address. `builtFolder` is the build that should be there; without it the
 * host's own list is believed. `archive` is the address of a basemap elsewhere. Rejects if a host cannot be reached.
 */
export async function observe(
  written: string,
  { builtFolder, archive }: { builtFolder?: string; archive?: string } = {},
): Promise<Observed> {
  const page = await ask(siteOf(written))
  // A host that sends everybody to https, or to one of its names, is to be judged there.
  const address = siteOf(page.address)
  const at = (path: string) => new URL(path, address).href
  const list = builtFolder === undefined ? await listAt(at(fileListName)) : listIn(builtFolder)
  const listed = list?.files ?? []
  const pages = listed.filter(({ path }) => /^[a-z]+\/([\w-]+\/)?index\.html$/.test(path))
  return {
    address,
    page,
    list,
    files: await each(listed, async (file) => ({ file, reply: await ask(at(file.path), { method: 'HEAD' }) })),
    texts: await each(largestTexts(listed), async (file) => ({
      file,
      reply: await ask(at(file.path), { headers: { 'Accept-Encoding': 'gzip, br' } }),
    })),
    archives: await each(archivesOf(listed, archive), ({ path, bytes }) => archiveAt(path, bytes, address)),
    missing: await each(nowhere, async (path) => ({ path, reply: await ask(at(path)) })),
    folders: await each(pages, async ({ path }) => {
      const folder = path.replace('index.html', '')
      return { path: folder, reply: await ask(at(folder)) }
    }),
    previews: (await each(pages, ({ path }) => previewOf(path, at(path), address))).flat(),
  }
}

/** Returns the address of the folder that a written address means. */
const siteOf = (written: string): string => {
  const { origin, pathname } = new URL(/^https?:/.test(written) ? written : `http://${written}`)
  return `${origin}${pathname.replace(/index\.html$/, '').replace(/\/*$/, '/')}`
}

async function listAt(address: string): Promise<FileList | undefined> {
  const { status, body } = await ask(address)
  if (status !== 200) return undefined
  try {
    const list = JSON.parse(body.toString()) as FileList
    return Array.isArray(list.files) ? list : undefined
  } catch {
    return undefined
  }
}

const listIn = (folder: string) => JSON.parse(readFileSync(join(folder, fileListName), 'utf8')) as FileList

const bySize = (a: ListedFile, b: ListedFile) => b.bytes - a.bytes

function largestTexts(files: readonly ListedFile[]): ListedFile[] {
  const texts = files.filter(({ path, bytes }) => servedTypes[endingOf(path)]?.isText && bytes >= leastCompressedBytes)
  return [...grouped(texts.sort(bySize), ({ path }) => endingOf(path)).values()].flatMap(([largest]) => largest ?? [])
}

function archivesOf(files: readonly ListedFile[], elsewhere: string | undefined): Pick<Archive, 'path' | 'bytes'>[] {
  const own = files.filter(({ path }) => archiveEndings.includes(endingOf(path))).sort(bySize)
  return [...own.slice(0, 1), ...(elsewhere === undefined ? [] : [{ path: elsewhere, bytes: undefined }])]
}

async function archiveAt(path: string, bytes: number | undefined, site: string): Promise<Archive> {
  const address = new URL(path, site).href
  const headers = { Range: 'bytes=0-99', Origin: new URL(site).origin }
  // A host without ranges would send all of it, which may be gigabytes.
  const asked = (more: { [name: string]: string }) =>
    ask(address, { headers: { ...headers, ...more }, mostBytes: 1000 })
  return { path, bytes, plain: await asked({}), compressed: await asked({ 'Accept-Encoding': 'gzip, br' }) }
}

async function previewOf(path: string, page: string, site: string): Promise<Observed['previews'][number][]> {
  const { body } = await ask(page)
  const image = /<meta property="og:image" content="([^"]+)"/.exec(body.toString())?.[1]
  if (image === undefined) return []
  const reply: Reply | undefined = image.startsWith(site) ? await ask(image, { method: 'HEAD' }) : undefined
  return [{ path, image, reply }]
}

/** Returns what `work` makes of every item, a few at a time, in their order. */
async function each<Item, Made>(items: readonly Item[], work: (item: Item) => Promise<Made>): Promise<Made[]> {
  const made: Made[] = []
  for (let start = 0; start < items.length; start += askedAtOnce)
    made.push(...(await Promise.all(items.slice(start, start + askedAtOnce).map(work))))
  return made
}
