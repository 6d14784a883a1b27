/** Leads that do not react to emails. */
export const QUIET = [
  "ada@quiet.example.com",
  "Ada@Quiet.example.com",
  "lena@feldwerk.example.com",
  "kofi@gmail.com",
] as const;

/** All addresses used in sessions: the quiet ones, and one of every scripted behaviour. */
export const ADDRESSES = [
  ...QUIET,
  "reply+interested@brightlane.example.com",
  "reply+not-interested+after-1d@feldwerk.example.com",
  "reply+after-2h+step-2@cobalt.example.com",
  "out-of-office@porto.example.com",
  "bounce@harbour.example.com",
  "unsubscribe@kestrel.example.com",
  "open@northwind.example.com",
  "click@cobalt.example.com",
] as const;
