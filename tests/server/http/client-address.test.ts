import type { Request } from "express";
import { expect, test } from "vitest";

import { clientAddressReader } from "#server/http/client-address.ts";

function request(peer: string, headers: Record<string, string> = {}): Request {
  return { socket: { remoteAddress: peer }, headers } as unknown as Request;
}

test.for([
  ["the peer, when nobody is trusted", [], "198.51.100.7", "203.0.113.9", "198.51.100.7"],
  ["the hop a trusted proxy names", ["198.51.100.7"], "198.51.100.7", "203.0.113.9", "203.0.113.9"],
  [
    "the first hop that is not trusted, from the right",
    ["10.0.0.0/8"],
    "10.1.1.1",
    "203.0.113.9, 198.51.100.1, 10.2.2.2",
    "198.51.100.1",
  ],
  ["the last hop that is an address", ["10.0.0.0/8"], "10.1.1.1", "203.0.113.9, junk", "10.1.1.1"],
  ["an IPv4 client on a socket of both families", [], "::ffff:198.51.100.7", "", "198.51.100.7"],
  ["the /64 of an IPv6 client", [], "2001:db8:1:2:3:4:5:6", "", "2001:db8:1:2::/64"],
  ["the /64 written out however short it came", [], "2001:db8::6", "", "2001:db8:0:0::/64"],
] as const)("the client's address is %s", ([, trusted, peer, forwarded, expected]) => {
  expect(clientAddressReader(trusted)(request(peer, forwarded ? { "x-forwarded-for": forwarded } : {}))).toBe(expected);
});

test("no library sees a forwarded header", () => {
  const spoofed = request("198.51.100.7", {
    "x-forwarded-for": "1.1.1.1",
    "x-forwarded-host": "evil.example",
    forwarded: "for=1.1.1.1",
    "x-real-ip": "1.1.1.1",
    accept: "*/*",
  });
  clientAddressReader([])(spoofed);
  expect(spoofed.headers).toEqual({ accept: "*/*" });
});

test("an entry that is no address is refused by its name", () => {
  expect(() => clientAddressReader(["10.0.0.0/8", "my-proxy"])).toThrow("my-proxy");
});
