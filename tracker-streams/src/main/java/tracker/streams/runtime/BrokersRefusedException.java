package tracker.streams.runtime;

import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;

/** The brokers are not there, or do not let the tracker in, or not at what it needs. The message says which, and the mend, in both languages. */
public final class BrokersRefusedException extends RuntimeException {
    private BrokersRefusedException(String zh, String en, Throwable cause) {
        super(zh + "\n" + en + "\n  " + cause.getMessage(), cause);
    }

    /** Empty where {@code fault} is another one. */
    static Optional<BrokersRefusedException> of(Throwable fault) {
        return Stream.iterate(fault, one -> one != null, Throwable::getCause)
                .map(BrokersRefusedException::because)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** What to throw for {@code failed}: this where it comes from the brokers' refusal. */
    static RuntimeException orItself(RuntimeException failed) {
        return of(failed).<RuntimeException>map(refused -> refused).orElse(failed);
    }

    private static Optional<BrokersRefusedException> because(Throwable cause) {
        if (cause instanceof AuthenticationException) {
            return Optional.of(new BrokersRefusedException(
                    "Kafka 代理拒绝了本系统的身份：请检查 kafka.sasl.… 与 kafka.ssl.… 设置。",
                    "The Kafka brokers do not accept who the tracker says it is: look at the settings kafka.sasl.… and kafka.ssl.….",
                    cause));
        }
        if (cause instanceof AuthorizationException) {
            return Optional.of(new BrokersRefusedException(
                    "本系统在 Kafka 代理上权限不足：请以 docs/kafka-acls.sh 授予。",
                    "The Kafka brokers do not allow the tracker what it needs: docs/kafka-acls.sh grants it.",
                    cause));
        }
        if (cause instanceof TimeoutException) {
            return Optional.of(new BrokersRefusedException(
                    "连不上 Kafka 代理：请检查 kafka.bootstrap.servers 与 kafka.security.protocol 设置。",
                    "The Kafka brokers do not answer: look at the settings kafka.bootstrap.servers and kafka.security.protocol.",
                    cause));
        }
        return Optional.empty();
    }
}
