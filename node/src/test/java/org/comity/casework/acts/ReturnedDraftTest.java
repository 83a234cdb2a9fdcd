package org.comity.casework.acts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.Map;
import org.comity.assistance.ByLetter;
import org.comity.casework.Officers;
import org.comity.casework.UnsentActs;
import org.comity.procedure.Draft;
import org.comity.ui.Language;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Why a draft came back, and from whom, stands on every page on which it is written. */
class ReturnedDraftTest extends Officers {

    private static final String WHY = "Name the offence.";

    @Autowired
    private ByLetter letters;

    @Autowired
    private UnsentActs unsent;

    @Autowired
    private JdbcClient db;

    @Test
    void on_each_page_of_a_request() throws Exception {
        var draft = submitted("XD-1", ordinary());
        drafts.giveBack(draft.id(), WHY, official("tolva"));

        for (var page : new String[] {"state", "offence", "data", "confidentiality", "preview", "translations"}) {
            assertThat(page("duty-officer", "/drafts/" + draft.id() + "/" + page, "en"))
                    .as(page)
                    .contains(official("tolva").name() + " gave it back.", WHY);
        }
        assertThat(page("duty-officer", "/drafts/" + draft.id() + "/offence", "ar"))
                .contains("أعادها", WHY);
    }

    /** Whoever comes back to the page on which it waited finds what there is to do, and why. */
    @Test
    void where_it_waited_for_approval() throws Exception {
        var draft = submitted("XD-1", ordinary());
        drafts.giveBack(draft.id(), WHY, official("tolva"));

        for (var chair : new String[] {"duty-officer", "second-officer"}) {
            assertThat(redirected(chair, get("/drafts/" + draft.id() + "/approve")))
                    .isEqualTo("/drafts/" + draft.id() + "/preview");
        }
    }

    /** Whoever submitted it knows whether to ring the second officer, and two who may approve do not both begin. */
    @Test
    void until_then_it_says_who_has_opened_it_of_those_who_may_approve() throws Exception {
        var draft = submitted("XD-1", ordinary());
        var waits = "/drafts/" + draft.id() + "/approve";
        var nobody = "Nobody who may approve it has opened its page of approval yet.";
        page("oversight", waits, "en");
        assertThat(page("duty-officer", waits, "en")).contains(nobody);

        page("second-officer", waits, "en");
        assertThat(page("duty-officer", waits, "en"))
                .contains(official("tolva").name() + " opened it at <time")
                .doesNotContain(nobody);
        assertThat(page("duty-officer", waits, "ar")).contains("اطّلع عليه");
        assertThat(unsent.saying(
                                Language.ENGLISH, "maren", it -> it.draft().id().equals(draft.id()))
                        .acts())
                .extracting(it -> it.opened().name())
                .containsExactly(official("tolva").name());

        var again = drafts.giveBack(draft.id(), WHY, official("tolva"));
        drafts.submit(again.id(), again.version(), official("maren"));
        assertThat(page("duty-officer", waits, "en")).as("another version").contains(nobody);
    }

    @Test
    void of_what_waits_since_before_that_was_noted_it_says_nothing() throws Exception {
        var draft = submitted("XD-1", ordinary());
        db.sql("update cooperation.draft set opening_kept = false where id = :id")
                .param("id", draft.id())
                .update();

        assertThat(page("duty-officer", "/drafts/" + draft.id() + "/approve", "en"))
                .doesNotContain("has opened its page of approval yet");
    }

    @Test
    void on_the_page_of_an_act() throws Exception {
        var reference = letters.opens("preservation/1", "XD-1", ordinary());
        var thread = requests.find(reference).orElseThrow().thread();
        var maren = official("maren");
        Draft begun = drafts.start(
                "preservation/1",
                "accept",
                Role.REQUESTED,
                "XD-1",
                thread,
                Map.of("confidentiality", "not-asked"),
                maren);
        drafts.submit(begun.id(), begun.version(), maren);
        drafts.giveBack(begun.id(), WHY, official("tolva"));

        assertThat(page("duty-officer", "/requests/" + reference + "/accept?draft=" + begun.id(), "en"))
                .contains(official("tolva").name() + " gave it back.", WHY);
        assertThat(page("duty-officer", "/requests/" + reference + "/accept", "en"))
                .doesNotContain(WHY);
    }
}
