// As much of it as the stand-ins use.
declare module "@xmpp/client" {
  export class Element {
    name: string;
    attrs: Record<string, string>;
    children: (Element | string)[];
    is(name: string, xmlns?: string): boolean;
    getChild(name: string, xmlns?: string): Element | undefined;
    getChildren(name: string, xmlns?: string): Element[];
  }
  type Handler = (context: { from: unknown; element: Element }) => Element | true | Promise<Element | true>;
  export interface Client {
    start(): Promise<unknown>;
    stop(): Promise<unknown>;
    send(element: Element): Promise<void>;
    on(event: "stanza", listener: (stanza: Element) => void): void;
    on(event: "error", listener: (fault: Error) => void): void;
    on(event: "disconnect", listener: () => void): void;
    prependListener(event: "element", listener: (element: Element) => void): void;
    reconnect: { stop(): void };
    /** Only over TCP it can be destroyed. */
    socket: { end(): void; destroy?(): void } | null;
    iqCaller: { request(iq: Element, timeoutMs?: number): Promise<Element> };
    iqCallee: { set(xmlns: string, name: string, handler: Handler): void };
  }
  export function client(options: {
    service: string;
    domain: string;
    resource: string;
    username: string;
    password: string;
  }): Client;
  export function xml(name: string, attrs?: Record<string, unknown> | null, ...children: unknown[]): Element;
}
