import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { derive } from "../../generate/derive.ts";
import { type Update, update } from "../update/update.ts";
import { removeCopy, repositoryCopy } from "./repository-copy.ts";
import { specFixture } from "./spec-fixture.ts";
import { repositorySpec } from "./vendor-change.ts";
import { type VendorFixture, vendorFixture } from "./vendor-fixture.ts";

/** Runs updates on a copy of the repository. */
export class UpdateFixture {
  readonly #published: VendorFixture;
  /** The derived files by the text of the spec, because generating them is slow. */
  readonly #derived: Map<string, Map<string, string>>;
  /** The spec before an update. */
  readonly #spec: string;
  #root = "";

  private constructor(published: VendorFixture, derived: Map<string, string>) {
    this.#published = published;
    this.#spec = specFixture(published, repositorySpec);
    this.#derived = new Map([[specText(this.#spec), derived]]);
  }

  static async prepare(): Promise<UpdateFixture> {
    const [published, derived] = await Promise.all([vendorFixture(repositorySpec), derive(repositorySpec)]);
    return new UpdateFixture(published, derived);
  }

  /** Removes what `prepare` and `start` have created. */
  end(): void {
    removeCopy(this.#spec);
    removeCopy(this.#root);
  }

  /** Creates the copy, or reverts what the last test has changed in it: removing many files is slow. */
  async start(): Promise<void> {
    const derived = await this.#derive(this.#spec);
    if (this.#root === "") this.#root = repositoryCopy(this.#spec, derived);
    for (const name of this.changesets()) rmSync(this.pathOf(`.changeset/${name}`));
    const names = new Set([...yamlFiles(this.#spec), ...yamlFiles(this.pathOf("spec"))]);
    const spec = [...names].map((name) => [`spec/${name}`, textOf(path.join(this.#spec, name))] as const);
    for (const [file, text] of [...spec, ...derived]) {
      if (text === undefined) rmSync(this.pathOf(file));
      else if (textOf(this.pathOf(file)) !== text) writeFileSync(this.pathOf(file), text);
    }
  }

  /** Runs an update with a changed document of the vendor. */
  run(change: (vendor: VendorFixture) => void): Promise<Update> {
    const vendor = this.#published.clone();
    change(vendor);
    return update(this.#root, vendor.node(), true, (directory) => this.#derive(directory));
  }

  pathOf(file: string): string {
    return path.join(this.#root, file);
  }

  read(file: string): string {
    return readFileSync(this.pathOf(file), "utf8");
  }

  /** The derived files on disk by path. */
  derivedFiles(): [string, string][] {
    const [first = new Map<string, string>()] = this.#derived.values();
    return [...first.keys()].map((file) => [file, this.read(file)]);
  }

  changesets(): string[] {
    return readdirSync(this.pathOf(".changeset"));
  }

  /** The added and removed lines of the spec, as in a unified diff. */
  specDiff(): string[] {
    try {
      execFileSync("diff", ["-r", "-U0", this.#spec, this.pathOf("spec")], { encoding: "utf8" });
      return [];
    } catch (error) {
      const lines = (error as { stdout: string }).stdout.split("\n");
      return lines.filter((line) => /^([+-](?![+-]{2} )|Only in)/.test(line));
    }
  }

  async #derive(directory: string): Promise<Map<string, string>> {
    const text = specText(directory);
    const derived = this.#derived.get(text) ?? (await derive(directory));
    this.#derived.set(text, derived);
    return derived;
  }
}

function specText(directory: string): string {
  return yamlFiles(directory)
    .map((file) => `${file}\n${textOf(path.join(directory, file))}`)
    .join("\n");
}

function yamlFiles(directory: string): string[] {
  const files = readdirSync(directory, { recursive: true, encoding: "utf8" });
  return files.filter((file) => file.endsWith(".yaml")).sort();
}

function textOf(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}
