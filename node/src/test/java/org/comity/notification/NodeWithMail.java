package org.comity.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Executors;
import org.comity.NodeApplication;
import org.comity.TemporaryFolders;
import org.comity.directory.PracticeNetwork;
import org.comity.exchange.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** One node with a real SMTP server, whose clock the test puts forward. */
@SpringBootTest(classes = NodeApplication.class)
@AutoConfigureMockMvc
@Import(NodeWithMail.Forward.class)
abstract class NodeWithMail {

    protected static final SettableClock CLOCK = new SettableClock();
    protected static final Path MAILDIR = TemporaryFolders.folder("maildir");

    /** It is let go and taken again, so it lies where no connection gets its port by chance; beside those of the stories. */
    private static final int PORT = Integer.getInteger("comity.story.port", 18540) + 70;

    /** Bound for as long as the JVM runs; a test says what it answers. */
    protected static final HttpServer GATEWAY = gateway();

    protected static GreenMail mail = server();

    @TestConfiguration
    static class Forward {
        @Bean
        @Primary
        Clock settable() {
            return CLOCK;
        }
    }

    @DynamicPropertySource
    static void node(DynamicPropertyRegistry properties) throws IOException {
        Path home = TemporaryFolders.folder("reminders");
        PracticeNetwork.lay(home, 2);
        properties.add("node.home", () -> home.resolve("xa-1").toString());
        properties.add("node.keys", () -> home.resolve("xa-1/keys").toString());
        properties.add(
                "node.directory.folder", () -> home.resolve("xa-1/directory").toString());
        properties.add("node.exchange.warm-rounds", () -> "0");
        properties.add("node.origin", () -> "https://node.xa.example");
        properties.add("node.mail.host", () -> "127.0.0.1");
        properties.add("node.mail.port", () -> PORT);
        properties.add("node.mail.from", () -> "node@xa.example");
        properties.add("node.mail.tls", () -> "none");
        properties.add("node.mail.first-pause", () -> "1m");
        properties.add("node.reminders.every", () -> "PT24H");
        properties.add("node.digest.every", () -> "PT24H");
        properties.add("node.replies.every", () -> "PT24H");
        properties.add("node.replies.folder", () -> MAILDIR.toString());
        properties.add("node.replies.address", () -> "rooms@xa.example");
        properties.add("node.alarm.every", () -> "PT24H");
        properties.add("node.alarm.aims-up-to", () -> "1h");
        properties.add("node.alarm.most-an-hour", () -> "8");
        properties.add("node.alarm.hook-key", () -> "key-of-the-gateway");
        properties.add("node.alarm.timeout", () -> "1m");
        properties.add("node.alarm.steps[0].who", () -> "contact-point");
        properties.add("node.alarm.steps[0].after", () -> "3m");
        properties.add("node.alarm.steps[0].mail", () -> "desk@xa.example");
        properties.add("node.alarm.steps[1].who", () -> "second-officer");
        properties.add("node.alarm.steps[1].after", () -> "8m");
        properties.add("node.alarm.steps[1].mail", () -> "second@xa.example");
        properties.add("node.alarm.steps[1].hook", () -> address(GATEWAY) + "/call");
        properties.add("node.alarm.steps[2].who", () -> "central-authority");
        properties.add("node.alarm.steps[2].after", () -> "15m");
        properties.add("node.alarm.steps[2].mail", () -> "director@xa.example");
        properties.add("node.alarm.steps[2].language", () -> "ar");
        properties.add("node.reminders.central-authority.mail", () -> "authority@xa.example");
        properties.add("node.reminders.central-authority.language", () -> "ar");
    }

    @Autowired
    MockMvc web;

    protected Cookie[] seat;

    protected static String addressee(MimeMessage message) {
        try {
            return message.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    protected static String subject(MimeMessage message) {
        try {
            return message.getSubject();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    /** The plain text, however deep it lies. */
    protected static String text(MimeMessage message) throws Exception {
        Object part = message.getContent();
        while (part instanceof Multipart parts) part = parts.getBodyPart(0).getContent();
        return (String) part;
    }

    protected Cookie[] sit(String chair) throws Exception {
        return web.perform(get("/practice/sit/" + chair).header("Sec-Fetch-Site", "same-site"))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getCookies();
    }

    protected String location(AbstractMockHttpServletRequestBuilder<?> what) throws Exception {
        var response = web.perform(what.cookie(seat).with(csrf())).andReturn().getResponse();
        assertThat(response.getStatus()).as(response.getContentAsString()).isBetween(300, 399);
        return response.getRedirectedUrl();
    }

    protected String page(String path, String language) throws Exception {
        return web.perform(get(path).cookie(seat).cookie(new Cookie("lang", language)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    protected static GreenMail server() {
        var setup = new ServerSetup(PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(60_000);
        var server = new GreenMail(setup);
        server.start();
        return server;
    }

    private static HttpServer gateway() {
        try {
            var gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            gateway.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            gateway.start();
            return gateway;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String address(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }
}
