/** The head of the pages that are read without script. Pure. */
import { escaped } from '../escape'

/** What a head says of its page; `style` is the address of its style sheet. */
export interface PageHead {
  title: string
  description: string
  style: string
  contentSecurityPolicy: string
  /** The preview image for chat cards. */
  image?: { address: string; isPng: boolean }
  /** Where the page leads at once. */
  redirect?: string
}

/** Returns a page's text up to the end of its head. */
export function pageHead({ title, description, style, contentSecurityPolicy, image, redirect }: PageHead): string {
  const [name, words] = [escaped(`${title} · 渝览`), escaped(description)]
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(contentSecurityPolicy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${name}</title>
<meta name="description" content="${words}">
<meta property="og:type" content="website">
<meta property="og:site_name" content="渝览">
<meta property="og:title" content="${name}">
<meta property="og:description" content="${words}">${image ? imageMeta(image) : ''}${redirect ? `\n<meta http-equiv="refresh" content="0; url=${redirect}">` : ''}
<link rel="stylesheet" href="${style}">
</head>`
}

const imageMeta = ({ address, isPng }: NonNullable<PageHead['image']>) => `
<meta property="og:image" content="${escaped(address)}">
<meta property="og:image:type" content="image/${isPng ? 'png' : 'svg+xml'}">
<meta property="og:image:width" content="1200">
<meta property="og:image:height" content="630">
<meta name="twitter:card" content="summary_large_image">`
