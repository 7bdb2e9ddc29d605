package tracker.api.webhooks.sending;

import java.util.List;

/** One message on its way: the same id however often it is sent. {@code secrets} are those it is signed with. */
public record Message(String id, String url, byte[] body, List<byte[]> secrets) {
    public Message {
        secrets = List.copyOf(secrets);
    }

    /** Without the secrets and the address. */
    @Override
    public String toString() {
        return id;
    }
}
