export function PrintGate() {
  return null;
}
