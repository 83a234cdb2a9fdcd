package org.comity.ui.errors;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.EnumSet;
import org.comity.TemporaryFolders;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.error.ErrorPage;
import org.springframework.boot.web.server.WebServer;

/** In the container itself: only that refuses to read a form, and says so to whoever asks for a field of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnreadableFormFilterTest {

    private WebServer server;

    @BeforeAll
    void start() {
        var factory = new TomcatServletWebServerFactory(0);
        factory.setBaseDirectory(TemporaryFolders.folder("tomcat").toFile());
        factory.addErrorPages(new ErrorPage("/error"));
        server = factory.getWebServer(context -> {
            context.addFilter("unreadable", new UnreadableFormFilter())
                    .addMappingForUrlPatterns(EnumSet.allOf(DispatcherType.class), false, "/*");
            context.addServlet("form", new Form()).addMapping("/form");
            context.addServlet("error", new Drawn()).addMapping("/error");
        });
        server.start();
    }

    @AfterAll
    void stop() {
        server.destroy();
    }

    @Test
    void a_form_that_is_too_large_is_answered_by_our_page_though_that_asks_for_fields() throws Exception {
        var post = HttpRequest.newBuilder(URI.create("http://localhost:%d/form".formatted(server.getPort())))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("text=" + "a".repeat(3_000_000)))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(post, BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).isEqualTo("ours, 413, null");
        }
    }

    private static final class Form extends HttpServlet {
        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().print(request.getParameter("text"));
        }
    }

    private static final class Drawn extends HttpServlet {
        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter()
                    .print("ours, %s, %s"
                            .formatted(
                                    request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE),
                                    request.getParameter("text")));
        }
    }
}
