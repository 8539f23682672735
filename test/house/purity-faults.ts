import type { SourceFile } from './source-files.ts';
import { isNode, type SyntaxNode, walkSyntax } from './syntax.ts';

/** Globals that bring a clock, chance, the outside or the machine into a function. */
const IMPURE_GLOBALS = new Set([
  'crypto',
  'document',
  'fetch',
  'globalThis',
  'localStorage',
  'navigator',
  'performance',
  'process',
  'queueMicrotask',
  'require',
  'setInterval',
  'setTimeout',
  'window',
  'XMLHttpRequest',
]);

const IMPURE_MEMBERS = new Set(['Date.now', 'Math.random']);

function nameOf(node: unknown): string | null {
  return isNode(node) && node.type === 'Identifier' && typeof node.name === 'string' ? node.name : null;
}

/** A name after a dot or before a colon is not the global of that name. */
function isKey(node: SyntaxNode, parent: SyntaxNode): boolean {
  if (parent.computed === true) return false;
  return parent.property === node || (parent.key === node && parent.shorthand !== true) || parent.type.startsWith('TS');
}

function impurity(node: SyntaxNode, parent: SyntaxNode): string | null {
  const name = nameOf(node);
  if (name !== null) return IMPURE_GLOBALS.has(name) && !isKey(node, parent) ? name : null;
  if (node.type === 'MemberExpression') {
    const property =
      isNode(node.property) && node.property.type === 'Literal' ? node.property.value : nameOf(node.property);
    const member = `${nameOf(node.object)}.${property}`;
    return IMPURE_MEMBERS.has(member) ? member : null;
  }
  if (nameOf(node.callee) !== 'Date') return null;
  if (node.type === 'CallExpression') return 'Date()';
  const isNow = node.type === 'NewExpression' && Array.isArray(node.arguments) && node.arguments.length === 0;
  return isNow ? 'new Date()' : null;
}

/** Uses of a clock, of chance or of the outside in a file that must be pure, each as `file: use`. */
export function purityFaults(file: SourceFile): readonly string[] {
  const faults: string[] = [];
  walkSyntax(file, (node, parent) => {
    const use = impurity(node, parent);
    if (use !== null) faults.push(`${file.path}: ${use}`);
  });
  return faults;
}
