package org.comity.comparison;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.Map;
import org.comity.procedure.file.OfficersByLetter;
import org.comity.proof.seal.Container;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;

/** The page of a comparison on a node: what is typed leaves as points in a sealed act, and is read out of it again. */
class ComparedOnPagesTest extends OfficersByLetter {

    @Test
    void an_offer_leaves_as_a_file_of_points_and_only_one_a_day() throws Exception {
        var reference = correspondence.recordRequest(
                "consultation/1",
                "XD-1",
                Map.of(
                        "instrument",
                        "uncc",
                        "matter",
                        "One server",
                        "jurisdiction",
                        List.of("territory"),
                        "facts",
                        "Both look at it.",
                        "authority",
                        "Police of Hesper"),
                arrived(),
                official("maren"));
        var page = "/requests/" + reference + "/comparison";
        assertThat(page("duty-officer", "/requests/" + reference, "en")).contains(page, "No comparison is under way.");
        assertThat(page("duty-officer", page, "ar"))
                .contains("عرض مقارنة")
                .doesNotContain("comparison.stand", "comparison.next");
        assertThat(answered(200, "duty-officer", multipart(page).param("identifiers", " ")))
                .contains("Name at least one identifier and at most 50.");

        var list = new MockMultipartFile("list", "list.txt", "text/plain", "203.0.113.9\n+555 01 00".getBytes(UTF_8));
        var offer = multipart(page)
                .file(list)
                .param("identifiers", "a@mail.example")
                .param("words", "Ten at most.");
        assertThat(redirected("duty-officer", offer)).isEqualTo(page);
        assertThat(page("duty-officer", page, "en")).contains("Read and send our step");
        var draft = drafts.alive(row(reference).thread(), "compare").getFirst();
        assertThat(draft.body()).containsEntry("count", "3").containsEntry("text", "Ten at most.");
        approved(submit(draft), "tolva");

        assertThat(page("duty-officer", page, "en"))
                .contains("We wait for their step.")
                .doesNotContain("a@mail.example");
        assertThat(sent(reference)).contains("comity-comparison/1").doesNotContain("mail.example", "203.0.113");
        letters.says(reference, "compare", Map.of("step", "answer"), Map.of());
        assertThat(page("duty-officer", page, "en"))
                .contains("Their step came without a file of a comparison.", "More is not sent");
        assertThat(answered(409, "duty-officer", multipart(page).param("identifiers", "a@mail.example")))
                .contains("each comparison lets the other side try guesses");
        redirected("duty-officer", post(page + "/forget"));
        assertThat(code("lawyer", page)).isEqualTo(200);
        assertThat(code("custodian", page)).isNotEqualTo(200);
    }

    private String sent(String reference) {
        var act = threads.newest(row(reference).thread()).stream()
                .filter(it -> it.ours() && it.envelope().type().equals("compare"))
                .findFirst()
                .orElseThrow();
        var files = Container.read(threads.container(act.id()).orElseThrow()).files();
        return List.copyOf(files.entrySet()).stream()
                .filter(it -> it.getKey().startsWith("attachments/"))
                .map(it -> new String(it.getValue(), UTF_8))
                .findFirst()
                .orElseThrow();
    }
}
