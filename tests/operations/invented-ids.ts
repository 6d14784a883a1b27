/** Invented ids, for inputs that need a UUID. */
export const campaignId = "b8cc96b1-db3c-4fbb-a266-52a8cd16816b";
export const listId = "8b7e2c4d-15f3-4d68-b0c9-2a91e7d45f23";
export const leadId = "01a06110-9948-7dca-8e1f-ce81b287ddec";
export const userId = "0191d3a4-9d0e-7c33-b1a2-5f7e8d9c0b11";
