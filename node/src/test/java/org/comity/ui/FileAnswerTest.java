package org.comity.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletResponse;

class FileAnswerTest {

    @Test
    void a_plain_name_stands_as_it_is_and_the_browser_guesses_nothing() {
        var headers = FileAnswer.saved("register-2027.csv").build().getHeaders();

        assertThat(headers.getFirst(HttpHeaders.CONTENT_DISPOSITION))
                .isEqualTo("attachment; filename=\"register-2027.csv\"");
        assertThat(headers.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void a_name_in_any_script_arrives_whole() {
        var response = new MockHttpServletResponse();
        FileAnswer.shown("محضر 7.html", response);

        assertThat(response.getHeader(HttpHeaders.CONTENT_DISPOSITION))
                .startsWith("inline; ")
                .endsWith("; filename*=UTF-8''%D9%85%D8%AD%D8%B6%D8%B1%207.html");
        assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a/b.pdf", "a\\b.pdf", "a\rb.pdf", "a\nb.pdf", "a\u0000b.pdf", "a\u202Eb.pdf", "a\u2066b.pdf"})
    void a_name_names_no_folder_ends_no_line_and_turns_no_letters(String name) {
        assertThat(FileAnswer.saved(name).build().getHeaders().getFirst(HttpHeaders.CONTENT_DISPOSITION))
                .isEqualTo("attachment; filename=\"a-b.pdf\"");
    }

    @Test
    void a_quotation_mark_does_not_end_the_name() {
        assertThat(FileAnswer.saved("a\"b.pdf")
                        .build()
                        .getHeaders()
                        .getContentDisposition()
                        .getFilename())
                .isEqualTo("a\"b.pdf");
    }
}
