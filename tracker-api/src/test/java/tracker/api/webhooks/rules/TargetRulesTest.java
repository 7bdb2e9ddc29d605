package tracker.api.webhooks.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetRulesTest {
    private final TargetRules strict = new TargetRules(false, List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.0.9",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "192.0.0.8",
                "192.0.2.1",
                "198.18.0.1",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "239.1.1.1",
                "240.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "2001:db8::1",
                "2001::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::1",
                "2002:a01:203::1",
                "fec0::1"
            })
    void whatIsNotAnybodysIsRefused(String address) throws Exception {
        InetAddress resolved = InetAddress.getByName(address);

        assertThat(AddressRules.isPublic(resolved)).isFalse();
        assertThat(strict.allows("example.com", List.of(InetAddress.getByName("8.8.8.8"), resolved)))
                .as("one such address among others is enough")
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "1.1.1.1",
                "172.15.0.1",
                "172.32.0.1",
                "100.63.0.1",
                "100.128.0.1",
                "192.167.0.1",
                "223.5.5.5",
                "2606:4700::1111",
                "2400:3200::1",
                "64:ff9b::808:808",
                "2002:808:808::1"
            })
    void publicAddressesAreAllowed(String address) throws Exception {
        assertThat(AddressRules.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/hook",
                "https://example.com:8443/a?b=c",
                "HTTPS://EXAMPLE.COM",
                "https://8.8.8.8/x",
                "https://[2606:4700::1111]/x"
            })
    void goodUrlsPass(String url) {
        assertThat(strict.against(url)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.com",
                "/hook",
                "https:///hook",
                "https:example.com",
                "https://exa mple.com",
                "https://example.com/#part",
                "https://example.com/\r\nHost: other",
                "https://例子.com/",
                "https://example.com:99999/"
            })
    void whatIsNoUrlIsRefused(String url) {
        assertThat(strict.against(url)).get().extracting(error -> error.code()).isEqualTo("not-a-url");
    }

    @Test
    void credentialsAndOtherSchemesAreRefused() {
        assertThat(code("https://user:secret@example.com/")).isEqualTo("credentials");
        assertThat(code("https://token@example.com/")).isEqualTo("credentials");
        assertThat(code("http://example.com/")).isEqualTo("not-https");
        assertThat(code("ftp://example.com/")).isEqualTo("not-https");
        assertThat(code("file://localhost/etc/passwd")).isEqualTo("not-https");
        TargetRules lenient = new TargetRules(true, List.of());
        assertThat(lenient.against("http://example.com/")).isEmpty();
        assertThat(lenient.against("ftp://example.com/")).isPresent();
    }

    @Test
    void aHostThatIsAllowedMayHaveAnyAddress() throws Exception {
        TargetRules rules = new TargetRules(false, List.of("Hooks.internal", "::1"));
        List<InetAddress> inside = List.of(InetAddress.getByName("10.0.0.5"));

        assertThat(rules.allows("hooks.internal", inside)).isTrue();
        assertThat(rules.allows("HOOKS.INTERNAL.", inside)).isTrue();
        assertThat(rules.allows("[::1]", List.of(InetAddress.getByName("::1")))).isTrue();
        assertThat(rules.allows("other.internal", inside)).isFalse();
        assertThat(rules.allows("10.0.0.5", inside)).isFalse();
        assertThat(strict.against("https://other.internal/", inside)).isPresent();
    }

    private String code(String url) {
        return strict.against(url).orElseThrow().code();
    }
}
