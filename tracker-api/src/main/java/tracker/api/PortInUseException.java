package tracker.api;

/** Something else listens on the port. The message says so and how to mend it, in both languages. */
final class PortInUseException extends RuntimeException {
    PortInUseException(int port) {
        super("端口 " + port + " 已被占用；请用 -Dport= 另选端口。\n" + "Port " + port
                + " is in use; choose another one with -Dport=.");
    }
}
