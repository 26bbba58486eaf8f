export function Statistics() {
  return <p />
}
