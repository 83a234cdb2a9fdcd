package org.comity.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.comity.vocabulary.CallerOrigin;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class GivingPublicPagesTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final int IN_A_SECOND = 3;

    private final AtomicInteger drawn = new AtomicInteger();
    private final Clock clock = mock(Clock.class);
    private final Words words = mock(Words.class);
    private Instant now = NOON;
    private int readers;
    private int status = HttpServletResponse.SC_OK;
    private String text = "page";

    private final GivingPublicPages pages = new GivingPublicPages(settings(true, IN_A_SECOND), words, clock);

    GivingPublicPagesTest() {
        when(clock.instant()).thenAnswer(it -> now);
        when(clock.getZone()).thenReturn(ZoneOffset.UTC);
        when(words.languagesOn("/public"))
                .thenReturn(List.of(Language.ENGLISH, Language.of("ar").orElseThrow()));
        when(words.say(any(), any())).thenReturn("words");
    }

    @Test
    void a_page_is_drawn_once_and_given_to_all_with_a_tag_and_no_cookie() throws Exception {
        var first = get("/public/en");
        var second = get("/public/en");

        assertThat(drawn).hasValue(1);
        assertThat(second.getContentAsString()).isEqualTo("page");
        assertThat(second.getHeader("ETag")).startsWith("W/\"").isEqualTo(first.getHeader("ETag"));
        assertThat(second.getHeader("Cache-Control")).isEqualTo("public, max-age=60");
        assertThat(second.getHeader("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(second.getContentLength()).isEqualTo(4);
        assertThat(first.getHeader("Set-Cookie")).isNull();
        assertThat(second.getHeader("Set-Cookie")).isNull();
    }

    @Test
    void who_has_it_is_told_so_and_gets_nothing_again() throws Exception {
        var tag = get("/public/en").getHeader("ETag");
        var request = request("GET", "/public/en");
        request.addHeader("If-None-Match", "\"other\", " + tag);

        var answer = given(request);

        assertThat(answer.getStatus()).isEqualTo(304);
        assertThat(answer.getContentAsByteArray()).isEmpty();
        assertThat(answer.getHeader("ETag")).isEqualTo(tag);
    }

    @Test
    void when_its_time_is_over_it_is_drawn_anew_and_bears_another_tag() throws Exception {
        var tag = get("/public/en").getHeader("ETag");
        text = "other";
        now = NOON.plusSeconds(59);
        assertThat(get("/public/en").getContentAsString()).isEqualTo("page");
        now = NOON.plusSeconds(60);

        var anew = get("/public/en");

        assertThat(anew.getContentAsString()).isEqualTo("other");
        assertThat(anew.getHeader("ETag")).isNotEqualTo(tag);
        assertThat(drawn).hasValue(2);
    }

    @Test
    void whatever_else_stands_after_the_question_mark_draws_no_other_page() throws Exception {
        for (int i = 0; i < 5; i++) {
            var request = request("GET", "/public/en/practices");
            request.setParameter("x" + i, "y");
            given(request);
        }

        assertThat(drawn).hasValue(1);
    }

    /** Else what was found for two words would be kept and shown to everybody as what is found for the first. */
    @Test
    void nothing_is_drawn_where_a_name_stands_twice_after_the_question_mark() throws Exception {
        for (var name : List.of("q", "article", "page")) {
            var request = request("GET", "/public/en/search");
            request.addParameter(name, "1");
            request.addParameter(name, "2");

            assertThat(given(request).getStatus()).as(name).isEqualTo(400);
        }
        assertThat(drawn).hasValue(0);
    }

    @Test
    void only_so_many_pages_are_drawn_in_a_second_and_those_that_are_there_are_given_on() throws Exception {
        for (int i = 0; i < IN_A_SECOND; i++) {
            assertThat(searched("word" + i).getStatus()).isEqualTo(200);
        }

        var tooMany = searched("one-more");

        assertThat(tooMany.getStatus()).isEqualTo(503);
        assertThat(tooMany.getHeader("Retry-After")).isEqualTo("1");
        assertThat(searched("word0").getStatus()).isEqualTo(200);
        assertThat(drawn).hasValue(IN_A_SECOND);
        now = NOON.plusSeconds(1);
        assertThat(searched("one-more").getStatus()).isEqualTo(200);
    }

    @Test
    void one_reader_does_not_take_the_draws_of_all_others() throws Exception {
        var pages = new GivingPublicPages(settings(true, 20), words, clock);
        var refused = 0;
        for (int i = 0; i < 20; i++) {
            if (searched(pages, "192.0.2.1", "word" + i).getStatus() == 503) refused++;
        }

        assertThat(refused).isEqualTo(15);
        assertThat(searched(pages, "192.0.2.2", "another").getStatus()).isEqualTo(200);
        assertThat(searched(pages, "192.0.2.1", "word0").getStatus())
                .as("what is drawn is given on")
                .isEqualTo(200);
        now = NOON.plusSeconds(1);
        assertThat(searched(pages, "192.0.2.1", "one-more").getStatus()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "0:0:0:0:0:0:0:1"})
    void a_proxy_on_this_machine_stands_for_everybody(String proxy) throws Exception {
        var pages = new GivingPublicPages(settings(true, 20), words, clock);
        for (int i = 0; i < 20; i++) {
            assertThat(searched(pages, proxy, "word" + i).getStatus()).isEqualTo(200);
        }
        assertThat(searched(pages, proxy, "one-more").getStatus()).isEqualTo(503);
    }

    @Test
    void readers_are_remembered_for_a_second_and_never_more_than_may_draw() {
        var kept = new DrawnPages(1_000, 4);
        for (int i = 0; i < 1_000; i++)
            kept.mayDraw(CallerOrigin.of("2001:db8:" + Integer.toHexString(i) + "::1"), NOON);
        assertThat(kept.readers()).isEqualTo(4);

        kept.mayDraw(CallerOrigin.of("192.0.2.1"), NOON.plusSeconds(1));
        assertThat(kept.readers()).isOne();
        assertThat(kept.mayDraw(CallerOrigin.of("192.0.2.1"), NOON.plusSeconds(1)))
                .isFalse();
    }

    @Test
    void an_old_page_is_given_rather_than_none_while_this_second_is_used_up() throws Exception {
        get("/public/en");
        now = NOON.plusSeconds(90);
        for (int i = 0; i < IN_A_SECOND; i++) searched("word" + i);

        assertThat(get("/public/en").getContentAsString()).isEqualTo("page");

        now = NOON.plusSeconds(91);
        text = "anew";
        assertThat(get("/public/en").getContentAsString()).isEqualTo("anew");
    }

    /** Whoever does not draw an old page must not say, after it failed, that it is still being drawn. */
    @Tag("long")
    @Test
    void however_many_read_an_old_page_that_fails_it_is_drawn_again() throws Exception {
        var time = new AtomicReference<>(NOON);
        var pages = new GivingPublicPages(settings(true, Integer.MAX_VALUE), words, new MovingClock(time::get));
        FilterChain failing = (asked, answer) -> {
            drawn.incrementAndGet();
            ((HttpServletResponse) answer).setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        };
        pages.doFilter(request("GET", "/public/en"), new MockHttpServletResponse(), (asked, answer) -> {});
        time.set(NOON.plusSeconds(90));
        try (var readers = Executors.newFixedThreadPool(4)) {
            for (var each : readers.invokeAll(Collections.nCopies(4, () -> {
                for (int i = 0; i < 30_000; i++) {
                    pages.doFilter(request("GET", "/public/en"), new MockHttpServletResponse(), failing);
                }
                return true;
            }))) {
                each.get();
            }
        }
        int before = drawn.get();

        pages.doFilter(request("GET", "/public/en"), new MockHttpServletResponse(), failing);

        assertThat(drawn).hasValue(before + 1);
    }

    private static final class MovingClock extends Clock {

        private final Supplier<Instant> now;

        MovingClock(Supplier<Instant> now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            return now.get();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @Test
    void what_is_no_page_is_not_kept() throws Exception {
        status = HttpServletResponse.SC_NOT_FOUND;
        assertThat(get("/public/en/nothing").getStatus()).isEqualTo(404);
        status = HttpServletResponse.SC_OK;

        assertThat(get("/public/en/nothing").getStatus()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "PATCH"})
    void nobody_does_anything_but_read(String method) throws Exception {
        assertThat(given(request(method, "/public/en")).getStatus()).isEqualTo(405);
        assertThat(drawn).hasValue(0);
    }

    @Test
    void a_node_that_shows_nothing_to_everybody_has_no_such_pages() throws Exception {
        var none = new GivingPublicPages(settings(false, IN_A_SECOND), words, clock);
        var response = new MockHttpServletResponse();

        none.doFilter(request("GET", "/public/en"), response, (asked, answer) -> drawn.incrementAndGet());

        assertThat(response.getStatus()).isEqualTo(404);
        assertThat(drawn).hasValue(0);
    }

    @Test
    void a_head_tells_the_length_and_gives_no_page() throws Exception {
        var answer = given(request("HEAD", "/public/en"));

        assertThat(answer.getContentAsByteArray()).isEmpty();
        assertThat(answer.getContentLength()).isEqualTo(4);
    }

    @Test
    void the_address_says_the_language_and_one_without_pages_is_none() throws Exception {
        var arabic = request("GET", "/public/ar/practices");
        given(arabic);

        assertThat(arabic.getAttribute(Language.OF_ADDRESS))
                .isEqualTo(Language.of("ar").orElseThrow());
        assertThat(get("/public/ru").getStatus()).isEqualTo(404);
    }

    @Test
    void the_root_leads_to_the_language_that_the_browser_names() throws Exception {
        var request = request("GET", "/public");
        request.addHeader("Accept-Language", "vi, ar;q=0.8");
        request.setPreferredLocales(
                List.of(java.util.Locale.forLanguageTag("vi"), java.util.Locale.forLanguageTag("ar")));

        var answer = given(request);

        assertThat(answer.getStatus()).isEqualTo(302);
        assertThat(answer.getHeader("Location")).isEqualTo("/public/ar");
        assertThat(answer.getHeader("Vary")).contains("Accept-Language");
    }

    @Test
    void an_endless_address_is_refused_before_anything_is_drawn() throws Exception {
        assertThat(searched("a".repeat(101)).getStatus()).isEqualTo(414);
        assertThat(searched("a".repeat(100)).getStatus()).isEqualTo(200);
    }

    @Test
    void drawn_pages_take_no_more_room_than_they_may() {
        var kept = new DrawnPages(1_000, 1);
        for (int i = 0; i < 100; i++) {
            kept.keep("p" + i, DrawnPage.of(new byte[60], "text/html", NOON));
        }
        kept.keep("large", DrawnPage.of(new byte[63], "application/zip", NOON));

        assertThat(kept.size()).isEqualTo(960);
        assertThat(kept.find("large")).as("it would push out many").isEmpty();
        assertThat(kept.find("p99")).isPresent();
        assertThat(kept.find("p0")).isEmpty();
        kept.keep("p99", DrawnPage.of(new byte[63], "text/html", NOON));
        assertThat(kept.find("p99"))
                .as("what it said before it grew is not given any more")
                .isEmpty();
        assertThat(kept.size()).isEqualTo(900);
    }

    private static PublicSiteSettings settings(boolean enabled, int drawnPerSecond) {
        return new PublicSiteSettings(
                enabled,
                URI.create("https://secretariat.example"),
                Duration.ofMinutes(1),
                1_000_000,
                drawnPerSecond,
                URI.create("https://licence.example"));
    }

    private MockHttpServletResponse searched(GivingPublicPages pages, String reader, String word) throws Exception {
        var request = request("GET", "/public/en/search");
        request.setParameter("q", word);
        request.setRemoteAddr(reader);
        return given(pages, request);
    }

    private MockHttpServletResponse searched(String word) throws Exception {
        var request = request("GET", "/public/en/search");
        request.setParameter("q", word);
        return given(request);
    }

    private MockHttpServletResponse get(String path) throws Exception {
        return given(request("GET", path));
    }

    private static MockHttpServletRequest request(String method, String path) {
        return new MockHttpServletRequest(method, path);
    }

    /** Each by another reader. */
    private MockHttpServletResponse given(MockHttpServletRequest request) throws Exception {
        request.setRemoteAddr("192.0.2." + ++readers);
        return given(pages, request);
    }

    private MockHttpServletResponse given(GivingPublicPages pages, MockHttpServletRequest request) throws Exception {
        var response = new MockHttpServletResponse();
        FilterChain chain = (asked, answer) -> {
            drawn.incrementAndGet();
            ((HttpServletResponse) answer).setStatus(status);
            ((HttpServletResponse) answer).setHeader("Cache-Control", "no-store");
            answer.setContentType("text/html;charset=UTF-8");
            answer.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        };
        pages.doFilter(request, response, chain);
        return response;
    }
}
