package org.comity.casework.acts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.Map;
import org.comity.casework.Officers;
import org.comity.procedure.Draft;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;

/** Who opens the page of an act anew is told of what was begun there already. */
class BegunActsTest extends Officers {

    private static final String BEGUN = "This was begun at";

    @Test
    void what_was_begun_is_named_until_it_is_sent_or_thrown_away() throws Exception {
        var reference = preserved(70);
        var path = "/requests/" + reference + "/extend";
        assertThat(page("duty-officer", path, "en")).doesNotContain(BEGUN);

        var left = redirected(
                "duty-officer", post(path).param("text", "One more month.").param("then", "leave"));
        assertThat(left).isEqualTo("/requests/" + reference);

        var begun = drafts.alive(requests.find(reference).orElseThrow().thread(), "extend")
                .getFirst();
        var goesOn = path + "?draft=" + begun.id();
        assertThat(page("second-officer", path, "en")).contains(BEGUN, "Go on with it", goesOn);
        assertThat(page("duty-officer", goesOn, "en")).doesNotContain(BEGUN);

        drafts.discard(begun.id(), official("maren"));
        assertThat(page("duty-officer", path, "ar")).doesNotContain("بُدئ هذا في");
    }

    @Test
    void what_waits_for_approval_is_named_as_well() throws Exception {
        var reference = preserved(70);
        var thread = requests.find(reference).orElseThrow().thread();
        var maren = official("maren");
        var body = Map.<String, Object>of("text", "We stop.");
        var draft = drafts.start("preservation/1", "release", Role.REQUESTED, "XD-1", thread, body, maren);
        var waits = drafts.submit(draft.id(), draft.version(), maren);
        assertThat(waits.status()).isEqualTo(Draft.Status.SUBMITTED);

        assertThat(page("duty-officer", "/requests/" + reference + "/release", "en"))
                .contains("See it: it waits for approval", "/drafts/" + draft.id() + "/approve");
    }
}
