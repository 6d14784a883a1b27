import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
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

  /** Removes what `prepare` has created. */
  async end(): Promise<void> {
    await removeCopy(this.#spec);
  }

  /** Creates a new copy. */
  async start(): Promise<void> {
    this.#root = await repositoryCopy(this.#spec, await this.#derive(this.#spec));
  }

  async stop(): Promise<void> {
    await removeCopy(this.#root);
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
  const files = readdirSync(directory, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".yaml"));
  return files
    .sort()
    .map((file) => `${file}\n${readFileSync(path.join(directory, file), "utf8")}`)
    .join("\n");
}
