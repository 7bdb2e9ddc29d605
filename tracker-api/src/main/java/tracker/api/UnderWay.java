package tracker.api;

import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;

/** How many requests are being answered. */
@Singleton
public final class UnderWay {
    private final AtomicInteger requests = new AtomicInteger();

    public void begun() {
        requests.incrementAndGet();
    }

    public void ended() {
        requests.decrementAndGet();
    }

    int count() {
        return requests.get();
    }
}
