package tracker.api.webhooks.rules;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;

/**
 * Which addresses are anybody's on the Internet. The others, the tracker's own machine and the network that it stands in above all, are not to
 * be reached by whoever may name a URL. After IANA's registries of special-purpose addresses.
 */
public final class AddressRules {
    private AddressRules() {}

    /** Whether the address may be sent to without being allowed by name. */
    public static boolean isPublic(InetAddress address) {
        return address instanceof Inet4Address ? isPublicV4(address.getAddress()) : isPublicV6(address);
    }

    private static boolean isPublicV4(byte[] address) {
        int first = address[0] & 0xff;
        int second = address[1] & 0xff;
        int third = address[2] & 0xff;
        // This network, private, loopback, multicast and what is reserved above it.
        boolean never = first == 0 || first == 10 || first == 127 || first >= 224;
        boolean shared = first == 100 && second >= 64 && second < 128;
        boolean linkLocal = first == 169 && second == 254;
        boolean privateNet = (first == 172 && second >= 16 && second < 32) || (first == 192 && second == 168);
        boolean special = first == 192 && second == 0 && (third == 0 || third == 2);
        boolean relay = first == 192 && second == 88 && third == 99;
        boolean benchmark = first == 198 && (second == 18 || second == 19);
        boolean example =
                (first == 198 && second == 51 && third == 100) || (first == 203 && second == 0 && third == 113);
        return !(never || shared || linkLocal || privateNet || special || relay || benchmark || example);
    }

    private static boolean isPublicV6(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (starts(bytes, 0x00, 0x64, 0xff, 0x9b) && zero(bytes, 4, 12)) {
            // NAT64: an address of the other kind behind it.
            return isPublicV4(Arrays.copyOfRange(bytes, 12, 16));
        }
        if (starts(bytes, 0x20, 0x02)) {
            return isPublicV4(Arrays.copyOfRange(bytes, 2, 6));
        }
        // Only 2000::/3 is given out. Of that, Teredo and the other special ones in 2001::/23, and examples, are
        // nobody's.
        boolean global = (bytes[0] & 0xe0) == 0x20;
        boolean special = starts(bytes, 0x20, 0x01) && (bytes[2] & 0xfe) == 0;
        boolean example =
                starts(bytes, 0x20, 0x01, 0x0d, 0xb8) || (starts(bytes, 0x3f, 0xff) && (bytes[2] & 0xf0) == 0);
        return global && !special && !example;
    }

    private static boolean starts(byte[] address, int... prefix) {
        for (int i = 0; i < prefix.length; i++) {
            if ((address[i] & 0xff) != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean zero(byte[] address, int from, int to) {
        for (int i = from; i < to; i++) {
            if (address[i] != 0) {
                return false;
            }
        }
        return true;
    }
}
