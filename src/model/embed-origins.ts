/**
 * The setting `VITE_EMBED_ORIGINS`: which pages may control an embedded map. The build reads it, and stops at a
 * mistake; the page reads it too.
 */

/** What the setting `VITE_EMBED_ORIGINS` says. */
export interface EmbedOrigins {
  /** As the browser writes them, so that they can be compared. */
  origins: readonly string[]
  /** Each word of the setting that names no page, and what to write. */
  problems: readonly { text: string; sentence: string }[]
}

/** Returns the origins a setting names, separated by commas or spaces; the path of an address is ignored. */
export function embedOrigins(setting: string | undefined): EmbedOrigins {
  const written = (setting ?? '').split(/[\s,，;；]+/).filter(Boolean)
  const read = written.map((text) => ({ text, problem: problemOf(text) }))
  return {
    origins: [...new Set(read.flatMap(({ text, problem }) => (problem ? [] : [new URL(text).origin])))],
    problems: read.flatMap(({ text, problem }) => (problem ? [{ text, sentence: problem }] : [])),
  }
}

function problemOf(text: string): string | undefined {
  if (text.includes('*')) return '不能用 * 代表许多来源，请逐个写出，如 https://www.example.org'
  if (!URL.canParse(text) || !text.includes('://'))
    return '不是网页的来源，应以 https:// 或 http:// 开头，如 https://www.example.org'
  const { protocol, username } = new URL(text)
  if (!/^https?:$/.test(protocol)) return `${protocol} 的网页没有可认的来源，只能是 https:// 或 http://`
  return username ? '不要带用户名' : undefined
}
