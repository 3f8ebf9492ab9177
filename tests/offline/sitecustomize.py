"""Refuses every network socket in this process; loaded by the tests, and by the processes that the tests start."""

import socket
import sys

_REFUSED = (
    "socket.connect",
    "socket.getaddrinfo",
    "socket.gethostbyname",
    "socket.bind",
    "socket.sendto",
    "socket.sendmsg",
)


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if event == "socket.__new__" and arguments[1] in (socket.AF_INET, socket.AF_INET6):
        raise RuntimeError(f"a network socket was opened: {event} {arguments[1:]!r}")
    if event in _REFUSED and not (arguments and getattr(arguments[0], "family", None) == socket.AF_UNIX):
        raise RuntimeError(f"the network was touched: {event} {arguments!r}")


sys.addaudithook(_refuse)
