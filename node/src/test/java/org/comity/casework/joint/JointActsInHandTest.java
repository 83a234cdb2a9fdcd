package org.comity.casework.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.comity.casework.Compartments;
import org.comity.casework.JointActsInHand;
import org.comity.casework.Officers;
import org.comity.casework.UnsentAct;
import org.comity.casework.UnsentAct.Progress;
import org.comity.casework.UnsentActs;
import org.comity.ui.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An act of a joint thread stands with all that our officers have in hand, from its first word until it leaves. */
class JointActsInHandTest extends Officers {

    private static final String MATTER = "One botnet of the heron in three States";

    @Autowired
    private WritingJointActs writing;

    @Autowired
    private JointActsInHand inHand;

    @Autowired
    private UnsentActs unsent;

    @Autowired
    private JdbcClient db;

    private String draft = "";

    @BeforeEach
    void begun() throws Exception {
        var begin = post("/joint/new").param("states", "XB-1");
        Map.of(
                        "instrument", "uncc/2",
                        "matter", MATTER,
                        "authority", "Cyber Unit",
                        "offence", "Illegal access",
                        "facts", "The same servers.",
                        "why", "Measures on one day.",
                        "places", "In all of them.")
                .forEach(begin::param);
        draft = redirected("duty-officer", begin).replace("/joint/drafts/", "");
    }

    @AfterEach
    void nothing_stays() {
        db.sql("delete from cooperation.joint_draft where id = ?").param(draft).update();
    }

    @Test
    void it_stands_on_the_desk_in_mine_in_search_and_in_the_note_while_it_is_written() throws Exception {
        assertThat(act().standing()).isEqualTo(Progress.WRITING);
        for (var place : List.of(
                "/desk",
                "/desk?view=MINE",
                "/desk?view=officers&state=Belmora",
                "/search?q=heron",
                "/search/palette?q=heron",
                "/desk/handover")) {
            assertThat(page("duty-officer", place, "en")).as(place).contains("/joint/drafts/" + draft, MATTER);
        }
        assertThat(page("duty-officer", "/desk", "ar")).contains("/joint/drafts/" + draft, MATTER);
        assertThat(page("second-officer", "/desk?view=MINE", "en")).doesNotContain(draft);
    }

    @Test
    void it_waits_for_whoever_may_approve_it_and_says_who_that_is() throws Exception {
        int before = inHand.toApprove(official("tolva"));
        writing.submit(draft, official("maren"));

        assertThat(act().standing()).isEqualTo(Progress.WAITING);
        assertThat(act().approvers()).isNotEmpty().contains(official("tolva")).doesNotContain(official("maren"));
        assertThat(act().draft().reference()).isNotEmpty();
        assertThat(inHand.toApprove(official("tolva"))).isEqualTo(before + 1);
        assertThat(inHand.toApprove(official("maren"))).isZero();
        for (var place : List.of("/desk", "/search?q=heron", "/desk/handover")) {
            assertThat(page("duty-officer", place, "en"))
                    .as(place)
                    .contains("/joint/drafts/" + draft, "Waiting for approval by", MATTER);
        }
    }

    @Test
    void who_returned_it_and_why_stands_wherever_it_is_listed() throws Exception {
        writing.submit(draft, official("maren"));
        redirected(
                "second-officer", post("/joint/drafts/" + draft + "/return").param("why", "Name the heron servers."));

        var returned = act();
        var tolva = official("tolva").name();
        assertThat(returned.standing()).isEqualTo(Progress.RETURNED);
        assertThat(returned.returnedBy()).isEqualTo(tolva);
        for (var place : List.of("/desk", "/desk?view=MINE", "/joint", "/search?q=heron", "/desk/handover")) {
            assertThat(page("duty-officer", place, "en"))
                    .as(place)
                    .contains("/joint/drafts/" + draft, "Returned by " + tolva, "Name the heron servers.");
        }
        writing.submit(draft, official("maren"));
        assertThat(act().standing()).isEqualTo(Progress.WAITING);
    }

    @Test
    void what_its_author_took_back_nobody_returned() {
        writing.submit(draft, official("maren"));
        writing.giveBack(draft, "A typo.", official("maren"));

        assertThat(act().standing()).isEqualTo(Progress.WRITING);
    }

    private UnsentAct act() {
        var all = unsent.page(Language.ENGLISH, Compartments.ANYBODY, null).acts();
        return Objects.requireNonNull(all.stream()
                .filter(it -> it.draft().id().equals(draft))
                .findFirst()
                .orElse(null));
    }
}
