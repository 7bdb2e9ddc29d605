package tracker.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** JWTs as bearer tokens: those of a real provider are let in, and everything that is not quite one is refused. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OidcTokensIT extends RunningProvider {
    private static final String ME = "/api/v1/me";

    @Test
    void aDepartmentsTokenReportsItsOwnSubjectAndNoOther() {
        TestClient economy = bearing(provider.token("economy-system"));

        assertThat(economy.post(indicator("I01") + "/reports", report("2022", "3600", "亿元"))
                        .status())
                .isEqualTo(201);
        TestClient.Answer anothers = economy.post(indicator("I20") + "/reports", report("2022", "40", "万人"));
        assertThat(anothers.status()).isEqualTo(403);
        assertThat(anothers.json().path("type").asText()).isEqualTo("/problems/not-yours");
        assertThat(economy.get(TestClient.PLAN + "/events")
                        .json()
                        .path("missingRight")
                        .asText())
                .isEqualTo("read-events");
        // Whoever comes from the provider is somebody: the name is not written into the log as it is.
        assertThat(office.get(TestClient.PLAN + "/persons").json().path("items").findValuesAsText("name"))
                .contains("economy-system");
        assertThat(eventsOf("I01", "ProgressReported").get(0).toString()).contains("economy-system");
    }

    @Test
    void meSaysWhoOneIs() {
        var department = bearing(provider.token("economy-system")).get(ME).json();
        assertThat(department.path("user").asText()).isEqualTo("economy-system");
        assertThat(department.path("role").asText()).isEqualTo("department");
        assertThat(department.path("department").asText()).isEqualTo("economy");
        assertThat(department.path("rights").toString()).contains("report").doesNotContain("read-events");
        assertThat(Instant.parse(department.path("ends").asText()))
                .isBetween(Instant.now(), Instant.now().plus(Duration.ofMinutes(5)));
        assertThat(bearing(provider.token("auditing-system"))
                        .get(ME)
                        .json()
                        .path("role")
                        .asText())
                .isEqualTo("auditor");
        assertThat(client("auditor").get(ME).json().path("ends").isNull()).isTrue();
        assertThat(TestClient.anonymous(tracker.port()).get(ME).status()).isEqualTo(401);
    }

    @Test
    void whoHasNoUsableRoleIsToldWhy() {
        refused(provider.token("nobody-here"), 403, "/problems/identity-refused", "gives no role");
        refused(provider.token("two-hats"), 403, "/problems/identity-refused", "more than one role");
        refused(provider.token("homeless"), 403, "/problems/identity-refused", "exactly one department");
        refused(provider.token("elsewhere"), 401, "/problems/unauthorized", "audience");
    }

    @Test
    void onlyItsIssuerAndAudienceAndTimeWillDo() {
        assertThat(bearing(made(claims -> claims)).get(ME).status()).isEqualTo(200);
        unauthorized(made(claims -> claims.issuer("http://localhost:1")), "issuer");
        unauthorized(made(claims -> claims.issuer(null)), "issuer");
        unauthorized(made(claims -> claims.audience("another-api")), "audience");
        unauthorized(made(claims -> claims.audience(List.of())), "audience");
        unauthorized(made(claims -> claims.expirationTime(null)), "time");
        unauthorized(made(claims -> claims.expirationTime(in(-3600))), "expired");
        unauthorized(made(claims -> claims.notBeforeTime(in(3600))), "time");
        // The skew is 30 seconds: well within it, and just beyond.
        assertThat(bearing(made(claims -> claims.expirationTime(in(-20))))
                        .get(ME)
                        .status())
                .isEqualTo(200);
        unauthorized(made(claims -> claims.expirationTime(in(-31))), "expired");
        assertThat(bearing(made(claims -> claims.notBeforeTime(in(20)))).get(ME).status())
                .isEqualTo(200);
        unauthorized(made(claims -> claims.notBeforeTime(in(40))), "time");
    }

    @Test
    void onlyItsSignatureWillDo() throws JOSEException {
        JWTClaimsSet claims = claims().build();
        String good = made(any -> any);
        String[] parts = good.split("\\.");
        unauthorized(new PlainJWT(claims).serialize(), "");
        unauthorized(unsigned(provider.key(), claims), "");
        byte[] asSecret = provider.key().toPublicJWK().toRSAPublicKey().getEncoded();
        unauthorized(
                signed(JWSAlgorithm.HS256, provider.key().getKeyID(), claims, new MACSigner(asSecret)), "algorithm");
        String tampered = Base64URL.encode(claims().claim("preferred_username", "somebody-else")
                        .build()
                        .toString())
                .toString();
        unauthorized(parts[0] + "." + tampered + "." + parts[2], "signature");
        unauthorized(parts[0] + "." + parts[1] + "." + Base64URL.encode("x"), "signature");
        RSAKey other = ProviderProcess.newKey(provider.key().getKeyID());
        unauthorized(signed(JWSAlgorithm.RS256, other.getKeyID(), claims, new RSASSASigner(other)), "signature");
        unauthorized(signed(JWSAlgorithm.RS256, null, claims, new RSASSASigner(provider.key())), "kid");
        unauthorized("a.b.c", "read");
        unauthorized(parts[0] + "." + parts[1], "read");
    }

    @Test
    @Order(Integer.MAX_VALUE - 1)
    void keysRotateWithoutARestart() throws JOSEException {
        String old = provider.token("auditing-system");
        assertThat(bearing(old).get(ME).status()).isEqualTo(200);
        RSAKey stranger = ProviderProcess.newKey("of-nobody");
        String forged = signed(JWSAlgorithm.RS256, "of-nobody", claims().build(), new RSASSASigner(stranger));
        await().untilAsserted(() -> unauthorized(forged, "key"));

        provider.rotate("second");
        String fresh = provider.token("auditing-system");
        // Asked a moment ago: neither yes nor no, and then yes.
        assertThat(bearing(fresh).get(ME).status()).isIn(200, 503);
        await().untilAsserted(() -> assertThat(bearing(fresh).get(ME).status()).isEqualTo(200));
        await().untilAsserted(() -> unauthorized(old, "key"));
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void withoutTheProviderKnownKeysAreGoodAndUnknownOnesCannotBeJudged() throws JOSEException {
        String good = provider.token("auditing-system");
        await().untilAsserted(() -> assertThat(bearing(good).get(ME).status()).isEqualTo(200));
        provider.close();
        assertThat(bearing(good).get(ME).status()).isEqualTo(200);
        RSAKey key = ProviderProcess.newKey("third");
        String unknown = signed(JWSAlgorithm.RS256, "third", claims().build(), new RSASSASigner(key));
        TestClient.Answer answer = bearing(unknown).get(ME);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.json().path("type").asText()).isEqualTo("/problems/provider-unavailable");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(client("auditor").get(ME).status()).isEqualTo(200);
    }

    private void unauthorized(String token, String reason) {
        refused(token, 401, "/problems/unauthorized", reason);
    }

    private void refused(String token, int status, String type, String reason) {
        TestClient.Answer answer = bearing(token).get(ME);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.json().path("type").asText()).isEqualTo(type);
        assertThat(answer.json().path("detail").asText()).contains(reason);
        assertThat(bearing(token)
                        .get(ME, "Accept-Language", "zh")
                        .json()
                        .path("detail")
                        .asText())
                .matches(".*\\p{IsHan}.*");
    }

    /** Signed as the provider signs. */
    private String made(UnaryOperator<JWTClaimsSet.Builder> change) {
        try {
            return signed(
                    JWSAlgorithm.RS256,
                    provider.key().getKeyID(),
                    change.apply(claims()).build(),
                    new RSASSASigner(provider.key()));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(provider.issuer())
                .audience("tracker-api")
                .issueTime(in(0))
                .expirationTime(in(60))
                .claim("preferred_username", "made-by-the-test")
                .claim("realm_access", Map.of("roles", List.of("tracker-auditor")));
    }

    private static Date in(int seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }

    private static String signed(JWSAlgorithm algorithm, String kid, JWTClaimsSet claims, JWSSigner signer)
            throws JOSEException {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(algorithm)
                        .type(JOSEObjectType.JWT)
                        .keyID(kid)
                        .build(),
                claims);
        jwt.sign(signer);
        return jwt.serialize();
    }

    /** "none" under the name of a key that is known. */
    private static String unsigned(RSAKey key, JWTClaimsSet claims) {
        return Base64URL.encode("{\"alg\":\"none\",\"kid\":\"" + key.getKeyID() + "\"}") + "."
                + Base64URL.encode(claims.toString()) + ".";
    }
}
