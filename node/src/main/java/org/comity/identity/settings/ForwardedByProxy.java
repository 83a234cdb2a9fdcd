package org.comity.identity.settings;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Refuses to start where headers of anybody would say who calls.
 *
 * <p>Spring's own filter ({@code framework}) believes {@code X-Forwarded-For} whoever sends it. Tomcat's ({@code native})
 * believes the proxies of {@code server.tomcat.remoteip.internal-proxies} alone.
 */
@Component
class ForwardedByProxy {

    ForwardedByProxy(@Value("${server.forward-headers-strategy:none}") String strategy) {
        if (strategy.equalsIgnoreCase("framework")) {
            throw new IllegalStateException("server.forward-headers-strategy: framework believes every sender's"
                    + " X-Forwarded-For; write native, and the proxy into server.tomcat.remoteip.internal-proxies");
        }
    }
}
