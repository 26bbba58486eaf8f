/** The one call of mapshaper that is used; the package ships no types, and in an ES module only a default export. */
declare module 'mapshaper' {
  const mapshaper: {
    applyCommands(commands: string, input: Record<string, string>): Promise<Record<string, string | Uint8Array>>
  }
  export default mapshaper
}
