// No bridge: it says that it lives, and sends back what comes to the media port, so that the way to it can be shown.
import { createSocket } from "node:dgram";
import "./answer-health.mjs";

const socket = createSocket("udp4");
socket.on("message", (message, { address, port }) => socket.send(message, port, address));
socket.bind(10000);
