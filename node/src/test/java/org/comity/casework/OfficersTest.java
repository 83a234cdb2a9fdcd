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
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

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
    void what_an_emergency_left_out_is_listed_until_acts_of_completion_fill_it() throws Exception {
        var sent = sent("XD-1", emergency(), "maren");
        var path = "/requests/" + sent.reference();
        assertThat(page("duty-officer", path, "en"))
                .contains("Left out in the emergency", "<li>Why it is necessary</li>");
        assertThat(page("duty-officer", path + "/complete", "en")).contains("value=\"necessity\"", "value=\"link\"");

        complete(path, List.of("necessity", "link"));

        assertThat(page("duty-officer", path, "en"))
                .contains("Left out in the emergency", "<li>The facts</li>")
                .doesNotContain("<li>Why it is necessary</li>");
        assertThat(page("duty-officer", path, "ar")).contains("ما تُرك في حالة الطوارئ");
        complete(path, List.of("offence", "facts", "data-classes", "intent"));
        assertThat(page("duty-officer", path, "en")).doesNotContain("Left out in the emergency");
        assertThat(page("duty-officer", path + "/complete", "en")).doesNotContain("name=\"completes\"");
    }

    @Test
    void a_call_before_the_request_is_kept_on_the_draft_and_stands_in_the_domestic_file_once_it_is_sent()
            throws Exception {
        var maren = official("maren");
        var draft = drafts.start("preservation/1", "request", Role.REQUESTING, "XD-1", null, emergency(), maren);
        var step = "/drafts/" + draft.id() + "/custodian";
        assertThat(page("duty-officer", step, "en"))
                .contains("Never tested by us.")
                .doesNotContain("name=\"callWith\"");

        var ticked = redirected("duty-officer", typed(step, draft.id()));
        assertThat(ticked).startsWith(step + "#");
        assertThat(page("duty-officer", step, "ar")).contains("name=\"callWith\"", "name=\"call.date\"");
        assertThat(page("duty-officer", "/drafts/" + draft.id() + "/preview", "en"))
                .contains("not when you called");
        redirected("duty-officer", call(typed(step, draft.id()), "2999-01-01"));
        assertThat(page("duty-officer", step + "?check=true", "en")).contains("It cannot be in the future.");
        redirected("duty-officer", call(typed(step, draft.id()), "2026-11-20"));
        assertThat(page("duty-officer", step, "en")).contains("2026-11-20", "Officer on duty");
        assertThat(page("duty-officer", "/drafts/" + draft.id() + "/preview", "en"))
                .contains("The requesting State phoned the duty contact")
                .doesNotContain("Officer on duty", "not when you called");

        var now = drafts.get(draft.id());
        drafts.submit(now.id(), now.version(), maren);
        var sent = drafts.approve(now.id(), new Proof.Practice(), null, maren);
        drafts.approve(now.id(), new Proof.Practice(), null, maren);

        assertThat(file.lines(java.util.Objects.requireNonNull(sent.thread())))
                .filteredOn(it -> it.kind() == DomesticFile.Kind.CALL)
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.text())
                            .isEqualTo(
                                    "Phone first, before the written request. Spoke with: Officer on duty. Said: They look at once.");
                    assertThat(it.time()).isEqualTo("2026-11-20T08:30:00Z");
                    assertThat(it.number()).isNotEmpty();
                });
        assertThat(db.sql("select count(*) from cooperation.draft_call where draft = :draft")
                        .param("draft", draft.id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_call_stays_with_whoever_told_it_and_no_time_is_said_that_nobody_typed() throws Exception {
        var draft = drafts.start(
                "preservation/1", "request", Role.REQUESTING, "XD-1", null, emergency(), official("maren"));
        var step = "/drafts/" + draft.id() + "/custodian";
        redirected("lawyer", typed(step, draft.id()));
        assertThat(page("lawyer", step, "en"))
                .contains("name=\"call.date\"")
                .doesNotContain("name=\"call.date\" value=\"2");
        redirected(
                "lawyer",
                typed(step, draft.id())
                        .param("call.date", "")
                        .param("call.time", "")
                        .param("call.zone", "Z"));
        assertThat(tellers(draft.id())).isEmpty();

        redirected("duty-officer", call(typed(step, draft.id()), "2026-11-20"));
        assertThat(tellers(draft.id())).containsExactly("maren");
        redirected("lawyer", call(typed(step, draft.id()), "2026-11-20"));
        assertThat(tellers(draft.id())).as("nothing new").containsExactly("maren");
        redirected("lawyer", call(typed(step, draft.id()), "2026-11-19"));
        assertThat(tellers(draft.id())).as("another day").containsExactly("okell");
    }

    private List<String> tellers(String draft) {
        return db.sql("select official from cooperation.draft_call where draft = :draft")
                .param("draft", draft)
                .query(String.class)
                .list();
    }

    private MockHttpServletRequestBuilder typed(String step, String draft) {
        return post(step)
                .param("version", Long.toString(drafts.get(draft).version()))
                .param("emergency", "yes")
                .param("phonedFirst", "yes");
    }

    private static MockHttpServletRequestBuilder call(MockHttpServletRequestBuilder form, String day) {
        return form.param("call.date", day)
                .param("call.time", "08:30")
                .param("call.zone", "Z")
                .param("callWith", "Officer on duty")
                .param("callSaid", "They look at once.");
    }

    private void complete(String path, List<String> gaps) throws Exception {
        var form = post(path + "/complete").param("text", "Now known.").param("then", "preview");
        gaps.forEach(it -> form.param("completes", it));
        var preview = redirected("duty-officer", form);
        var draft = drafts.get(preview.replaceAll("/drafts/(.*)/preview", "$1"));
        drafts.submit(draft.id(), draft.version(), official("maren"));
        drafts.approve(draft.id(), new Proof.Practice(), null, official("maren"));
    }

    @Test
    void two_files_whose_names_differ_in_capitals_only_do_not_go_together() {
        var maren = official("maren");
        var draft = drafts.start("preservation/1", "request", Role.REQUESTING, "XD-1", null, ordinary(), maren);
        drafts.attach(draft.id(), "Map.txt", "text/plain", new byte[] {1}, maren);
        refused("draft.file-twin", () -> drafts.attach(draft.id(), "map.TXT", "text/plain", new byte[] {2}, maren));
        drafts.attach(draft.id(), "Map.txt", "text/plain", new byte[] {3}, maren);
        assertThat(drafts.get(draft.id()).files()).hasSize(1);
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
        redirected(
                "magistrate",
                post("/orders/" + reference)
                        .param("then", "grant")
                        .param("number", "14/26")
                        .param("data", "login records")
                        .param("keepUntil", "2027-01-31"));

        var line = file.lines(thread).getFirst();
        assertThat(line.kind()).isEqualTo(DomesticFile.Kind.ORDER);
        assertThat(line.number()).isEqualTo("14/26");
        assertThat(line.text()).contains("login records", "2027-01-31", "must not tell the user");
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
    void two_officers_read_both_proofs_and_record_how_a_dispute_was_settled_and_the_thread_stays_disputed()
            throws Exception {
        var reference = sent("XD-1", ordinary(), "tolva").reference();
        var thread = requests.find(reference).orElseThrow().thread();
        assertThat(code("duty-officer", "/requests/" + reference + "/dispute")).isEqualTo(404);
        var theirs = threads.entries(thread, 0).getFirst();
        dispute(thread, theirs.entry().json(), theirs.json());
        var path = "/requests/" + reference + "/dispute";

        assertThat(page("duty-officer", "/desk", "en")).contains("Automatic steps have stopped.", path);
        assertThat(page("duty-officer", path, "ar")).contains("dir=\"rtl\"", "الأثر يختلف");
        assertThat(page("duty-officer", path, "en"))
                .contains("The effect differs from our own fold", "Signature", "Our proof as a file");
        assertThat(code("duty-officer", path + "/1-ours.json")).isEqualTo(200);
        assertThat(code("duty-officer", path + "/1-theirs.json")).isEqualTo(200);
        assertThat(code("duty-officer", path + "/2-theirs.json")).isEqualTo(404);
        assertThat(code("magistrate", path)).isEqualTo(403);

        assertThat(answered(200, "duty-officer", post(path + "/settlement").param("words", " ")))
                .contains("Say what was agreed.");
        assertThat(answered(
                        200,
                        "duty-officer",
                        post(path + "/settlement")
                                .param("words", "Theirs was a fault.")
                                .param("continuedIn", reference)))
                .contains("There is no other request", "Theirs was a fault.");
        redirected("duty-officer", post(path + "/settlement").param("words", "Theirs was a fault."));
        var hash =
                page("second-officer", path, "en").replaceAll("(?s).*name=\"hash\" value=\"([0-9a-f]{64})\".*", "$1");
        var agree = post(path + "/settlement/agree").param("method", "practice");
        answered(
                403,
                "duty-officer",
                post(path + "/settlement/agree").param("method", "practice").param("hash", hash));
        answered(
                409,
                "second-officer",
                post(path + "/settlement/agree").param("method", "practice").param("hash", "0".repeat(64)));
        redirected("second-officer", agree.param("hash", hash));

        assertThat(page("duty-officer", "/desk", "en")).doesNotContain(path);
        assertThat(page("duty-officer", path, "en"))
                .contains("How it was settled", "R. Tolva")
                .doesNotContain("/settlement/agree");
        assertThat(threads.find(thread).orElseThrow().disputed()).isEqualTo("effect");
        answered(409, "duty-officer", post(path + "/settlement").param("words", "Otherwise."));
        var draft = redirected("duty-officer", post(path + "/continue")).replaceAll("/drafts/(.*)/state", "$1");
        assertThat(drafts.get(draft).body()).containsEntry("continues", reference);
        assertThat(page("duty-officer", "/drafts/" + draft + "/preview", "en"))
                .contains("Goes on with request", reference);
    }

    private void dispute(String thread, byte[] ours, byte[] theirs) {
        db.sql(
                        "insert into thread.dispute_proof (thread, why, ours, theirs, theirs_hash, kept_at) values (:t, 'effect', :o, :h, 'x', :at)")
                .param("t", thread)
                .param("o", ours)
                .param("h", theirs)
                .param("at", clock.instant().atOffset(java.time.ZoneOffset.UTC))
                .update();
        db.sql("update thread.thread set disputed = 'effect' where id = :t")
                .param("t", thread)
                .update();
        db.sql("update cooperation.request set disputed = true where thread = :t")
                .param("t", thread)
                .update();
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
