import { closeSync, openSync, readSync } from "node:fs";

const LINE_FEED = 10;

/** Reads the lines of a file in chunks, because a string has at most 512 MiB. */
export function fileLines(file: string, pieceBytes = 1_048_576): string[] {
  const descriptor = openSync(file, "r");
  try {
    const lines: string[] = [];
    let begun: Buffer[] = [];
    for (let piece = readPiece(descriptor, pieceBytes); piece.length > 0; piece = readPiece(descriptor, pieceBytes)) {
      let start = 0;
      for (let end = piece.indexOf(LINE_FEED); end >= 0; end = piece.indexOf(LINE_FEED, start)) {
        lines.push(Buffer.concat([...begun, piece.subarray(start, end)]).toString("utf8"));
        begun = [];
        start = end + 1;
      }
      begun.push(piece.subarray(start));
    }
    return [...lines, Buffer.concat(begun).toString("utf8")];
  } finally {
    closeSync(descriptor);
  }
}

function readPiece(descriptor: number, bytes: number): Buffer {
  const piece = Buffer.alloc(bytes);
  return piece.subarray(0, readSync(descriptor, piece));
}
