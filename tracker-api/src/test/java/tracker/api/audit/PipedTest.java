package tracker.api.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class PipedTest {
    private static final int MUCH = 3_000_000;

    @Test
    void whatIsWrittenIsRead() throws Exception {
        byte[] all = new byte[MUCH];
        new Random(1).nextBytes(all);
        try (Piped piped = Piped.of(out -> {
            out.write(all[0]);
            out.flush();
            for (int at = 1, length = 1; at < all.length; at += length, length = 2 * length + 1) {
                out.write(all, at, Math.min(length, all.length - at));
            }
        })) {
            assertThat(piped.read()).isEqualTo(all[0] & 0xff);
            assertThat(piped.readAllBytes()).isEqualTo(Arrays.copyOfRange(all, 1, all.length));
            assertThat(piped.read()).isEqualTo(-1);
        }
    }

    @Test
    void whatBreaksOffDoesNotLookAsIfItHadEnded() throws Exception {
        try (Piped piped = Piped.of(out -> {
            out.write(new byte[MUCH]);
            throw new IllegalStateException("the log was altered");
        })) {
            assertThatThrownBy(piped::readAllBytes)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("the log was altered");
            assertThatThrownBy(piped::read).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aReaderWhoWaitsIsLetGoWhenItIsClosed() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        AtomicReference<Exception> letGo = new AtomicReference<>();
        Piped piped = Piped.of(out -> {
            try {
                never.await();
            } catch (InterruptedException unexpected) {
                throw new IOException(unexpected);
            }
        });
        Thread reader = new Thread(() -> {
            try {
                piped.read();
            } catch (IOException closed) {
                letGo.set(closed);
            }
        });
        reader.start();
        await().until(() -> reader.getState() == Thread.State.WAITING);
        piped.close();
        reader.join();
        assertThat(letGo.get()).hasMessage("closed");
        never.countDown();
    }

    @Test
    void aReaderThatLeavesMakesTheWriterStop() throws Exception {
        AtomicReference<Exception> stopped = new AtomicReference<>();
        try (Piped piped = Piped.of(out -> {
            try {
                while (true) {
                    out.write(new byte[MUCH]);
                }
            } catch (IOException gone) {
                stopped.set(gone);
                throw gone;
            }
        })) {
            assertThat(piped.read()).isZero();
        }
        await().until(() -> stopped.get() != null);
    }
}
