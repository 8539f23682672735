import { posix } from 'node:path';
import type { SourceFile } from './source-files.ts';
import { isNode, type SyntaxNode, walkSyntax } from './syntax.ts';

export interface Import {
  /** Path from the root for a file of ours, else the specifier as written. */
  readonly target: string;
  /** `import type`, `export type … from` or `import('…')` in a type: gone when the code runs. */
  readonly typeOnly: boolean;
}

const SOURCED = new Set([
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'ImportExpression',
  'TSImportType',
]);

function isTypeOnly(node: SyntaxNode): boolean {
  return node.type === 'TSImportType' || node.importKind === 'type' || node.exportKind === 'type';
}

/** What a file imports, in any form: static, `export from`, dynamic, or only as a type. */
export function importsOf(file: SourceFile): readonly Import[] {
  if (file.path.endsWith('.css')) return [];
  const imports: Import[] = [];
  walkSyntax(file, (node) => {
    if (!SOURCED.has(node.type) || node.source === null || node.source === undefined) return;
    const specifier = isNode(node.source) ? node.source.value : undefined;
    if (typeof specifier !== 'string') {
      imports.push({ target: '(computed)', typeOnly: false });
      return;
    }
    const target = specifier.startsWith('.')
      ? posix.join(posix.dirname(file.path), specifier.replace(/\?.*$/, ''))
      : specifier;
    imports.push({ target, typeOnly: isTypeOnly(node) });
  });
  return imports;
}
