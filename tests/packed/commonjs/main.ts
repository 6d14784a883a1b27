// main.ts
import "reflect-metadata";
import type { InstantlyClient } from "@modulex-instantly/client";
import { createInstantlyClient } from "@modulex-instantly/client";
import { Controller, Get, Inject, Module } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";

const INSTANTLY = Symbol("instantly");

@Controller("campaigns")
class CampaignsController {
  constructor(@Inject(INSTANTLY) private readonly instantly: InstantlyClient) {}

  @Get()
  async names(): Promise<string[]> {
    const { items } = await this.instantly.campaigns.list({ limit: 10 });
    return items.map(({ name }) => name);
  }
}

@Module({
  controllers: [CampaignsController],
  providers: [{ provide: INSTANTLY, useFactory: () => createInstantlyClient() }],
})
class AppModule {}

async function start(): Promise<void> {
  const app = await NestFactory.create(AppModule);
  await app.listen(process.env["PORT"] ?? 3000, "127.0.0.1");
  console.log(await app.getUrl());
}

void start();
