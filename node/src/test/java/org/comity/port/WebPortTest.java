package org.comity.port;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The port of the pages, as the configuration opens it, with nothing behind it. */
class WebPortTest {

    /** More than threads would be there. */
    private static final int MANY = 250;

    @Test
    void slow_bodies_leave_the_port_to_others() throws Exception {
        try (var web = web()) {
            var slow = new ArrayList<Socket>();
            try {
                for (int i = 0; i < MANY; i++) {
                    slow.add(said(web, "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\nx"));
                }
                try (var quick = said(web, "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")) {
                    quick.setSoTimeout(120_000);
                    assertThat(new String(quick.getInputStream().readAllBytes(), US_ASCII))
                            .startsWith("HTTP/1.1 200");
                }
            } finally {
                for (var each : slow) each.close();
            }
        }
    }

    @Test
    void one_address_has_a_hundred_connections_or_as_many_as_was_set_and_this_machine_is_not_counted() {
        assertThat(limits().ofOneAddress()).isEqualTo(100);
        assertThat(limits().trustsThisMachine()).isTrue();
        assertThat(limits("--node.port.connections-of-one-address=7").ofOneAddress())
                .isEqualTo(7);
    }

    @Test
    void a_proxy_stands_for_everybody() {
        var proxied = "--server.forward-headers-strategy=native";
        assertThat(limits(proxied).ofOneAddress()).isZero();
        assertThat(limits(proxied, "--node.port.connections-of-one-address=7").ofOneAddress())
                .isEqualTo(7);
    }

    @Test
    void a_handshake_has_ten_seconds_or_as_long_as_was_set() {
        assertThat(limits().handshake()).hasSeconds(10);
        assertThat(limits("--node.port.handshake=3s").handshake()).hasSeconds(3);
    }

    /** Nobody would look at it again, and it would be held for as long as the node runs. */
    @Test
    void no_connection_is_remembered_where_no_handshake_is_cut() throws Exception {
        assertThat(remembered(Duration.ofSeconds(10))).isOne();
        assertThat(remembered(Duration.ZERO)).isZero();
    }

    private static int remembered(Duration handshake) throws IOException {
        var endpoint = new GuardedEndpoint(new ConnectionLimits(0, handshake, true));
        endpoint.setSSLEnabled(true);
        try (var socket = SocketChannel.open()) {
            endpoint.setSocketOptions(socket);
            return endpoint.shaking();
        }
    }

    private static ConnectionLimits limits(String... settings) {
        try (var web = web(settings)) {
            var server = (TomcatWebServer) ((ServletWebServerApplicationContext) web).getWebServer();
            return ((GuardedProtocol) server.getTomcat().getConnector().getProtocolHandler()).limits();
        }
    }

    private static Socket said(ConfigurableApplicationContext web, String what) throws IOException {
        int port = web.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.getOutputStream().write(what.getBytes(US_ASCII));
        return socket;
    }

    private static ConfigurableApplicationContext web(String... settings) {
        var all = new ArrayList<>(java.util.List.of(settings));
        all.add("--server.port=0");
        all.add("--server.shutdown=immediate");
        return new SpringApplicationBuilder(Web.class).run(all.toArray(String[]::new));
    }

    @ImportAutoConfiguration(TomcatServletWebServerAutoConfiguration.class)
    @Import(WebPort.class)
    static class Web {

        @Bean
        ServletRegistrationBean<HttpServlet> reading() {
            return new ServletRegistrationBean<>(
                    new HttpServlet() {
                        @Override
                        protected void service(HttpServletRequest request, HttpServletResponse response)
                                throws IOException {
                            request.getInputStream().readAllBytes();
                        }
                    },
                    "/*");
        }
    }
}
