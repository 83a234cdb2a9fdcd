package org.comity.port;

import java.time.Duration;
import org.apache.coyote.http11.Http11NioProtocol;

/** HTTP/1.1 on a port that bounds what one address can hold of it. */
public final class GuardedProtocol extends Http11NioProtocol {

    private static final ConnectionLimits NONE = new ConnectionLimits(0, Duration.ZERO, true);

    private final GuardedEndpoint endpoint;

    /** As Tomcat makes it, by its name; the limits follow. */
    public GuardedProtocol() {
        this(NONE);
    }

    public GuardedProtocol(ConnectionLimits limits) {
        this(new GuardedEndpoint(limits));
    }

    private GuardedProtocol(GuardedEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    public void limits(ConnectionLimits limits) {
        endpoint.limits(limits);
    }

    ConnectionLimits limits() {
        return endpoint.limits();
    }
}
