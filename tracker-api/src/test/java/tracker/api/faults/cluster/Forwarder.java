package tracker.api.faults.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** A piece of network in front of one port of this machine: what connects to it is connected there, as long as it lets anything through. */
public final class Forwarder implements AutoCloseable {
    private static final int CHUNK = 4096;
    private static final Duration DELAY = Duration.ofMillis(60);

    private final int target;
    private final ServerSocket server;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final Object turned = new Object();
    private State state = State.OPEN;

    /** What becomes of what is sent. */
    public enum State {
        /** All is let through. */
        OPEN,
        /** Whoever sends is told that the connection is gone. */
        CUT,
        /** Nothing arrives, and nobody is told. */
        SILENT,
        /** Everything comes late, and not much at a time. */
        SLOW,
        /** Requests arrive, and their answers do not. */
        DEAF
    }

    Forwarder(int target) {
        this.target = target;
        try {
            server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    public void turn(State to) {
        synchronized (turned) {
            state = to;
            turned.notifyAll();
        }
        if (to == State.CUT) {
            closeAll();
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                sockets.add(client);
                start(() -> connect(client));
            } catch (IOException closed) {
                // Or a connection that was gone at once: the next, then.
            }
        }
    }

    private void connect(Socket client) {
        Socket broker = null;
        try {
            if (awaitPassage(true) == State.CUT) {
                closeQuietly(client);
                return;
            }
            broker = new Socket(InetAddress.getLoopbackAddress(), target);
            sockets.add(broker);
            broker.setTcpNoDelay(true);
            client.setTcpNoDelay(true);
            Socket there = broker;
            start(() -> pump(client, there, true));
            pump(there, client, false);
        } catch (IOException nobodyThere) {
            closeQuietly(client);
            closeQuietly(broker);
        }
    }

    private void pump(Socket from, Socket to, boolean towards) {
        byte[] chunk = new byte[CHUNK];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                if (awaitPassage(towards) == State.SLOW) {
                    LockSupport.parkNanos(DELAY.toNanos());
                }
                out.write(chunk, 0, read);
            }
        } catch (IOException gone) {
            // Then the other side goes too.
        } finally {
            closeQuietly(from);
            closeQuietly(to);
        }
    }

    private State awaitPassage(boolean towards) {
        synchronized (turned) {
            while (state == State.SILENT || (state == State.DEAF && !towards)) {
                try {
                    turned.wait();
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    return State.CUT;
                }
            }
            return state;
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "forwarder");
        thread.setDaemon(true);
        thread.start();
    }

    private void closeAll() {
        sockets.forEach(this::closeQuietly);
    }

    private void closeQuietly(Socket socket) {
        if (socket == null) {
            return;
        }
        sockets.remove(socket);
        try {
            socket.close();
        } catch (IOException gone) {
            // That is what was wanted.
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        } finally {
            turn(State.CUT);
        }
    }
}
