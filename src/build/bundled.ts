/** Bundles that stand beside the site's own: workers, and the single file. */
import { build, type Plugin, type ResolvedConfig, type Rolldown } from 'vite'

/** Returns a module and all it imports as one classic script and one style sheet. Throws if it became more than one. */
export async function bundled(
  config: ResolvedConfig,
  input: string,
  plugins: Plugin[],
): Promise<{ script: string; style: string }> {
  const output = (await build({
    configFile: false,
    root: config.root,
    mode: config.mode,
    base: './',
    logLevel: 'error',
    plugins,
    build: {
      write: false,
      target: 'es2022',
      cssCodeSplit: false,
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: { main: input },
        output: { format: 'iife', name: 'yulanApplication', codeSplitting: false },
      },
    },
  })) as Rolldown.RolldownOutput | Rolldown.RolldownOutput[]
  const made = (Array.isArray(output) ? output : [output]).flatMap((one) => one.output)
  const chunks = made.filter((one) => one.type === 'chunk')
  if (chunks.length !== 1)
    throw new Error(`${input} became ${chunks.length} scripts: ${chunks.map(({ fileName }) => fileName).join()}`)
  const style = made.flatMap((one) =>
    one.type === 'asset' && one.fileName.endsWith('.css') ? [String(one.source)] : [],
  )
  return { script: chunks[0]?.code ?? '', style: style.join('\n') }
}
