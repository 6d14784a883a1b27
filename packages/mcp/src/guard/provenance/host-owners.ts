/** Hosts that belong to many people, so that one address or link on them says nothing about another. */
const SHARED: ReadonlySet<string> = new Set(
  `gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com ymail.com aol.com icloud.com me.com mac.com
  proton.me protonmail.com gmx.de gmx.net gmx.com web.de t-online.de freenet.de mail.com mail.ru yandex.ru yandex.com
  qq.com 163.com 126.com naver.com hanmail.net orange.fr wanadoo.fr free.fr laposte.net libero.it wp.pl o2.pl seznam.cz
  zoho.com fastmail.com hey.com tutanota.com google.com docs.google.com drive.google.com forms.google.com meet.google.com
  calendar.google.com maps.google.com goo.gl forms.gle linkedin.com lnkd.in calendly.com cal.com zoom.us
  teams.microsoft.com microsoft.com bit.ly tinyurl.com t.co youtube.com youtu.be x.com twitter.com facebook.com
  instagram.com github.com gitlab.com notion.so notion.site dropbox.com wetransfer.com loom.com typeform.com hubspot.com
  wikipedia.org medium.com substack.com apple.com slack.com whatsapp.com wa.me t.me discord.gg`
    .trim()
    .split(/\s+/),
);

/** Domains below which different owners have their own names. */
const SUFFIXES: ReadonlySet<string> = new Set(
  `example.com example.org example.net github.io gitlab.io vercel.app netlify.app pages.dev workers.dev web.app
  firebaseapp.com herokuapp.com azurewebsites.net cloudfront.net amazonaws.com blogspot.com wordpress.com wixsite.com
  myshopify.com webflow.io onrender.com fly.dev ngrok.io ngrok-free.app hubspotpagebuilder.com substack.com`
    .trim()
    .split(/\s+/),
);
/** Other names of the same host. */
const ALIASES: Readonly<Record<string, string>> = {
  "googlemail.com": "gmail.com",
  "protonmail.com": "proton.me",
  "pm.me": "proton.me",
  "me.com": "icloud.com",
  "mac.com": "icloud.com",
  "yandex.com": "yandex.ru",
  "ya.ru": "yandex.ru",
  "twitter.com": "x.com",
  "telegram.me": "t.me",
  "bitly.com": "bit.ly",
  "j.mp": "bit.ly",
};

const SECOND_LEVEL = /^(?:ac|co|com|edu|go|gob|gov|govt|gv|mil|ne|net|nom|or|org|ltd|plc|me|sch)\.[a-z]{2}$/;

/** Tells whether a host belongs to many people. */
export function isSharedHost(host: string): boolean {
  return SHARED.has(host) || SUFFIXES.has(host);
}

/** The one name of a host that has several. */
export function mainName(host: string): string {
  return ALIASES[host] ?? host;
}

/** The hosts above one that belong to many people, such as linkedin.com for de.linkedin.com: their paths are the same. */
export function sharedParents(host: string): string[] {
  if (isSharedHost(host)) return [];
  const labels = host.split(".");
  const parents = labels.map((_, index) => labels.slice(index).join(".")).slice(1);
  return parents.filter((name) => SHARED.has(name) && !SUFFIXES.has(name)).map(mainName);
}

/** The mailbox of a local part: without its tag, and without what its host ignores. */
export function mailboxOf(local: string, host: string): string {
  const [name = ""] = local.split("+");
  switch (host) {
    case "gmail.com":
      return name.replaceAll(".", "");
    case "proton.me":
      return name.replaceAll(/[._-]/g, "");
    case "yandex.ru":
      return name.replaceAll("-", ".");
    case "yahoo.com":
    case "ymail.com":
      return name.replace(/(?<=.)-.*$/, "");
    default:
      return name;
  }
}

/** The parent domains of a host that belong to the same owner, as far as its name tells. */
export function registrableParents(host: string): string[] {
  if (/^[\d.]+$/.test(host)) return [];
  const labels = host.split(".");
  const parents = labels.map((_, index) => labels.slice(index).join(".")).slice(1);
  return parents.filter((name) => {
    return name.includes(".") && !SECOND_LEVEL.test(name) && !SUFFIXES.has(name) && !SHARED.has(name);
  });
}
