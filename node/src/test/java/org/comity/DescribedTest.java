package org.comity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The comparison itself can fail. */
class DescribedTest {

    private static final Described described = new Described(openapi());

    @Test
    void an_answer_as_described_has_no_difference() {
        assertThat(differences(200, "application/json", "{\"expected\": [\"ask\"]}"))
                .isEmpty();
    }

    @Test
    void a_field_too_many_or_too_few_or_of_another_kind_is_a_difference() {
        assertThat(differences(200, "application/json", "{\"expected\": [], \"more\": 1}"))
                .isNotEmpty();
        assertThat(differences(200, "application/json", "{}")).isNotEmpty();
        assertThat(differences(200, "application/json", "{\"expected\": [7]}")).isNotEmpty();
    }

    @Test
    void another_status_or_media_type_is_a_difference() {
        assertThat(differences(204, "application/json", "{}")).containsExactly("status 204");
        assertThat(differences(404, "application/json", "{}")).containsExactly("status 404 as application/json");
    }

    @Test
    void an_operation_is_found_by_its_path() {
        assertThat(described.operation("GET", "/api/v1/requests/XA-2026-000001/letter.pdf"))
                .isEqualTo("GET /api/v1/requests/{reference}/letter.pdf");
        assertThat(described.operation("PATCH", "/api/v1/requests")).isNull();
    }

    private List<String> differences(int status, String type, String answer) {
        return described.differences(
                "GET /api/v1/requests/{reference}/recorded-acts", "", status, type, answer.getBytes(UTF_8));
    }

    private static byte[] openapi() {
        try (var file = DescribedTest.class.getResourceAsStream("/api/openapi.json")) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
