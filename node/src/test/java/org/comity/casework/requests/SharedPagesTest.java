package org.comity.casework.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import org.comity.procedure.file.OfficersByLetter;
import org.junit.jupiter.api.Test;

/** What the other State sees of a request holds nothing of ours; and who has looked at it is told to some, and to no others. */
class SharedPagesTest extends OfficersByLetter {

    @Test
    void what_the_other_state_sees_is_what_reached_it_and_nothing_of_ours() throws Exception {
        var request = row(sent("XD-1", ordinary(), "tolva").reference());
        var path = "/requests/" + request.address();
        redirected("duty-officer", post(path + "/owner").param("owner", "me"));
        redirected(
                "duty-officer", post(path + "/file").param("kind", "NOTE").param("text", "Ours alone: ask the bank."));
        assertThat(page("duty-officer", path, "en")).contains("Ours alone: ask the bank.", "What the other State sees");

        assertThat(page("duty-officer", path + "/shared", "en"))
                .as("the letter is ready, and not posted")
                .contains("has nothing of this request yet", "One act on this page is not among it")
                .doesNotContain("Forged notices.");

        letters.posts(request.reference());
        var shared = page("duty-officer", path + "/shared", "en");
        assertThat(shared)
                .contains("Forged notices.", "the acts in the register that reached them")
                .doesNotContain(
                        "Ours alone: ask the bank.",
                        "is not among it",
                        "Domestic file",
                        "<form method=\"post\" action=\"" + path);
        assertThat(page("duty-officer", path + "/shared", "ar")).doesNotContain("requests.", "basis.");
    }

    @Test
    void a_request_names_its_basis_with_the_article() throws Exception {
        var request = row(sent("XD-1", ordinary(), "tolva").reference());

        assertThat(page("duty-officer", "/requests/" + request.address(), "en"))
                .containsPattern("<dt>Basis</dt><dd dir=\"auto\">[^<]*Convention[^<]*<small>Article 42</small>");
    }

    @Test
    void who_has_looked_is_told_to_the_owner_a_second_officer_and_oversight() throws Exception {
        var request = row(sent("XD-1", ordinary(), "tolva").reference());
        var path = "/requests/" + request.address() + "/readers";
        page("duty-officer", "/requests/" + request.address(), "en");
        assertThat(code("lawyer", "/requests/" + request.address() + "/thread.zip"))
                .isEqualTo(200);

        assertThat(page("duty-officer", path, "en"))
                .contains("Who can see it here", "a second officer and oversight see who has looked")
                .doesNotContain("Request read");
        for (var chair : List.of("second-officer", "oversight")) {
            assertThat(page(chair, path, "en"))
                    .contains(
                            "Request read",
                            official("maren").name(),
                            "exported",
                            official("okell").name());
        }
        redirected(
                "duty-officer",
                post("/requests/" + request.address() + "/owner").param("owner", "me"));
        assertThat(page("duty-officer", path, "en"))
                .as("what was before the taking is not told for a press of one's own")
                .contains("You took this request at")
                .doesNotContain("exported", "see who has looked.");
        page("lawyer", "/requests/" + request.address(), "en");
        assertThat(page("duty-officer", path, "en"))
                .contains("Request read", official("okell").name(), "Who has looked at a request was read");
        var owner = "/requests/" + request.address() + "/owner";
        redirected("second-officer", post(owner).param("owner", "me"));
        redirected(
                "second-officer", post(owner).param("owner", official("maren").id()));
        assertThat(page("duty-officer", path, "en"))
                .as("it was given by another")
                .contains("exported")
                .doesNotContain("You took this request at");
        assertThat(page("second-officer", path, "ar")).doesNotContain("requests.", "ledger.", "ui.duty.");
        assertThat(code("custodian", path)).isEqualTo(200);
        assertThat(code("administrator", path)).isEqualTo(403);
    }
}
