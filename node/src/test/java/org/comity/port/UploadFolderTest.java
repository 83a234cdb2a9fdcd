package org.comity.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Where the files of a form lie while it is served, in the server that serves it. */
class UploadFolderTest {

    @TempDir
    Path home;

    @Test
    void a_large_file_lies_under_the_nodes_home_for_its_owner_alone_and_only_while_it_is_served() throws Exception {
        var folder = home.resolve("uploads");
        Files.createDirectory(folder);
        Files.writeString(folder.resolve("upload_1.tmp"), "of a node that was killed");

        try (var web = (ServletWebServerApplicationContext) new SpringApplicationBuilder(Web.class)
                .run(
                        "--server.port=0",
                        "--server.tomcat.basedir=" + home.resolve("tomcat"),
                        "--node.home=" + home,
                        "--spring.main.banner-mode=off")) {
            assertThat(folder).isEmptyDirectory();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                    .isEqualTo("rwx------");

            assertThat(sent(web.getWebServer().getPort())).isEqualTo("1");
            // Its reader has the answer before the server has tidied up.
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(folder).isEmptyDirectory());
        }
    }

    @Test
    void a_folder_that_was_named_is_left_as_it_is() throws Exception {
        var named = Files.createDirectory(home.resolve("named"));
        Files.writeString(named.resolve("something"), "else");

        try (var web = new SpringApplicationBuilder(Web.class)
                .run(
                        "--server.port=0",
                        "--server.tomcat.basedir=" + home.resolve("tomcat"),
                        "--node.home=" + home,
                        "--spring.servlet.multipart.location=" + named)) {
            assertThat(web.getBean(MultipartConfigElement.class).getLocation()).isEqualTo(named.toString());
        }
        assertThat(named.resolve("something")).hasContent("else");
    }

    private static String sent(int port) throws Exception {
        var body = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"scan.pdf\"\r\n\r\n"
                + "x".repeat(200_000) + "\r\n--b--\r\n";
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/"))
                                    .header("Content-Type", "multipart/form-data; boundary=b")
                                    .POST(HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    @ImportAutoConfiguration({
        PropertyPlaceholderAutoConfiguration.class,
        TomcatServletWebServerAutoConfiguration.class,
        MultipartAutoConfiguration.class
    })
    @Import(UploadFolder.class)
    static class Web {

        @Bean
        ServletRegistrationBean<HttpServlet> counting(MultipartConfigElement form) {
            var registration =
                    new ServletRegistrationBean<HttpServlet>(new CountingFiles(Path.of(form.getLocation())), "/");
            registration.setMultipartConfig(form);
            return registration;
        }
    }

    /** Answers how many files lie in the folder while it serves. */
    private static final class CountingFiles extends HttpServlet {

        private final Path folder;

        CountingFiles(Path folder) {
            this.folder = folder;
        }

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response)
                throws IOException, ServletException {
            request.getParts();
            try (var files = Files.list(folder)) {
                response.getWriter().print(files.count());
            }
        }
    }
}
