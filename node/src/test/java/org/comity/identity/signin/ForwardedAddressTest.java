package org.comity.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.comity.TemporaryFolders;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.web.WebProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.tomcat.autoconfigure.TomcatServerProperties;
import org.springframework.boot.tomcat.autoconfigure.TomcatWebServerFactoryCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/** The address that is counted when somebody fails to sign in, as the node's own settings make Tomcat see it. */
class ForwardedAddressTest {

    @Test
    void a_private_address_cannot_say_that_it_is_another() throws Exception {
        assertThat(seen(Map.of(), "203.0.113.9, 10.0.0.7")).isEqualTo("10.0.0.7");
        assertThat(seen(Map.of(), "198.51.100.3")).isEqualTo("198.51.100.3");
    }

    @Test
    void who_is_no_named_proxy_is_not_believed() throws Exception {
        var elsewhere = Map.<String, Object>of("server.tomcat.remoteip.internal-proxies", "192\\.0\\.2\\.7");

        assertThat(seen(elsewhere, "203.0.113.9")).isEqualTo("127.0.0.1");
    }

    private static String seen(Map<String, Object> settings, String forwardedFor) throws Exception {
        var environment = new StandardEnvironment();
        new YamlPropertySourceLoader()
                .load("node", new ClassPathResource("application.yaml"))
                .forEach(environment.getPropertySources()::addLast);
        environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("behind-a-proxy", Map.of("server.forward-headers-strategy", "native")));
        var binder = Binder.get(environment);
        var factory = new TomcatServletWebServerFactory();
        new TomcatWebServerFactoryCustomizer(
                        environment,
                        binder.bindOrCreate("server", ServerProperties.class),
                        binder.bindOrCreate("server.tomcat", TomcatServerProperties.class),
                        new WebProperties())
                .customize(factory);
        factory.setPort(0);
        factory.setBaseDirectory(TemporaryFolders.folder("tomcat").toFile());
        var server = factory.getWebServer(
                it -> it.addServlet("address", new Address()).addMapping("/"));
        server.start();
        try (var client = HttpClient.newHttpClient()) {
            var asked = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.getPort() + "/"))
                    .header("X-Forwarded-For", forwardedFor)
                    .build();
            return client.send(asked, BodyHandlers.ofString()).body();
        } finally {
            server.stop();
            server.destroy();
        }
    }

    private static final class Address extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().print(request.getRemoteAddr());
        }
    }
}
