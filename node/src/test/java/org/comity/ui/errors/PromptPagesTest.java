package org.comity.ui.errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Whoever asks for a page is told in time that the database hangs. */
@Tag("long")
class PromptPagesTest {

    private final Words words = mock(Words.class);
    private final AtomicInteger looks = new AtomicInteger();
    private final AtomicLong time = new AtomicLong();

    PromptPagesTest() {
        when(words.languages()).thenReturn(List.of(Language.of("ar").orElseThrow(), Language.ENGLISH));
        when(words.say(any(), any()))
                .thenAnswer(it -> it.getArgument(1) + "<" + ((Language) it.getArgument(0)).tag() + ">");
    }

    @Test
    void while_the_database_hangs_a_page_says_so_in_every_language_and_a_program_is_told_too() throws Exception {
        var never = new CountDownLatch(1);
        var pages = pages(
                () -> {
                    await(never);
                    return true;
                },
                Duration.ofMillis(50));

        // Both have their answer before the look ends.
        var page = asked(pages, "/desk", "ar");
        var problem = asked(pages, "/api/v1/requests", "en");
        Awaitility.await()
                .untilAsserted(() -> assertThat(looks).as("one look for both").hasValue(1));
        never.countDown();

        assertThat(page.getStatus()).isEqualTo(503);
        assertThat(page.getHeader("Retry-After")).isNotNull();
        assertThat(page.getContentAsString())
                .startsWith("<!doctype html>\n<html lang=\"ar\" dir=\"rtl\">")
                .contains("<h1>error.no-database.title&lt;ar&gt;</h1>", "error.no-database.do&lt;ar&gt;")
                .contains(
                        "lang=\"en\" dir=\"ltr\"",
                        "<h2>error.no-database.title&lt;en&gt;</h2>",
                        "error.no-database.do&lt;en&gt;");
        assertThat(problem.getStatus()).isEqualTo(503);
        assertThat(problem.getContentType()).isEqualTo("application/problem+json");
        assertThat(problem.getContentAsString())
                .contains(
                        "\"code\":\"no-database\"",
                        "\"instance\":\"/api/v1/requests\"",
                        "\"title\":\"error.no-database.title<en>\"");
        assertThat(PromptPages.PATIENCE).isLessThanOrEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void a_database_that_answered_and_then_hangs_is_found_out_within_seconds() throws Exception {
        var never = new CountDownLatch(1);
        var hangs = new AtomicBoolean();
        var pages = pages(() -> {
            if (hangs.get()) await(never);
            return true;
        });
        assertThat(asked(pages, "/desk", "en").getStatus()).isEqualTo(200);
        hangs.set(true);

        time.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(asked(pages, "/desk", "en").getStatus())
                .as("it answered a second ago")
                .isEqualTo(200);
        assertThat(looks).hasValue(1);

        time.addAndGet(Duration.ofSeconds(2).toNanos());
        assertThat(asked(pages, "/desk", "en").getStatus()).isEqualTo(503);
        Awaitility.await().untilAsserted(() -> assertThat(looks).hasValue(2));
        never.countDown();
    }

    @Test
    void who_posted_is_told_of_the_words_and_who_asked_is_not() throws Exception {
        var pages = pages(() -> false);

        var posted = asked(pages, "POST", "/requests/new", "en");

        assertThat(posted.getStatus()).isEqualTo(503);
        assertThat(posted.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(posted.getContentAsString())
                .contains("<p>error.no-database.typed&lt;en&gt;</p>", "<p>error.no-database.typed&lt;ar&gt;</p>");
        for (var method : List.of("GET", "HEAD")) {
            assertThat(asked(pages, method, "/requests/new", "en").getContentAsString())
                    .doesNotContain("typed");
        }
    }

    @Test
    void what_needs_no_database_and_health_itself_go_on() throws Exception {
        var pages = pages(() -> false);

        assertThat(asked(pages, "/assets/comity.css", "en").getStatus()).isEqualTo(200);
        assertThat(asked(pages, "/actuator/health", "en").getStatus()).isEqualTo(200);
        assertThat(asked(pages, "/sign-in", "en").getStatus()).isEqualTo(503);
    }

    @Test
    void while_it_answers_pages_go_on_and_it_comes_back_by_itself() throws Exception {
        var answers = new boolean[] {false};
        var pages = pages(() -> answers[0]);
        assertThat(asked(pages, "/desk", "en").getStatus()).isEqualTo(503);

        answers[0] = true;
        assertThat(asked(pages, "/desk", "en").getStatus()).isEqualTo(200);
    }

    @Test
    void a_fault_of_the_look_closes_no_page() throws Exception {
        assertThat(asked(
                                pages(() -> {
                                    throw new IllegalStateException("no");
                                }),
                                "/desk",
                                "en")
                        .getStatus())
                .isEqualTo(200);
    }

    private PromptPages pages(BooleanSupplier answers) {
        return pages(answers, PromptPages.PATIENCE);
    }

    private PromptPages pages(BooleanSupplier answers, Duration patience) {
        return new PromptPages(
                () -> {
                    looks.incrementAndGet();
                    return answers.getAsBoolean();
                },
                words,
                () -> {},
                time::get,
                patience);
    }

    private static MockHttpServletResponse asked(PromptPages pages, String path, String language) throws Exception {
        return asked(pages, "GET", path, language);
    }

    private static MockHttpServletResponse asked(PromptPages pages, String method, String path, String language)
            throws Exception {
        var request = new MockHttpServletRequest(method, path);
        request.addPreferredLocale(java.util.Locale.forLanguageTag(language));
        var response = new MockHttpServletResponse();
        pages.doFilter(request, response, new MockFilterChain());
        return response;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
