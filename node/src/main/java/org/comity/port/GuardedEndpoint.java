package org.comity.port;

import java.net.InetAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketEvent;
import org.comity.vocabulary.CallerOrigin;

/**
 * Tomcat's endpoint, which counts connections of all addresses together only, and gives a handshake new time with each byte
 * of it.
 */
final class GuardedEndpoint extends NioEndpoint {

    private static final int LOOKS = 4;

    private final Map<SocketChannel, Long> shaking = new ConcurrentHashMap<>();
    private volatile ConnectionLimits limits;

    GuardedEndpoint(ConnectionLimits limits) {
        this.limits = limits;
    }

    void limits(ConnectionLimits limits) {
        this.limits = limits;
    }

    ConnectionLimits limits() {
        return limits;
    }

    @Override
    public void startInternal() throws Exception {
        super.startInternal();
        var handshake = limits.handshake();
        if (cuts()) {
            Thread.ofVirtual().name(getName() + "-handshakes").start(() -> look(handshake));
        }
    }

    /** Only what is looked at is remembered. */
    private boolean cuts() {
        return isSSLEnabled() && limits.handshake().isPositive();
    }

    int shaking() {
        return shaking.size();
    }

    @Override
    protected boolean setSocketOptions(SocketChannel socket) {
        if (tooMany(socket)) {
            destroySocket(socket);
            return false;
        }
        if (cuts()) shaking.put(socket, System.nanoTime());
        return super.setSocketOptions(socket);
    }

    private void look(Duration handshake) {
        try {
            while (isRunning()) {
                Thread.sleep(handshake.dividedBy(LOOKS));
                cut(handshake.toNanos());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void cut(long nanos) {
        long now = System.nanoTime();
        shaking.forEach((socket, since) -> {
            var connection = connections.get(socket);
            if (connection == null && !socket.isOpen()
                    || connection != null && connection.getSocket().isHandshakeComplete()) {
                shaking.remove(socket);
            } else if (connection != null && now - since > nanos) {
                shaking.remove(socket);
                // As the endpoint itself ends what takes too long, between two steps of the handshake.
                processSocket(connection, SocketEvent.ERROR, true);
            }
        });
    }

    private boolean tooMany(SocketChannel socket) {
        var now = limits;
        var from = socket.socket().getInetAddress();
        if (now.ofOneAddress() == 0 || from == null || now.trustsThisMachine() && from.isLoopbackAddress())
            return false;
        return connectionsFrom(from) >= now.ofOneAddress();
    }

    private long connectionsFrom(InetAddress from) {
        var origin = CallerOrigin.of(from);
        return connections.keySet().stream()
                .map(it -> it.socket().getInetAddress())
                .filter(it -> it != null && CallerOrigin.of(it).equals(origin))
                .count();
    }
}
