package org.comity.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import jakarta.servlet.http.Cookie;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import org.comity.Axe;
import org.comity.Chromium;
import org.comity.vocabulary.TrafficLight;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletResponse;

/** An article is taken along and read from a disk, without network or script, with nothing above its label. */
@ExtendWith(Chromium.class)
class ArticleBundleIT extends OfficersInRooms {

    private static final String MANIFEST = "manifest-sha256.txt";

    @TempDir
    Path disk;

    private void said() {
        var room = room(TrafficLight.CLEAR, false, false);
        holding.add(room, "XA-1", "", "member", "", "", false, maren);
        for (var light : List.of(TrafficLight.CLEAR, TrafficLight.GREEN, TrafficLight.AMBER)) {
            var form = Map.of(
                    "kind",
                    "question",
                    "title",
                    "On logs <" + light.word() + ">",
                    "text",
                    word + " " + light.word(),
                    "articles",
                    "25(2)",
                    "language",
                    "en",
                    "label",
                    light.word());
            long topic = speaking.open(room, PostForm.of(form), maren);
            speaking.reply(topic, said(word + " amber", TrafficLight.AMBER), maren);
        }
    }

    @Test
    void everybody_takes_along_what_is_clear_as_a_page_that_a_proxy_may_keep() throws Exception {
        said();

        var answer = public_("/public/en/articles/article-25.zip");
        var files = unpacked(answer.getContentAsByteArray());

        assertThat(answer.getHeader("Cache-Control")).contains("public");
        assertThat(answer.getHeader("ETag")).isNotBlank();
        assertThat(answer.getContentType()).isEqualTo("application/zip");
        assertThat(lights(text(files))).containsExactly("clear");
        assertThat(text(files)).doesNotContain("TLP:GREEN", "TLP:AMBER");
        assertThat(public_("/public/en/articles/article-25.zip").getContentAsByteArray())
                .isEqualTo(answer.getContentAsByteArray());
        for (var none : List.of("article-99.zip", "article-0.zip", "article-25.tar")) {
            assertThat(web.perform(get("/public/en/articles/" + none))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .as(none)
                    .isEqualTo(404);
        }
    }

    /** Article 26, of which nobody else speaks here. */
    @Test
    void of_a_long_talk_the_accepted_answer_goes_along_and_that_more_was_said() throws Exception {
        var room = room(TrafficLight.CLEAR, false, false);
        holding.add(room, "XA-1", "", "member", "", "", false, maren);
        var form = Map.of(
                "kind",
                "question",
                "title",
                "A long talk",
                "text",
                "The question",
                "articles",
                "26",
                "language",
                "en",
                "label",
                "clear");
        long topic = speaking.open(room, PostForm.of(form), maren);
        long last = 0;
        for (int n = 1; n <= 52; n++)
            last = speaking.reply(topic, said("answer " + n + ";", TrafficLight.CLEAR), maren);
        assertThat(text(unpacked(public_("/public/en/articles/article-26.zip").getContentAsByteArray())))
                .contains("The question", "answer 49;", "More was said")
                .doesNotContain("answer 50;", "answer 52;");

        speaking.accept(topic, last, maren);

        assertThat(text(unpacked(taken("/bundles/article-26.zip", "en"))))
                .contains("The question", "answer 48;", "answer 52;", "Accepted as the answer", "More was said")
                .doesNotContain("answer 49;", "answer 51;");
    }

    @Test
    void an_official_reads_it_from_a_disk_without_script_and_every_link_leads_somewhere() throws Exception {
        said();
        assertThat(web.perform(get("/bundles/article-25.zip"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .as("who is nobody here is asked to sign in")
                .isEqualTo(302);
        for (var language : List.of("en", "ar")) {
            var bytes = taken("/bundles/article-25.zip", language);
            assertThat(taken("/bundles/article-25.zip", language))
                    .as("the same content is the same bytes")
                    .isEqualTo(bytes);
            var files = unpacked(bytes);
            assertThat(lights(text(files)))
                    .as("its own narrower words go along by the topic's own file, not by one to hand on")
                    .containsExactlyInAnyOrder("clear", "green");
            assertThat(text(files)).doesNotContain("TLP:AMBER", "<script", "<img", "style=");
            hashed(files);
            read(files, language);
        }
    }

    private void read(Map<String, byte[]> files, String language) throws Exception {
        var folder = Files.createDirectories(disk.resolve(language));
        for (var file : files.entrySet()) {
            var path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        var index = folder.resolve("index.html").toUri().toString();
        try (var offline = Chromium.context(new Browser.NewContextOptions()
                .setJavaScriptEnabled(false)
                .setOffline(true)
                .setViewportSize(360, 800))) {
            var page = offline.newPage();
            var complained = new ArrayList<String>();
            page.onConsoleMessage(it -> complained.add(it.text()));
            page.navigate(index);
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
            assertThat(page.locator("header .tlp").textContent()).isEqualTo("TLP:GREEN");
            var links = followed(page);
            assertThat(links).hasSizeGreaterThanOrEqualTo(3);
            for (var link : links) {
                if (!link.endsWith(".html")) continue;
                page.navigate(link);
                assertThat(page.locator("h1").count()).as(link).isEqualTo(1);
                assertThat(page.locator("header .tlp").textContent()).as(link).startsWith("TLP:");
                assertThat(followed(page)).contains(index);
            }
            assertThat(complained).isEmpty();
        }
        try (var drawn = Chromium.context(new Browser.NewContextOptions()
                .setBypassCSP(true)
                .setViewportSize(language.equals("ar") ? 360 : 1300, 900))) {
            var page = drawn.newPage();
            page.navigate(index);
            assertThat(Axe.violations(page)).isEmpty();
            assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
        }
    }

    /** Each link that stays on the disk leads to a file there. */
    private static List<String> followed(Page page) throws Exception {
        var found = new ArrayList<String>();
        for (var link : page.locator("a").all()) {
            var href = link.getAttribute("href");
            if (href.startsWith("https://")) continue;
            var to = java.net.URI.create(page.url()).resolve(href);
            assertThat(Path.of(to)).exists();
            found.add(Path.of(to).toUri().toString());
        }
        return found;
    }

    private static void hashed(Map<String, byte[]> files) throws Exception {
        var listed = new TreeMap<String, String>();
        new String(files.get(MANIFEST), StandardCharsets.UTF_8)
                .lines()
                .forEach(it -> listed.put(it.substring(66), it.substring(0, 64)));
        assertThat(listed.keySet())
                .isEqualTo(files.keySet().stream()
                        .filter(it -> !it.equals(MANIFEST))
                        .collect(java.util.stream.Collectors.toSet()));
        for (var file : listed.entrySet()) {
            assertThat(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(files.get(file.getKey()))))
                    .isEqualTo(file.getValue());
        }
        var index = new String(files.get("index.html"), StandardCharsets.UTF_8);
        listed.forEach((name, hash) -> {
            if (name.contains("/")) assertThat(index).contains(hash);
        });
    }

    private MockHttpServletResponse public_(String path) throws Exception {
        var answer = web.perform(get(path)).andReturn().getResponse();
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        assertThat(answer.getCookies()).isEmpty();
        return answer;
    }

    private byte[] taken(String path, String language) throws Exception {
        var answer = web.perform(get(path).cookie(seat("duty-officer")).cookie(new Cookie("lang", language)))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getHeader("Content-Disposition")).contains(path.substring(path.lastIndexOf('/') + 1));
        return answer.getContentAsByteArray();
    }

    private static Map<String, byte[]> unpacked(byte[] zip) throws Exception {
        var files = new TreeMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                assertThat(entry.getName()).doesNotStartWith("/").doesNotContain("..", "\\");
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    private static String text(Map<String, byte[]> files) {
        var all = new StringBuilder();
        files.values().forEach(it -> all.append(new String(it, StandardCharsets.UTF_8)));
        return all.toString();
    }
}
