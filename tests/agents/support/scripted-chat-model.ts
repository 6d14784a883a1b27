import { BaseChatModel } from "@langchain/core/language_models/chat_models";
import type { BaseMessage } from "@langchain/core/messages";
import { AIMessage } from "@langchain/core/messages";
import type { ChatResult } from "@langchain/core/outputs";
import { convertToOpenAITool } from "@langchain/core/utils/function_calling";

/** A LangChain model that asks for the given calls first, and is done then. */
export class ScriptedChatModel extends BaseChatModel {
  /** The tools as a model sees them. */
  shown: ReturnType<typeof convertToOpenAITool>[] = [];
  readonly #calls: readonly { name: string; args: Record<string, unknown> }[];

  constructor(calls: readonly { name: string; args: Record<string, unknown> }[]) {
    super({});
    this.#calls = calls;
  }

  _llmType(): string {
    return "scripted";
  }

  override bindTools(tools: Parameters<typeof convertToOpenAITool>[0][]): this {
    this.shown = tools.map((tool) => convertToOpenAITool(tool));
    return this;
  }

  async _generate(messages: BaseMessage[]): Promise<ChatResult> {
    const isFirst = messages.every((message) => message.getType() !== "tool");
    const tool_calls = isFirst
      ? this.#calls.map((call, index) => ({ ...call, id: `c${index}`, type: "tool_call" as const }))
      : [];
    const message = new AIMessage({ content: isFirst ? "" : "done", tool_calls });
    return { generations: [{ text: "", message }] };
  }
}
