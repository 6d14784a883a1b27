/** People who do nothing when they are mailed. */
export const QUIET = [
  "ada@quiet.example.com",
  "Ada@Quiet.example.com",
  "lena@feldwerk.example.com",
  "kofi@gmail.com",
] as const;

/** Everybody that sessions write to: the quiet ones, and one of every behaviour. */
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
