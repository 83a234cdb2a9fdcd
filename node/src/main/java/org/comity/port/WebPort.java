package org.comity.port;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.TomcatProtocolHandlerCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The port of the pages gets the same guard. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebPortSettings.class)
class WebPort {

    private static final int OF_ONE_ADDRESS = 100;

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> guarded(
            WebPortSettings settings, Environment environment) {
        return factory -> {
            factory.setProtocol(GuardedProtocol.class.getName());
            factory.addProtocolHandlerCustomizers((TomcatProtocolHandlerCustomizer<GuardedProtocol>) it ->
                    it.limits(new ConnectionLimits(ofOneAddress(settings, environment), settings.handshake(), true)));
        };
    }

    private static int ofOneAddress(WebPortSettings settings, Environment environment) {
        var set = settings.connectionsOfOneAddress();
        if (set != null) return set;
        var proxied = environment.getProperty("server.forward-headers-strategy", "none");
        return proxied.equalsIgnoreCase("none") ? OF_ONE_ADDRESS : 0;
    }
}
