package org.comity.ui.errors;

import org.apache.catalina.core.StandardHost;
import org.comity.ui.Words;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Puts our own page before the container's. */
@Component
@ConditionalOnWebApplication
class ContainerErrors implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final Words words;

    ContainerErrors(Words words) {
        this.words = words;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(context -> {
            var host = (StandardHost) context.getParent();
            // Else it adds its own, which would answer first.
            host.setErrorReportValveClass(UnreadAddresses.class.getName());
            host.getPipeline().addValve(new UnreadAddresses(words));
        });
    }
}
