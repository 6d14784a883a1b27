import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { isRecord } from "../document/document-node.ts";
import { YamlText } from "./yaml-text.ts";

/** Edits the files of a spec folder. */
export class SpecEditor {
  readonly directory: string;

  constructor(directory: string) {
    this.directory = directory;
  }

  has(file: string): boolean {
    return existsSync(path.join(this.directory, file));
  }

  /** Edits a file. Nothing is written when the change throws. */
  edit(file: string, change: (text: YamlText) => void): void {
    const text = new YamlText(readFileSync(path.join(this.directory, file), "utf8"));
    change(text);
    this.write(file, text.toString());
  }

  write(file: string, text: string): void {
    writeFileSync(path.join(this.directory, file), text);
  }

  /** The file for the parameters of an operation, named after its action, or after the operation if it has none. */
  parameterFile(operationId: string): string {
    for (const file of readdirSync(path.join(this.directory, "actions"))) {
      if (!file.endsWith(".yaml")) continue;
      const action = parse(readFileSync(path.join(this.directory, "actions", file), "utf8")) as unknown;
      if (isRecord(action) && action["operation"] === operationId) return `parameters/${file}`;
    }
    return `parameters/${operationId.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.yaml`;
  }
}
