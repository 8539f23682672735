import { parseSync } from 'vite';
import type { SourceFile } from './source-files.ts';

/** A node of the syntax tree (ESTree with TypeScript); only what a rule asks for is read. */
export type SyntaxNode = Readonly<Record<string, unknown>> & { readonly type: string };

export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function visitChildren(node: SyntaxNode, visit: (node: SyntaxNode, parent: SyntaxNode) => void): void {
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (!isNode(child)) continue;
      visit(child, node);
      visitChildren(child, visit);
    }
  }
}

/**
 * Calls `visit` for every node below the program of a TypeScript or JavaScript file.
 * Throws when the file does not parse.
 */
export function walkSyntax(file: SourceFile, visit: (node: SyntaxNode, parent: SyntaxNode) => void): void {
  const { program, errors } = parseSync(file.path, file.text);
  if (errors.length > 0) throw new Error(`${file.path}: ${errors[0]?.message}`);
  const root: unknown = program;
  if (isNode(root)) visitChildren(root, visit);
}
