/** A balanced page tree: viewers find any page of thousands in a few steps. */

import type { PDFRef } from "pdf-lib";
import type { PdfFile } from "../file/pdf-file.ts";

export interface PageTree {
  readonly root: PDFRef;
  /** The node the next page belongs to. */
  nextParent(): PDFRef;
  addPage(page: PDFRef): void;
  /** Writes all nodes. */
  finish(): void;
}

const FAN_OUT = 64;

interface Node {
  readonly ref: PDFRef;
  readonly kids: PDFRef[];
  pageCount: number;
}

export function createPageTree(file: PdfFile): PageTree {
  const root = file.reserve();
  const leaves: Node[] = [];
  const newNode = (): Node => ({ ref: file.reserve(), kids: [], pageCount: 0 });
  const currentLeaf = (): Node => {
    const last = leaves.at(-1);
    if (last && last.kids.length < FAN_OUT) return last;
    const leaf = newNode();
    leaves.push(leaf);
    return leaf;
  };
  return {
    root,
    nextParent: () => currentLeaf().ref,
    addPage(page) {
      const leaf = currentLeaf();
      leaf.kids.push(page);
      leaf.pageCount += 1;
    },
    finish() {
      let level: readonly Node[] = leaves;
      while (level.length > FAN_OUT) {
        const parents: Node[] = [];
        for (let at = 0; at < level.length; at += FAN_OUT) {
          const parent = newNode();
          for (const child of level.slice(at, at + FAN_OUT)) adopt(file, parent, child);
          parents.push(parent);
        }
        level = parents;
      }
      const top: Node = { ref: root, kids: [], pageCount: 0 };
      for (const child of level) adopt(file, top, child);
      file.write({ Type: "Pages", Kids: top.kids, Count: top.pageCount }, root);
    },
  };
}

function adopt(file: PdfFile, parent: Node, child: Node): void {
  parent.kids.push(child.ref);
  parent.pageCount += child.pageCount;
  file.write({ Type: "Pages", Parent: parent.ref, Kids: child.kids, Count: child.pageCount }, child.ref);
}
