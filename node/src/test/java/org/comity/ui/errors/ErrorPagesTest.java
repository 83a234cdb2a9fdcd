package org.comity.ui.errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.comity.ui.CurrentOfficial;
import org.comity.ui.FileDownload;
import org.comity.ui.UiAlone;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RequestReference;
import org.comity.vocabulary.StateParty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

@WebMvcTest(controllers = ErrorPagesTest.Failing.class)
@Import({UiAlone.class, ErrorPagesTest.Failing.class, ErrorPagesTest.Sitting.class})
@ExtendWith(OutputCaptureExtension.class)
@WithMockUser
class ErrorPagesTest {

    private static final AtomicReference<Official> SITTING = new AtomicReference<>();

    @Autowired
    MockMvc mvc;

    @Test
    void a_broken_rule_is_named_in_the_readers_language_with_its_facts() throws Exception {
        var english = ask("/reference/xyz?lang=en");
        var arabic = ask("/reference/xyz?lang=ar");

        assertThat(english.getStatus()).isEqualTo(409);
        assertThat(english.getContentAsString()).contains("xyz is not a reference.", "reference.unreadable");
        assertThat(arabic.getContentAsString()).contains("dir=\"rtl\"", "ليس مرجع");
    }

    @ParameterizedTest
    @CsvSource({
        "53100, 507, disk-full, قرص",
        "57P01, 503, no-database, قاعدة",
        "08006, 503, no-database, قاعدة",
        "42601, 500, fault-page, خلل"
    })
    void what_the_ground_refuses_is_told_apart_from_a_fault_of_the_program(
            String state, int status, String code, String arabic) throws Exception {
        var page = ask("/ground/" + state + "?lang=ar");

        assertThat(page.getStatus()).isEqualTo(status);
        assertThat(page.getContentAsString())
                .contains(code, arabic, "E-")
                .doesNotContain("the inside", "of the database");
        assertThat(ask("/api/v1/ground/" + state).getContentAsString()).contains("\"code\":\"" + code + "\"");
    }

    @Test
    void facts_from_outside_are_escaped() throws Exception {
        assertThat(ask("/reference/<b>x<b>?lang=en").getContentAsString())
                .contains("&lt;b&gt;x&lt;b&gt;")
                .doesNotContain("<b>x<b>");
    }

    @Test
    void under_api_the_same_rule_is_a_problem() throws Exception {
        var response = ask("/api/v1/reference/xyz");

        assertThat(response.getStatus()).isEqualTo(409);
        assertThat(response.getContentType()).startsWith("application/problem+json");
        assertThat(response.getContentAsString())
                .contains(
                        "\"type\":\"urn:comity:problem:reference.unreadable\"",
                        "\"code\":\"reference.unreadable\"",
                        "\"status\":409")
                .contains("xyz is not a reference.", "\"instance\":\"/api/v1/reference/xyz\"");
    }

    @Test
    void a_fault_shows_a_number_that_stands_in_the_log_and_nothing_else(CapturedOutput log) throws Exception {
        var page = ask("/fault?lang=en");

        assertThat(page.getStatus()).isEqualTo(500);
        assertThat(page.getContentAsString())
                .contains("Something failed on our side")
                .doesNotContain("the inside");
        var number = page.getContentAsString().replaceAll("(?s).*(E-[2-9A-Z]{6}).*", "$1");
        assertThat(number).hasSize(8);
        assertThat(log).contains("Incident " + number, "the inside");
    }

    @ParameterizedTest
    @CsvSource({
        "/nowhere, 404, There is no such page",
        "/state/xyz, 404, This cannot be done",
        "/large, 413, What you sent is too large",
        "/number/abc, 400, We could not read this"
    })
    void each_failure_has_its_page(String path, int status, String title) throws Exception {
        var page = ask(path + "?lang=en");

        assertThat(page.getStatus()).isEqualTo(status);
        assertThat(page.getContentAsString()).contains(title);
    }

    @Test
    void a_wrong_method_changes_nothing_and_says_so() throws Exception {
        var page = mvc.perform(post("/fault?lang=en").with(csrf())).andReturn().getResponse();

        assertThat(page.getStatus()).isEqualTo(405);
        assertThat(page.getContentAsString()).contains("This address is not opened that way");
    }

    @Test
    void who_asked_for_a_page_or_a_file_is_not_told_of_an_act_that_may_be_lost() throws Exception {
        assertThat(ask("/fault?lang=en").getContentAsString())
                .contains("This page could not be shown", "Nothing was sent")
                .doesNotContain("whether your act was sent");
        for (var file : java.util.List.of(get("/file"), post("/file").with(csrf()))) {
            var page = mvc.perform(file.queryParam("lang", "en")).andReturn().getResponse();
            assertThat(page.getStatus()).isEqualTo(500);
            assertThat(page.getContentAsString())
                    .contains("The file could not be put together", "delete it")
                    .doesNotContain("whether your act was sent");
        }
        assertThat(ask("/file?lang=ar").getContentAsString()).contains("تعذّر تجهيز الملف");
        assertThat(mvc.perform(post("/form").with(csrf()).queryParam("lang", "en"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("whether your act was sent");
    }

    /** An orderly end would be taken for the whole file. */
    @Test
    void a_file_that_breaks_off_on_its_way_ends_as_broken_off(CapturedOutput log) {
        assertThatException().isThrownBy(() -> ask("/half")).isInstanceOf(java.io.IOException.class);
        assertThat(log).containsPattern("Incident E-[2-9A-Z]{6} at /half");
    }

    @Test
    void what_was_written_into_a_form_that_fails_is_shown_and_no_secret() throws Exception {
        var page = mvc.perform(post("/fault?lang=en")
                        .with(csrf())
                        .param("facts", "Two words <b>")
                        .param("password", "a long secret"))
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(page)
                .contains("What you wrote is below.", "Two words &lt;b&gt;")
                .doesNotContain("a long secret");
    }

    @Test
    void a_refusal_by_the_filters_is_told_apart_from_a_session_that_ended() throws Exception {
        RequestPostProcessor refused = request -> {
            request.setAttribute("jakarta.servlet.error.status_code", 403);
            return request;
        };

        SITTING.set(new Official("maren", "I. Maren", "XA-1/o-1", Set.of(Duty.DUTY_OFFICER)));
        assertThat(mvc.perform(get("/error?lang=en").with(refused))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("You cannot open this");
        SITTING.set(null);
        assertThat(mvc.perform(get("/error?lang=en").with(refused))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("Your session has ended", "/sign-in");
    }

    private MockHttpServletResponse ask(String path) throws Exception {
        var uri = path.split("\\?");
        var request = get(uri[0]);
        if (uri.length > 1) {
            request.queryParam("lang", uri[1].substring(5));
        }
        return mvc.perform(request).andReturn().getResponse();
    }

    @TestConfiguration
    static class Sitting {

        @Bean
        CurrentOfficial sitting() {
            return () -> Optional.ofNullable(SITTING.get());
        }
    }

    @RestController
    static class Failing {

        @GetMapping({"/reference/{text}", "/api/v1/reference/{text}"})
        RequestReference reference(@PathVariable String text) {
            return new RequestReference(text);
        }

        @GetMapping("/state/{code}")
        StateParty state(@PathVariable String code) {
            return new StateParty(code);
        }

        @GetMapping("/fault")
        String fault() {
            throw new IllegalStateException("the inside");
        }

        @GetMapping({"/ground/{state}", "/api/v1/ground/{state}"})
        String ground(@PathVariable String state) {
            throw new IllegalStateException("the inside", new SQLException("of the database", state));
        }

        @FileDownload
        @RequestMapping("/file")
        String file() throws java.io.IOException {
            throw new java.io.IOException("the inside");
        }

        @FileDownload
        @GetMapping("/half")
        void half(jakarta.servlet.http.HttpServletResponse response) throws java.io.IOException {
            response.getOutputStream().write(1);
            response.flushBuffer();
            throw new java.io.IOException("the inside");
        }

        @PostMapping("/form")
        String form() {
            throw new IllegalStateException("the inside");
        }

        @GetMapping("/large")
        String large() {
            throw new MaxUploadSizeExceededException(5);
        }

        @GetMapping("/number/{number}")
        Map<String, Integer> number(@PathVariable int number) {
            return Map.of("number", number);
        }
    }
}
