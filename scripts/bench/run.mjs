// Started by scripts/bench.mjs with the address of one bench; answers with its name and figures.
const [address] = process.argv.slice(2);
const bench = await import(address ?? '');
if (typeof bench.name !== 'string' || typeof bench.run !== 'function') {
  throw new Error(`${address} must export name and run()`);
}
const figures = await bench.run();
// Wait for the message to be out: a bench may leave handles open, so the end is explicit.
process.send?.({ name: bench.name, figures }, undefined, undefined, () => process.exit(0));
