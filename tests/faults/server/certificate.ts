import { generateKeyPairSync, randomBytes, sign } from "node:crypto";

/** A self-signed certificate in PEM, created for one run. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

const DAY_MS = 86_400_000;
const [SEQUENCE, SET, INTEGER, BIT_STRING, OCTET_STRING, OBJECT_ID, UTF8, UTC_TIME] = [
  0x30, 0x31, 0x02, 0x03, 0x04, 0x06, 0x0c, 0x17,
];
const ECDSA_WITH_SHA256 = der(SEQUENCE, der(OBJECT_ID, Buffer.from("2a8648ce3d040302", "hex")));
const COMMON_NAME = der(OBJECT_ID, Buffer.from("550403", "hex"));
const SUBJECT_ALT_NAME = der(OBJECT_ID, Buffer.from("551d11", "hex"));

/**
 * Creates a certificate in DER (RFC 5280, section 4.1) for the given host names or IPv4 addresses.
 *
 * @param validDays the start and the end of the validity, in days from now.
 */
export function makeCertificate(
  hosts: readonly string[],
  validDays: readonly [from: number, to: number] = [-1, 1],
): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
  const name = der(SEQUENCE, der(SET, der(SEQUENCE, COMMON_NAME, der(UTF8, Buffer.from("fault server")))));
  const altNames = der(SEQUENCE, ...hosts.map(altName));
  const body = der(
    SEQUENCE,
    der(0xa0, der(INTEGER, Buffer.from([2]))),
    der(INTEGER, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    ECDSA_WITH_SHA256,
    name,
    der(SEQUENCE, ...validDays.map((days) => der(UTC_TIME, utcTime(Date.now() + days * DAY_MS)))),
    name,
    publicKey.export({ type: "spki", format: "der" }),
    der(0xa3, der(SEQUENCE, der(SEQUENCE, SUBJECT_ALT_NAME, der(OCTET_STRING, altNames)))),
  );
  const signature = Buffer.concat([Buffer.from([0]), sign("sha256", body, privateKey)]);
  const certificate = der(SEQUENCE, body, ECDSA_WITH_SHA256, der(BIT_STRING, signature));
  return {
    key: privateKey.export({ type: "pkcs8", format: "pem" }) as string,
    cert: `-----BEGIN CERTIFICATE-----\n${certificate.toString("base64")}\n-----END CERTIFICATE-----\n`,
  };
}

function altName(host: string): Buffer {
  const isAddress = /^[\d.]+$/.test(host);
  return isAddress ? der(0x87, Buffer.from(host.split(".").map(Number))) : der(0x82, Buffer.from(host));
}

function utcTime(moment: number): Buffer {
  return Buffer.from(`${new Date(moment).toISOString().replace(/\D/g, "").slice(2, 14)}Z`);
}

function der(tag: number | undefined, ...contents: readonly Buffer[]): Buffer {
  const content = Buffer.concat(contents);
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag ?? 0, ...size]), content]);
}
