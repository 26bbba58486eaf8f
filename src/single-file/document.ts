/** Puts the single file together. Pure. */
import { deflateSync } from 'fflate'
import { fileBlock, openedBlock } from './opened'

/** A file of the application inside the page. */
export interface FilePart {
  name: string
  content: string | Uint8Array
}

/** What the single file is made of. */
export interface SingleFileParts {
  script: string
  style: string
  files: readonly FilePart[]
  /** Returns a text's hash as a source of a content policy has it. */
  hash: (text: string) => string
}

/** What a browser without the needed means is told; the application removes it. */
const tooOld = '这个浏览器太旧，打不开交互地图，上面是静态地图。请用 Chrome 或 Edge 103、Firefox 113 或更新的版本打开。'

/**
 * Returns the page of the site with everything it needs inside, and a policy that lets it ask for nothing. Throws for a
 * page that is not as the site builds it.
 */
export function withoutModules(page: string, { script, style, files, hash }: SingleFileParts): string {
  const code = `function yulanStart(){${inScript(script)}\n}\n${inScript(unpacking)}`
  const sheet = inStyle(style)
  const policy = [
    "default-src 'none'",
    `script-src ${hash(code)}`,
    `style-src ${hash(sheet)}`,
    'worker-src blob:',
    'img-src data: blob:',
    'connect-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  const blocks = files.map(({ name, content }) => fileBlock(name, deflateSync(bytesOf(content), { level: 9 })))
  const head = [`<meta http-equiv="Content-Security-Policy" content="${policy}">`, `<style>${sheet}</style>`]
  const bare = page
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '')
    .replace(/<link rel="(stylesheet|modulepreload|manifest)"[^>]*>/g, '')
    .replace(/<script type="module"[^>]*><\/script>/g, '')
    .replace(/(<p id="not-started">)[\s\S]*?<\/p>/, (_, open: string) => `${open}${tooOld}</p>`)
  if (!bare.includes('</head>') || !bare.includes('</body>')) throw new Error('the page has no head or body to fill')
  return bare
    .replace('<meta charset="utf-8" />', (charset) => [charset, ...head].join('\n'))
    .replace('</body>', () => [openedBlock({}), ...blocks, `<script>${code}</script>`, '</body>'].join('\n'))
}

/** Unpacks the blocks into addresses that fetch and workers take, and starts the application. */
const unpacking = `(async function(){
var files={};
for(var block of document.querySelectorAll('script[data-file]')){
var text=atob(block.textContent),bytes=new Uint8Array(text.length);
for(var at=0;at<text.length;at++)bytes[at]=text.charCodeAt(at);
var stream=new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
var name=block.getAttribute('data-file'),type=/\\.js$/.test(name)?'text/javascript':/json$/.test(name)?'application/json':/\\.png$/.test(name)?'image/png':'application/octet-stream';
files[name]=URL.createObjectURL(new Blob([await new Response(stream).arrayBuffer()],{type:type}));
block.remove();
}
globalThis.yulanFiles=files;
yulanStart();
})();`

const bytesOf = (content: string | Uint8Array) =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content

/** A script ends at its own end tag only. */
const inScript = (code: string) => code.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--')
const inStyle = (css: string) => css.replaceAll('</style', '<\\/style')
