export default function DataPage() {
  return <p>…</p>;
}
