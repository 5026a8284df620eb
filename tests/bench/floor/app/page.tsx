"use client";
import { useEffect, useState } from "react";
import { io } from "socket.io-client";

/** The least that a live page of this framework can be: one line, and a socket. */
export default function Page() {
  const [line, setLine] = useState("A line.");
  useEffect(() => {
    const socket = io({ transports: ["websocket"] });
    socket.on("line", setLine);
    return () => void socket.disconnect();
  }, []);
  return <button type="button">{line}</button>;
}
