package org.comity.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Clock;
import java.util.List;
import org.comity.casework.Confirmations.Outcome;
import org.comity.identity.Approvals.Proof;
import org.comity.identity.ApprovalsKept;
import org.comity.ledger.Ledger;
import org.comity.procedure.Draft;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two officers: in an emergency one goes ahead and a second confirms; a magistrate orders; a dispute is settled. */
class OfficersTest extends Officers {

    @Autowired
    private Confirmations confirmations;

    @Autowired
    private ApprovalsKept approvals;

    @Autowired
    private Ledger ledger;

    @Autowired
    private DomesticFile file;

    @Autowired
    private Clock clock;

    @Autowired
    private org.springframework.jdbc.core.simple.JdbcClient db;

    @Test
    void what_goes_ahead_with_one_officer_waits_on_the_desk_until_a_second_confirms_the_same_bytes() throws Exception {
        // The desk names the fifty that wait longest, and other tests leave some at this node.
        db.sql("delete from cooperation.confirmation where outcome = 'AWAITED'").update();
        var sent = sent("XD-1", emergency(), "maren");
        var act = sent.act();
        assertThat(confirmations.get(act).outcome()).isEqualTo(Outcome.AWAITED);

        assertThat(page("duty-officer", "/desk", "en")).contains("went ahead with one officer", "/confirmations\"");
        assertThat(page("second-officer", "/desk", "ar")).contains("بانتظار تأكيدكم", "/confirmations/" + act);
        assertThat(page("second-officer", "/confirmations/" + act, "en"))
                .contains("Confirm an emergency act", "a child is missing", "/drafts/" + sent.id() + "/act.pdf");
        assertThat(page("duty-officer", "/confirmations/" + act, "ar"))
                .contains("dir=\"rtl\"")
                .doesNotContain("/confirm\"");
        assertThat(page("duty-officer", "/confirmations/" + act, "en"))
                .contains("Can decide", "<bdi>" + official("tolva").name() + "</bdi>")
                .doesNotContain("<bdi>" + official("maren").name() + "</bdi> ·");

        var press = post("/confirmations/" + act + "/confirm")
                .param("method", "practice")
                .param("once", token());
        assertThat(redirected("second-officer", press)).isEqualTo("/confirmations");
        assertThat(redirected("second-officer", press)).isEqualTo("/confirmations");

        assertThat(confirmations.get(act).outcome()).isEqualTo(Outcome.CONFIRMED);
        assertThat(approvals.of(act)).extracting(ApprovalsKept.Kept::official).containsExactly("maren", "tolva");
        assertThat(ledger.lines(act, null, 10))
                .filteredOn(it -> it.what().equals("act.confirmed"))
                .hasSize(1);
        assertThat(page("duty-officer", "/requests/" + sent.reference(), "en")).contains("confirmed it afterwards");
        assertThat(page("duty-officer", "/confirmations", "en")).doesNotContain(act);
        refused("confirmation.decided", () -> confirmations.doNotConfirm(act, "too late", official("okell")));
    }

    @Test
    void nobody_confirms_what_he_sent_and_only_who_may_approve_confirms() throws Exception {
        var act = sent("XD-1", emergency(), "maren").act();
        refused(
                "confirmation.not-an-approver",
                () -> confirmations.confirm(act, new Proof.Practice(), official("maren")));
        refused("confirmation.not-an-approver", () -> confirmations.doNotConfirm(act, "no", official("arlo")));
        answered(
                403,
                "custodian",
                post("/confirmations/" + act + "/confirm")
                        .param("method", "practice")
                        .param("once", token()));

        var tolva = official("tolva");
        var own = drafts.start("preservation/1", "request", Role.REQUESTING, "XD-1", null, emergency(), tolva);
        var alone =
                drafts.approve(drafts.submit(own.id(), own.version(), tolva).id(), new Proof.Practice(), null, tolva);
        refused(
                "confirmation.second-officer-must-differ",
                () -> confirmations.confirm(alone.act(), new Proof.Practice(), tolva));
        assertThat(page("second-officer", "/confirmations/" + alone.act(), "en"))
                .doesNotContain("/confirm\"");
        confirmations.confirm(alone.act(), new Proof.Practice(), official("okell"));
        refused(
                "confirmation.decided",
                () -> confirmations.confirm(alone.act(), new Proof.Practice(), official("okell")));
        assertThat(code("second-officer", "/confirmations/" + "0".repeat(64))).isEqualTo(404);
    }

    @Test
    void what_is_not_confirmed_stands_and_oversight_reads_why() throws Exception {
        var sent = sent("XD-1", emergency(), "maren");
        var url = "/confirmations/" + sent.act() + "/not-confirmed";
        assertThat(answered(200, "second-officer", post(url).param("words", "  ")))
                .contains("Say why you do not confirm it.");
        assertThat(confirmations.get(sent.act()).outcome()).isEqualTo(Outcome.AWAITED);

        redirected("second-officer", post(url).param("words", "Nobody was in danger."));

        var thread = requests.find(sent.reference()).orElseThrow().thread();
        assertThat(threads.act(sent.act()).orElseThrow().n()).isEqualTo(1);
        assertThat(threads.find(thread).orElseThrow().state().name()).isEqualTo("Requested");
        assertThat(page("oversight", "/oversight", "en")).contains("Nobody was in danger.", sent.reference());
        assertThat(page("duty-officer", "/requests/" + sent.reference(), "en"))
                .contains("did not confirm it. It stands.");
    }

    @Test
    void an_ordinary_request_and_an_emergency_approved_by_two_wait_for_nobody() {
        var ordinary = submitted("XD-1", ordinary());
        refused(
                "draft.not-an-approver",
                () -> drafts.approve(ordinary.id(), new Proof.Practice(), null, official("maren")));
        var approved = drafts.approve(ordinary.id(), new Proof.Practice(), null, official("tolva"));
        refused("confirmation.unknown", () -> confirmations.get(approved.act()));

        var two = sent("XD-1", emergency(), "okell");
        refused("confirmation.unknown", () -> confirmations.get(two.act()));
    }

    @Test
    void whoever_submitted_it_takes_it_back_before_it_is_approved_and_a_draft_is_thrown_away() throws Exception {
        var draft = submitted("XD-1", ordinary());
        var approve = "/drafts/" + draft.id() + "/approve";
        assertThat(page("duty-officer", approve, "en")).contains("Take it back to change it");
        assertThat(page("second-officer", approve, "en"))
                .contains("Return with a note")
                .doesNotContain("Take it back");
        answered(403, "custodian", post("/drafts/" + draft.id() + "/return"));
        assertThat(drafts.get(draft.id()).status()).isEqualTo(Draft.Status.SUBMITTED);

        assertThat(redirected("duty-officer", post("/drafts/" + draft.id() + "/return")))
                .isEqualTo("/drafts/" + draft.id() + "/preview");

        var back = drafts.get(draft.id());
        assertThat(back.status()).isEqualTo(Draft.Status.WRITING);
        assertThat(back.act()).isNull();
        assertThat(page("duty-officer", "/drafts/" + draft.id() + "/preview", "en"))
                .contains("/drafts/" + draft.id() + "/state")
                .doesNotContain("gave it back");
        assertThat(drafts.submit(draft.id(), back.version(), official("maren")).reference())
                .isEqualTo(draft.reference());
        redirected("second-officer", post("/drafts/" + draft.id() + "/return").param("why", "Name the offence."));
        assertThat(page("duty-officer", "/drafts/" + draft.id() + "/preview", "en"))
                .contains("gave it back", "Name the offence.");
        drafts.submit(draft.id(), drafts.get(draft.id()).version(), official("maren"));
        drafts.approve(draft.id(), new Proof.Practice(), null, official("tolva"));
        answered(409, "duty-officer", post("/drafts/" + draft.id() + "/return"));

        var other =
                drafts.start("preservation/1", "request", Role.REQUESTING, "XB-1", null, ordinary(), official("maren"));
        var step = "/drafts/" + other.id() + "/offence";
        assertThat(page("duty-officer", step, "en"))
                .contains("Throw this draft away", "value=\"discard\"", "holds up to");
        redirected(
                "duty-officer",
                post(step).param("version", String.valueOf(other.version())).param("then", "discard"));
        assertThat(drafts.get(other.id()).status()).isEqualTo(Draft.Status.DISCARDED);
    }

    @Test
    void two_files_whose_names_differ_in_capitals_only_do_not_go_together() {
        var maren = official("maren");
        var draft = drafts.start("preservation/1", "request", Role.REQUESTING, "XD-1", null, ordinary(), maren);
        drafts.attach(draft.id(), "Map.txt", "text/plain", new byte[] {1}, maren);
        refused("draft.file-twin", () -> drafts.attach(draft.id(), "map.TXT", "text/plain", new byte[] {2}, maren));
        drafts.attach(draft.id(), "Map.txt", "text/plain", new byte[] {3}, maren);
        assertThat(drafts.get(draft.id()).files()).hasSize(1);
        // Each receiver would refuse what is sealed with both.
        for (var twins : List.of(List.of("Stra\u00dfe.pdf", "Strasse.pdf"), List.of("kay\u0131t.pdf", "kayit.pdf"))) {
            drafts.attach(draft.id(), twins.getFirst(), "application/pdf", new byte[] {1}, maren);
            refused(
                    "draft.file-twin",
                    () -> drafts.attach(draft.id(), twins.getLast(), "application/pdf", new byte[] {2}, maren));
        }
    }

    @Test
    void a_magistrate_sees_what_was_passed_on_and_nothing_else_and_the_decision_is_in_the_domestic_file()
            throws Exception {
        var reference = sent("XD-1", emergency(), "maren").reference();
        var other = sent("XD-1", emergency(), "maren").reference();
        var thread = requests.find(reference).orElseThrow().thread();
        file.add(thread, DomesticFile.Kind.NOTE, "The informant is named Ludo.", "", null, null, official("maren"));
        assertThat(code("magistrate", "/orders/" + reference)).isEqualTo(403);
        assertThat(code("duty-officer", "/orders")).isEqualTo(403);

        redirected("duty-officer", post("/requests/" + reference + "/pass-on"));

        assertThat(page("magistrate", "/orders", "en")).contains(reference).doesNotContain(other);
        assertThat(page("magistrate", "/orders/" + reference, "ar")).contains("dir=\"rtl\"", "a child is missing");
        assertThat(page("magistrate", "/orders/" + reference, "en")).doesNotContain("Ludo", "Working messages");
        assertThat(code("magistrate", "/orders/" + reference + "/request.pdf")).isEqualTo(200);
        for (var path : List.of(
                "/orders/" + other,
                "/requests/" + reference + "/record",
                "/requests/" + reference + "/thread.zip",
                "/confirmations")) {
            assertThat(code("magistrate", path)).as(path).isEqualTo(403);
        }
        assertThat(code("magistrate", "/requests")).isEqualTo(302);

        assertThat(answered(
                        200,
                        "magistrate",
                        post("/orders/" + reference).param("then", "refuse").param("data", "all of it")))
                .contains("Say why you refuse it.", "all of it");
        assertThat(answered(200, "magistrate", post("/orders/" + reference).param("then", "grant")))
                .contains("Give the number");
        redirected(
                "magistrate", post("/orders/" + reference).param("then", "save").param("data", "login records"));
        assertThat(page("magistrate", "/orders/" + reference, "en")).contains("login records");
        assertThat(answered(
                        200,
                        "magistrate",
                        post("/orders/" + reference)
                                .param("then", "grant")
                                .param("number", "14/26")
                                .param("data", "login records")
                                .param("keepUntil", "2020-01-01")))
                .contains("That day is over", "value=\"2020-01-01\"");
        redirected(
                "magistrate",
                post("/orders/" + reference)
                        .param("then", "grant")
                        .param("version", "1")
                        .param("number", "14/26")
                        .param("data", "login records")
                        .param("keepUntil", inDays(60)));

        var line = file.lines(thread).getFirst();
        assertThat(line.kind()).isEqualTo(DomesticFile.Kind.ORDER);
        assertThat(line.number()).isEqualTo("14/26");
        assertThat(line.text()).contains("login records", inDays(60), "must not tell the user");
        assertThat(line.official()).isEqualTo("sorane");
        assertThat(page("magistrate", "/orders", "en")).doesNotContain("/orders/" + reference);
        answered(
                409,
                "magistrate",
                post("/orders/" + reference)
                        .param("then", "grant")
                        .param("number", "15/26")
                        .param("data", "more"));

        redirected("duty-officer", post("/requests/" + reference + "/pass-on"));
        redirected(
                "magistrate",
                post("/orders/" + reference).param("then", "refuse").param("reasons", "No new ground."));
        assertThat(file.lines(thread).getFirst().kind()).isEqualTo(DomesticFile.Kind.ORDER_REFUSED);
        assertThat(page("duty-officer", "/requests/" + reference, "en")).contains("Order refused", "No new ground.");
    }

    @Test
    void before_and_at_approval_it_is_said_that_the_addressee_has_revoked_its_keys_and_the_draft_stays()
            throws Exception {
        var draft = submitted("XB-1", ordinary());
        var approve = "/drafts/" + draft.id() + "/approve";
        assertThat(page("second-officer", approve, "en"))
                .contains(approve + "\"")
                .doesNotContain("has revoked its keys");
        db.sql("""
                insert into directory.revocation (participant, version, json, effective, compromised_since, received_at)
                values ('XB-1', 1000, '{}', :now, :now, :now)
                """)
                .param("now", clock.instant().atOffset(java.time.ZoneOffset.UTC))
                .update();
        try {
            assertThat(page("second-officer", approve, "en"))
                    .contains("has revoked its keys", "it stays here as it is")
                    .doesNotContain("action=\"" + approve + "\"");
            assertThat(page("second-officer", approve, "ar")).contains("ألغت");
            refused(
                    "exchange.keys-withdrawn",
                    () -> drafts.approve(draft.id(), new Proof.Practice(), null, official("tolva")));
            assertThat(drafts.get(draft.id()).status()).isEqualTo(Draft.Status.SUBMITTED);
            assertThat(approvals.of(draft.act())).isEmpty();
        } finally {
            db.sql("delete from directory.revocation where version = 1000").update();
        }
        assertThat(page("second-officer", approve, "en")).contains("action=\"" + approve + "\"");
    }
}
