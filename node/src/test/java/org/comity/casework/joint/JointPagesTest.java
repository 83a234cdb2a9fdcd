package org.comity.casework.joint;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.comity.casework.KeptDraft;
import org.comity.casework.Officers;
import org.comity.directory.Directory;
import org.comity.ledger.Ledger;
import org.comity.procedure.form.FieldBroken;
import org.comity.proof.act.Act;
import org.comity.proof.act.Envelope;
import org.comity.proof.act.JointThread;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.SaltedHash;
import org.comity.proof.table.JointState;
import org.comity.proof.table.PartyRules;
import org.comity.thread.JointThreads;
import org.comity.thread.JointThreads.ToLookAt;
import org.comity.thread.JointThreads.Why;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.json.JsonMapper;

/** A joint thread on the pages of its host: begun, approved by a second officer, its text written and approved. */
class JointPagesTest extends Officers {

    private static final Map<String, String> PROPOSAL = Map.of(
            "instrument",
            "uncc/2",
            "authority",
            "Cyber Unit",
            "matter",
            "One botnet in three States",
            "offence",
            "Illegal access",
            "facts",
            "The same servers.",
            "why",
            "Measures on one day.",
            "places",
            "In all of them.");

    private static final Map<String, Object> BODY = Map.of("matter", "One botnet in three States");
    private static final Instant AT = Instant.parse("2027-01-24T12:00:00Z");

    @Autowired
    private JointThreads joint;

    @Autowired
    private Directory directory;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Ledger ledger;

    @Autowired
    private JointDraftRows drafts;

    @Autowired
    private WritingJointActs writing;

    @Test
    void it_is_begun_its_text_is_written_and_approved_clause_by_clause() throws Exception {
        var thread = begun();
        assertThat(page("duty-officer", "/joint", "en")).contains("One botnet in three States", "No text on the table");
        var asked = drafts.unsent(thread);
        assertThat(asked).extracting(JointDraft::type).containsExactly("invite");
        assertThat(page("second-officer", "/joint/" + thread, "en"))
                .contains("Invite another State: ", "waits for a second officer", "keeps the register");
        approved(asked.getFirst().id());
        assertThat(joint.find(thread).orElseThrow().state().invited()).containsOnlyKeys("XB-1");
        assertThat(page("duty-officer", "/joint/" + thread, "ar")).contains("مدعوة", "يحفظ السجل");

        var form = page("duty-officer", "/joint/" + thread + "/draft", "en");
        assertThat(form).contains("The law of the party on whose territory a measure is carried out.");
        assertThat(page("duty-officer", "/joint/" + thread + "/draft", "ar")).contains("قانون الطرف");
        assertThat(answered(200, "duty-officer", text(thread, ""))).contains("End of the period: fill this in.");
        sent(redirected("duty-officer", text(thread, inDays(200))));
        assertThat(page("duty-officer", "/joint/" + thread + "/draft", "en"))
                .contains("Where it works")
                .as("it begins with the text that is open, its end, too")
                .contains("As the model says.", "value=\"" + inDays(200) + "\"");
        assertThat(page("duty-officer", "/joint/" + thread, "en"))
                .contains("The text that is open for approval", "has not approved it yet", "Our turn");

        var approval =
                redirected("duty-officer", post("/joint/" + thread + "/approve").param("draft", (String)
                        joint.find(thread).orElseThrow().state().table().get("draft")));
        sent(approval);
        assertThat(page("duty-officer", "/joint/" + thread, "en"))
                .contains("Agreed and running", "The agreed text", "agreed until")
                .doesNotContain("The text that is open for approval", "<del>");

        sent(redirected(
                "duty-officer",
                post("/joint/" + thread + "/renew")
                        .param("until.date", inDays(400))
                        .param("until.time", "12:00")
                        .param("until.zone", "Z")
                        .param("why", "The servers are many.")));
        sent(redirected(
                "duty-officer", post("/joint/" + thread + "/approve-renewal").param("renewal", (String)
                        joint.find(thread).orElseThrow().state().table().get("renewal"))));
        assertThat(page("duty-officer", "/joint/" + thread, "en"))
                .as("the agreed text says until when it is agreed now")
                .contains("<del>" + read(inDays(200)), "<ins>" + read(inDays(400)));
    }

    /** Acts without an entry, as a slow keeper leaves them. */
    @Test
    void a_long_register_is_read_in_stretches() throws Exception {
        var thread = begun();
        db.sql("""
                insert into thread.joint_act (id, thread, author, envelope, kept_at)
                select lpad(to_hex(i), 64, 'a'), thread, author, envelope, kept_at + i * interval '1 s'
                  from thread.joint_act, generate_series(1, 150) i where thread = :thread and n = 1
                """).param("thread", thread).update();
        int all = joint.countActs(thread);

        assertThat(page("duty-officer", "/joint/" + thread, "en"))
                .contains("Acts %d to %d of %d".formatted(all - 99, all, all), "?before=" + (all - 100))
                .doesNotContain("Later acts")
                .satisfies(it -> assertThat(it.split("<article class=\"act\">")).hasSize(101));
        assertThat(page("duty-officer", "/joint/" + thread + "?before=" + (all - 100), "en"))
                .contains("Acts 1 to %d of %d".formatted(all - 100, all), "Later acts")
                .doesNotContain("Earlier acts");

        db.sql("delete from thread.joint_act where thread = :thread and n is null")
                .param("thread", thread)
                .update();
    }

    /** {@code 30 June 2027}, as a document says a day. */
    private static String read(String day) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).format(LocalDate.parse(day));
    }

    /** A draft that a program wrote, or that lay long, is looked at again when its act is made. */
    @Test
    void no_act_is_made_whose_time_is_over() throws Exception {
        var thread = begun();
        var draft = writing.start(
                thread,
                "joint-investigation/1",
                "renew",
                "uncc/2",
                Map.of("why", "The servers are many."),
                Map.of("until", "2026-01-01T12:00:00Z"),
                List.of(),
                official("maren"));
        assertThatExceptionOfType(FieldBroken.class)
                .isThrownBy(() -> writing.submit(draft.id(), official("maren")))
                .satisfies(it -> assertThat(it.code()).isEqualTo("joint-investigation.ahead"))
                .satisfies(it -> assertThat(it.facts()).containsEntry("field", "until"));
    }

    /** In the order in which it was asked; and the next time the form begins with it, since all is said each time. */
    @Test
    void a_team_is_read_as_it_was_asked_and_named_anew_from_what_stands() throws Exception {
        var thread = begun();
        sent(redirected(
                "duty-officer",
                post("/joint/" + thread + "/name-team")
                        .param("team.0.name", "M. Aro")
                        .param("team.0.function", "Head of unit")
                        .param("team.0.authority", "Cyber Unit")
                        .param("team.0.task", "Leader")));

        assertThat(page("duty-officer", "/joint/" + thread, "en"))
                .contains("M. Aro · Head of unit · Cyber Unit · Leader");
        assertThat(page("duty-officer", "/joint/" + thread + "/name-team", "en"))
                .contains("value=\"M. Aro\"", "name=\"team.1.name\"");
    }

    @Test
    void what_is_typed_is_kept_while_it_is_written_and_is_the_same_draft_each_time() throws Exception {
        var first = kept(post("/joint/new").param("matter", "Half a"));
        var second = kept(post("/joint/new")
                .param("matter", "Half a sentence")
                .param("kept", first.draft())
                .param("version", String.valueOf(first.version())));
        assertThat(second.draft()).isEqualTo(first.draft());
        var id = second.draft();
        var kept = writing.get(id);
        assertThat(kept.status()).isEqualTo(JointDraft.Status.WRITING);
        assertThat(kept.body()).containsEntry("matter", "Half a sentence");
        assertThat(kept.act()).isNull();
        assertThat(page("duty-officer", "/joint/new?draft=" + id, "en")).contains("Half a sentence", "data-saves=");
        writing.discard(id, official("maren"));

        var thread = begun();
        var ofThread = kept(text(thread, inDays(20))).draft();
        assertThat(writing.get(ofThread).thread()).isEqualTo(thread);
        writing.discard(ofThread, official("maren"));
        answered(403, "oversight", post("/joint/new").param("then", "keep"));
    }

    private KeptDraft kept(MockHttpServletRequestBuilder typed) throws Exception {
        return JsonMapper.shared()
                .readValue(answered(200, "duty-officer", typed.param("then", "keep")), KeptDraft.class);
    }

    @Test
    void a_second_officer_approves_exactly_what_was_submitted() throws Exception {
        var draft = submitted();

        answered(403, "duty-officer", approve(draft));
        assertThat(page("duty-officer", "/joint/drafts/" + draft, "en")).contains("A second officer");
        for (var language : List.of("en", "ar")) {
            assertThat(toApprove("second-officer", language))
                    .contains("href=\"/joint/drafts/" + draft + "\"", "One botnet in three States")
                    .doesNotContain("joint.");
        }
        assertThat(toApprove("second-officer", "en")).containsPattern(draft + "[^§]*?Belmora");
        // Others' acts may wait for this chair; its own does not.
        var theirs = page("duty-officer", "/desk", "en");
        int waits = theirs.indexOf(">Waiting for your approval<");
        assertThat(waits < 0 ? "" : theirs.substring(waits, theirs.indexOf("</section>", waits)))
                .doesNotContain(draft);
        assertThat(answered(
                        200,
                        "second-officer",
                        post("/joint/drafts/" + draft + "/return").param("why", "")))
                .contains("Say in a few words what has to change.");
        redirected("second-officer", post("/joint/drafts/" + draft + "/return").param("why", "Name the servers."));
        assertThat(page("duty-officer", "/joint/drafts/" + draft, "en")).contains("Name the servers.", "Change it");
        redirected("duty-officer", post("/joint/drafts/" + draft + "/discard"));
        // There is none any more, and there never was one of this name: nothing is on record of it.
        for (var none : List.of(draft, "0a0b0c0d")) {
            answered(409, "duty-officer", post("/joint/drafts/" + none + "/discard"));
        }
        assertThat(ledger.lines("0a0b0c0d", null, 9)).isEmpty();
        assertThat(ledger.lines(draft, null, 9)).extracting(Ledger.Line::what).containsOnlyOnce("draft.discarded");
        assertThat(drafts.find(draft)).isEmpty();
    }

    @Test
    void an_unfinished_draft_is_told_from_others_and_leads_to_what_is_missing() throws Exception {
        var matters = List.of("Ransom of two hospitals", "Forged invoices of a port");
        for (var matter : matters) {
            var begun = post("/joint/new").param("states", "XB-1").param("matter", matter);
            redirected("duty-officer", begun.param("leave", "yes"));
        }
        var list = page("duty-officer", "/joint", "en");
        for (var matter : matters) {
            var draft = found(
                    "(/joint/drafts/[0-9a-f]+)\">Propose a joint investigation · <bdi>" + matter
                            + "</bdi> · <bdi>Belmora</bdi>",
                    list);
            assertThat(page("duty-officer", draft, "en"))
                    .contains("<h1>Propose a joint investigation</h1>")
                    .containsPattern("class=\"btn pri big\" href=\"/joint/new\\?draft=[0-9a-f]+#f-instrument\"")
                    .doesNotContain("Proposed to investigate", "Another treaty, domestic law", draft + "/submit");
            redirected("duty-officer", post(draft + "/discard"));
        }
    }

    @Test
    void what_is_missing_is_told_and_only_the_desk_writes() throws Exception {
        for (var language : List.of("en", "ar")) {
            assertThat(page("duty-officer", "/joint/new", language)).doesNotContain("joint-investigation.field.");
        }
        assertThat(page("duty-officer", "/joint/new", "ar")).doesNotContain("The United Nations Convention");
        assertThat(answered(200, "duty-officer", post("/joint/new")))
                .contains(
                        "Choose at least one other State.",
                        "Choose what it rests on.",
                        "Say in one line what is to be investigated together",
                        "Say why it is better done together.");
        assertThat(code("oversight", "/joint/new")).isEqualTo(403);
        var thread = begun();
        assertThat(code("duty-officer", "/joint/" + thread + "/end")).isEqualTo(409);
        var draft = written().replace("/joint/drafts/", "");
        answered(409, "duty-officer", post("/joint/new").param("kept", draft).param("version", "first"));
        assertThat(page("duty-officer", "/joint/" + thread + "/invite", "en")).contains("What it is shown of the past");
    }

    @Test
    void an_invitation_is_read_answered_and_goes_to_whoever_asked() throws Exception {
        var thread = asked();

        assertThat(page("duty-officer", "/joint", "en")).contains("We are invited", "Our turn: join or decline");
        assertThat(page("duty-officer", "/joint/" + thread, "en"))
                .contains("One botnet in three States", "asks us. Read what it is about below", "/join\"", "/decline\"")
                .doesNotContain("/leave\"");
        assertThat(page("duty-officer", "/joint/" + thread + "/join", "ar")).contains("الدعوة", "عضو");
        var invitation = joint.asked(thread).orElseThrow().act();
        var draft =
                redirected("duty-officer", post("/joint/" + thread + "/join").param("invitation", invitation));
        sent(draft);

        assertThat(joint.waiting(thread)).singleElement().satisfies(it -> {
            assertThat(it.act().envelope().type()).isEqualTo("join");
            assertThat(it.act().envelope().role()).isEqualTo("member");
            assertThat(it.act().envelope().facts()).containsEntry("invitation", invitation);
        });
        assertThat(page("duty-officer", "/joint/" + thread, "en"))
                .contains("Sent, not registered yet", "Our answer is on its way")
                .doesNotContain("/join\"", "Read what it is about below");
        assertThat(code("duty-officer", "/joint/" + thread + "/decline")).isEqualTo(409);
    }

    @Test
    void who_waits_for_a_day_is_told_and_goes_on_without_the_keeper() throws Exception {
        var before = keptByAnother();
        assertThat(page("duty-officer", "/joint/" + before, "en")).doesNotContain("Stalled.", "Go on without");
        answered(409, "duty-officer", get("/joint/new").param("continues", before));
        var seen = joint.seen(before).orElseThrow().fact();

        waits(before, Duration.ofHours(25));
        assertThat(joint.toLookAt()).contains(new ToLookAt(before, "joint-investigation/1", Why.UNHEARD));
        assertThat(page("duty-officer", "/joint/" + before, "en")).contains("Stalled.", "This proves nothing");
        assertThat(page("duty-officer", "/joint/" + before, "ar")).contains("متوقف");
        assertThat(page("oversight", "/joint/" + before, "en"))
                .contains("Stalled.")
                .doesNotContain("Go on without");
        assertThat(page("duty-officer", "/joint/new?continues=" + before, "en"))
                .contains("One botnet in three States", "This goes on from another thread.");

        var begin = post("/joint/new").param("states", "XB-1").param("continues", before);
        PROPOSAL.forEach(begin::param);
        var draft = redirected("duty-officer", begin);
        assertThat(page("duty-officer", "/joint/new?draft=" + draft.replace("/joint/drafts/", ""), "en"))
                .contains("value=\"" + before + "\"");
        redirected("duty-officer", post(draft + "/submit"));
        assertThat(page("second-officer", draft, "en")).contains("Goes on from", before);
        var thread = approved(draft.replace("/joint/drafts/", "")).replace("/joint/", "");

        assertThat(joint.toLookAt())
                .as("we went on from it")
                .noneMatch(it -> it.thread().equals(before));
        assertThat(joint.opening(thread).orElseThrow().envelope().facts())
                .containsEntry("continues", before + " " + seen);
        assertThat(page("duty-officer", "/joint/" + thread, "en"))
                .contains("The thread before", "as in our copy", "/joint/" + before);
    }

    @Test
    void a_disputed_thread_is_gone_on_from_at_once_and_one_in_order_never() throws Exception {
        var before = begun();
        assertThat(page("duty-officer", "/joint/" + before, "en")).doesNotContain("Go on without");
        answered(409, "duty-officer", post("/joint/new").param("continues", before));
        answered(404, "duty-officer", post("/joint/new").param("continues", "no-such-thread"));

        db.sql("update thread.joint set disputed = 'two-entries' where id = :id")
                .param("id", before)
                .update();

        assertThat(page("duty-officer", "/joint/" + before, "en"))
                .contains("The registers differ.", "Go on without the keeper")
                .doesNotContain("Stalled.");
    }

    /** R144: nobody can be removed there, and what all must approve would wait for ever. */
    @Test
    void the_host_goes_on_without_a_party_that_cannot_answer_and_says_why() throws Exception {
        var before = begun();
        joined(before);
        assertThat(page("duty-officer", "/joint/" + before, "en"))
                .contains("Go on without one of the parties")
                .doesNotContain("A party cannot answer.");
        answered(409, "duty-officer", get("/joint/new").param("continues", before));
        answered(
                409,
                "duty-officer",
                get("/joint/new").param("continues", before).param("without", "XD-1"));
        assertThat(page("duty-officer", "/joint/new?continues=" + before + "&without=XB-1", "en"))
                .contains("This goes on from another thread.", "One botnet in three States", "Why without ")
                .doesNotContainPattern("value=\"XB-1\"[^>]*checked");

        answered(409, "duty-officer", goesOn(before));
        assertThat(answered(
                        200,
                        "duty-officer",
                        goesOn(before).param("without", "XB-1").param("without-why", "No answer since May.")))
                .contains("Ask all other parties of the thread before");

        db.sql("""
                update thread.joint
                   set state = replace(state, '"XB-1":{"as":"member","from":1}',
                                       '"XB-1":{"as":"member","from":1},"XZ-1":{"as":"member","from":1}')
                 where id = :t
                """).param("t", before).update();
        assertThat(page("duty-officer", "/joint/" + before, "en")).contains("A party cannot answer.");
        assertThat(answered(200, "duty-officer", goesOn(before).param("without", "XZ-1")))
                .contains("Say why the new thread goes on without that State.");
        var draft = redirected(
                "duty-officer", goesOn(before).param("without", "XZ-1").param("without-why", "No answer since May."));
        assertThat(page("duty-officer", "/joint/new?draft=" + draft.replace("/joint/drafts/", ""), "en"))
                .contains("No answer since May.", "value=\"" + before + "\"");
        redirected("duty-officer", post(draft + "/submit"));
        assertThat(page("second-officer", draft, "en")).contains("Why without XZ-1", "No answer since May.");
        assertThat(linesWithout(before)).isZero();
        var thread = approved(draft.replace("/joint/drafts/", "")).replace("/joint/", "");

        assertThat(linesWithout(before)).isOne();
        assertThat(joint.opening(thread).orElseThrow().envelope().facts())
                .as("the reason stays here")
                .containsOnlyKeys("continues", "reference");
    }

    /** Its form does not offer them: they could not be asked there. */
    @Test
    void who_can_open_nothing_need_not_be_asked_again() throws Exception {
        var before = begun();
        joined(before);
        assertThat(directory.get("XD-1").hasNode()).isFalse();
        db.sql("""
                update thread.joint
                   set state = replace(state, '"XB-1":{"as":"member","from":1}',
                                       '"XB-1":{"as":"member","from":1},"XD-1":{"as":"member","from":1},'
                                       || '"XZ-1":{"as":"member","from":1}')
                 where id = :t
                """).param("t", before).update();
        assertThat(page("duty-officer", "/joint/new?continues=" + before + "&without=XZ-1", "en"))
                .contains("value=\"XB-1\"")
                .doesNotContain("value=\"XD-1\"");

        assertThat(redirected(
                        "duty-officer",
                        goesOn(before).param("without", "XZ-1").param("without-why", "No answer since May.")))
                .startsWith("/joint/drafts/");
    }

    /** Nobody looked at its form once more. */
    @Test
    void no_opening_act_is_made_without_a_party_and_without_a_reason() throws Exception {
        var before = begun();
        joined(before);
        var draft = writing.start(
                null,
                "joint-investigation/1",
                "propose",
                "uncc/2",
                BODY,
                Map.of("continues", before, "without", "XB-1"),
                List.of("XC-1"),
                official("maren"));

        assertThatExceptionOfType(JointRefused.class)
                .isThrownBy(() -> writing.submit(draft.id(), official("maren")))
                .satisfies(it -> assertThat(it.facts()).containsEntry("field", "without-why"));

        writing.discard(draft.id(), official("maren"));
    }

    /** Whom a table lets us remove is removed in the thread that is there. */
    @Test
    void nobody_is_left_who_can_be_removed_and_can_answer() {
        var rules = new PartyRules(
                Set.of(),
                Set.of(),
                Set.of(),
                "host",
                Map.of("host", Set.of("member", "observer")),
                20,
                Set.of(),
                Map.of("host", Set.of("observer")),
                Set.of("all"));
        var parties = Map.of(
                "XA-1", new JointState.Party("host", 1, null, false),
                "XB-1", new JointState.Party("member", 3, null, false),
                "XC-1", new JointState.Party("observer", 5, null, false));
        var others = List.of("XB-1", "XC-1");

        assertThat(ContinuingJointThread.mayBeLeft(rules, parties, "XA-1", others, _ -> false))
                .containsExactly("XB-1");
        assertThat(ContinuingJointThread.mayBeLeft(rules, parties, "XA-1", others, _ -> true))
                .containsExactly("XB-1", "XC-1");
    }

    private int linesWithout(String thread) {
        return db.sql("select count(*) from ledger.line where what = 'thread.goes-on-without' and subject = :t")
                .param("t", thread)
                .query(Integer.class)
                .single();
    }

    private static MockHttpServletRequestBuilder goesOn(String before) {
        var post = post("/joint/new").param("states", "XB-1").param("continues", before);
        PROPOSAL.forEach(post::param);
        return post;
    }

    /** R135, and an invitation that waits: on the desk, in the list, and counted beside every page. */
    @Test
    void the_desk_says_which_joint_threads_somebody_has_to_look_at() throws Exception {
        db.sql("update thread.joint set gone_on = true").update();
        db.sql("update thread.joint set standing = 'LEFT' where standing = 'INVITED'")
                .update();
        assertThat(page("duty-officer", "/desk", "en")).doesNotContain("joint thread differ", "asked to join one");

        var silent = keptByAnother();
        waits(silent, Duration.ofHours(1));
        var invited = asked(Map.of("reference", "XB-2027-000051"));
        assertThat(page("duty-officer", "/desk", "en"))
                .contains(
                        "An act of ours in a joint thread has had no entry",
                        "<a href=\"/joint/" + silent + "\">See which",
                        "We are asked to join one joint thread.",
                        "<a href=\"/joint/" + invited + "\">Read and answer")
                .containsPattern("<span>Joint threads</span><span class=\"n\">2<");
        assertThat(page("duty-officer", "/joint", "en")).contains("call whoever keeps the register");

        db.sql("update thread.joint set disputed = 'two-entries' where id = :id")
                .param("id", silent)
                .update();
        assertThat(page("duty-officer", "/desk", "en"))
                .contains("The registers of one joint thread differ.")
                .doesNotContain("has had no entry");
        assertThat(page("duty-officer", "/desk", "ar")).contains("السجلات مختلفة في معاملة مشتركة واحدة");
        assertThat(page("duty-officer", "/joint", "en")).contains("The registers differ. Open it");
    }

    /** R135: also what no further attempt would change; the sentence stands on, the notice until somebody has read it. */
    @Test
    void what_another_node_refuses_for_good_is_told_until_it_is_read() throws Exception {
        var inviting = begun();
        approved(drafts.unsent(inviting).getFirst().id());
        refused(inviting, "INVITATION", "unknown-procedure");
        var silent = keptByAnother();
        sent(redirected("duty-officer", text(silent, inDays(200))));
        refused(silent, "ACT", "oversized");
        assertThat(page("oversight", "/joint/" + silent, "en")).contains("It is larger than a joint thread takes.");

        assertThat(page("duty-officer", "/desk", "en"))
                .contains("In 2 joint threads other nodes do not take something of ours.");
        assertThat(page("duty-officer", "/joint", "en")).contains("Another node does not take something of ours.");
        for (var shown : List.of("first", "again")) {
            assertThat(page("duty-officer", "/joint/" + inviting, "en"))
                    .as(shown)
                    .contains("does not take our invitation", "Their node does not know this procedure");
        }
        assertThat(page("duty-officer", "/desk", "en"))
                .contains(
                        "In one joint thread another node does not take",
                        "<a href=\"/joint/" + silent + "\">Read what");
        page("duty-officer", "/joint/" + silent + "?before=1", "en");
        assertThat(page("duty-officer", "/desk", "en"))
                .as("an older stretch does not say it")
                .contains("In one joint thread another node does not take");
        assertThat(page("duty-officer", "/joint/" + silent, "en"))
                .contains("Not taken by whoever keeps the register", "It is larger than a joint thread takes.");
        assertThat(page("duty-officer", "/desk", "en")).doesNotContain("take something of ours");

        db.sql("update thread.joint set keeper = 'XC-1' where id = :t")
                .param("t", silent)
                .update();
        assertThat(page("duty-officer", "/joint/" + silent, "en"))
                .as("a copy that another party did not take")
                .doesNotContain("Not taken by");
        db.sql("delete from exchange.outbox where thread in (:t)")
                .param("t", List.of(inviting, silent))
                .update();
    }

    private void refused(String thread, String action, String code) {
        int n = db.sql("""
                update exchange.outbox
                   set status = 'GIVEN_UP', last_error = :code, settled_at = :at, claimed_by = null, claimed_until = null
                 where thread = :thread and action = :action
                """)
                .param("code", code)
                .param("at", AT.atOffset(UTC))
                .param("thread", thread)
                .param("action", action)
                .update();
        assertThat(n).isOne();
    }

    @Test
    void the_list_goes_on_where_a_page_ends() throws Exception {
        var old = java.util.stream.IntStream.range(0, 101)
                .mapToObj("00000000-0000-8000-8000-%012d"::formatted)
                .toList();
        for (var each : old) {
            db.sql("""
                    insert into thread.joint (id, procedure, convention, drill, opener, keeper, standing, opened_at, changed_at)
                    values (:id, 'joint-investigation/1', 'uncc/2', false, 'XB-1', 'XB-1', 'LEFT', :at, :at)
                    """)
                    .param("id", each)
                    .param("at", AT.minusSeconds(999_999_999L).atOffset(UTC))
                    .update();
        }
        var shown = new java.util.HashSet<String>();
        var path = "/joint";
        for (int pages = 0; !path.isEmpty() && pages < 50; pages++) {
            var page = page("duty-officer", path, "en");
            old.stream().filter(it -> page.contains("/joint/" + it)).forEach(shown::add);
            var next = java.util.regex.Pattern.compile("rel=\"next\" href=\"([^\"]+)\"")
                    .matcher(page);
            path = next.find() ? next.group(1) : "";
        }
        db.sql("delete from thread.joint where id in (:ids)").param("ids", old).update();

        assertThat(shown).hasSize(101);
    }

    @Test
    void who_joins_what_goes_on_says_up_to_where_it_had_the_thread_before() throws Exception {
        var before = begun();
        joined(before);
        var theirs = "7 " + "ab".repeat(32);
        var thread = asked(Map.of("reference", "XB-2027-000049", "continues", before + " " + theirs));

        var invitation = joint.asked(thread).orElseThrow().act();
        sent(redirected("duty-officer", post("/joint/" + thread + "/join").param("invitation", invitation)));

        assertThat(joint.waiting(thread))
                .singleElement()
                .satisfies(it -> assertThat(it.act().envelope().facts())
                        .containsEntry(
                                "continues",
                                before + " " + joint.seen(before).orElseThrow().fact()));
        assertThat(page("duty-officer", "/joint/" + thread, "en")).contains("further than our copy", "as in our copy");
    }

    /** Whoever names a thread in which it never was is not told whether it is here, nor how far. */
    @Test
    void how_far_a_thread_came_is_not_told_to_who_is_no_party_of_it() throws Exception {
        var before = begun();
        var thread = asked(Map.of("reference", "XB-2027-000050", "continues", before + " 7 " + "ab".repeat(32)));

        var invitation = joint.asked(thread).orElseThrow().act();
        sent(redirected("duty-officer", post("/joint/" + thread + "/join").param("invitation", invitation)));

        assertThat(joint.waiting(thread))
                .singleElement()
                .satisfies(it -> assertThat(it.act().envelope().facts()).doesNotContainKey("continues"));
    }

    /** As if XB had joined. */
    private void joined(String thread) {
        db.sql("""
                update thread.joint
                   set state = regexp_replace(
                           state, '("parties":[{]"XA-1":[{][^}]*[}])', '\\1,"XB-1":{"as":"member","from":1}')
                 where id = :id
                """).param("id", thread).update();
        assertThat(joint.find(thread).orElseThrow().state().parties()).containsKey("XB-1");
    }

    /** As if XB had taken the register over. */
    private String keptByAnother() throws Exception {
        var thread = begun();
        db.sql("""
                update thread.joint
                   set keeper = 'XB-1', state = replace(state, '"keeper":"XA-1"', '"keeper":"XB-1"')
                 where id = :id
                """).param("id", thread).update();
        assertThat(joint.find(thread).orElseThrow().weKeep()).isFalse();
        return thread;
    }

    /** An act of ours lies here so long, and no entry came. */
    private void waits(String thread, Duration so) throws Exception {
        sent(redirected("duty-officer", text(thread, inDays(200))));
        assertThat(page("duty-officer", "/joint/" + thread, "en")).doesNotContain("Stalled.");
        db.sql(
                        "update thread.joint_act set kept_at = kept_at - cast(:by as interval) where thread = :thread and n is null")
                .param("by", so.toHours() + " hours")
                .param("thread", thread)
                .update();
    }

    @Test
    void a_drill_is_one_in_the_list_and_at_the_head_of_its_thread() throws Exception {
        var thread = begun();
        assertThat(page("duty-officer", "/joint/" + thread, "en")).doesNotContain("This is a drill");
        db.sql("update thread.joint set drill = true where id = :id")
                .param("id", thread)
                .update();

        assertThat(page("duty-officer", "/joint", "en")).containsPattern("Drill\\s*</span>");
        assertThat(page("duty-officer", "/joint/" + thread, "en")).contains("This is a drill: nobody is woken.");
        assertThat(page("duty-officer", "/joint/" + thread, "ar")).contains("هذا تمرين");
    }

    private String asked() {
        return asked(Map.of("reference", "XB-2027-000048"));
    }

    /** As it lies here once the door has taken it. */
    private String asked(Map<String, String> facts) {
        var opening =
                new Act(JointThread.opening(envelope("00000000-0000-8000-8000-000000000000", "propose", facts)), BODY);
        var thread = opening.envelope().thread();
        var invite =
                new Act(envelope(thread, "invite", Map.of("party", "XA-1", "as", "member", "shown", "all")), Map.of());
        db.sql("""
                insert into thread.joint (id, procedure, convention, drill, opener, keeper, standing, opened_at, changed_at)
                values (:thread, 'joint-investigation/1', 'uncc/2', false, 'XB-1', 'XB-1', 'INVITED', :at, :at)
                """).param("thread", thread).param("at", AT.atOffset(UTC)).update();
        db.sql("""
                insert into thread.invitation (thread, act, asked_n, asked_hash, role, sender, at, opening, invite)
                values (:thread, :act, 2, :hash, 'member', 'XB-1', :at, :opening, :invite)
                """)
                .param("thread", thread)
                .param("act", invite.id())
                .param("hash", "0".repeat(64))
                .param("at", AT.atOffset(UTC))
                .param("opening", opening.json())
                .param("invite", invite.json())
                .update();
        return thread;
    }

    private Envelope envelope(String thread, String type, Map<String, String> facts) {
        return new Envelope(
                directory.network(),
                thread,
                "joint-investigation/1",
                "uncc/2",
                type,
                "XB-1",
                Envelope.ALL_PARTIES,
                "host",
                AT,
                List.of(),
                false,
                facts,
                SaltedHash.of(CanonicalJson.write(type.equals("propose") ? BODY : Map.of())),
                List.of());
    }

    private String begun() throws Exception {
        var draft = submitted();
        return approved(draft).replace("/joint/", "");
    }

    private String toApprove(String chair, String language) throws Exception {
        var desk = page(chair, "/desk", language);
        int from = desk.indexOf(language.equals("en") ? ">Waiting for your approval<" : ">بانتظار موافقتكم<");
        assertThat(from).isPositive();
        return desk.substring(from, desk.indexOf("</section>", from));
    }

    private String written() throws Exception {
        var begin = post("/joint/new").param("states", "XB-1");
        PROPOSAL.forEach(begin::param);
        return redirected("duty-officer", begin);
    }

    private String submitted() throws Exception {
        var path = written();
        redirected("duty-officer", post(path + "/submit"));
        return path.replace("/joint/drafts/", "");
    }

    private void sent(String path) throws Exception {
        redirected("duty-officer", post(path + "/submit"));
        approved(path.replace("/joint/drafts/", ""));
    }

    private String approved(String draft) throws Exception {
        return redirected("second-officer", approve(draft));
    }

    private static MockHttpServletRequestBuilder approve(String draft) {
        return post("/joint/drafts/" + draft + "/approve")
                .param("method", "practice")
                .param("once", token());
    }

    private static MockHttpServletRequestBuilder text(String thread, String until) {
        var post = post("/joint/" + thread + "/draft")
                .param("until.date", until)
                .param("until.time", until.isEmpty() ? "" : "12:00")
                .param("until.zone", "Z");
        for (var key : List.of("purpose", "members", "leaders", "place", "law", "evidence", "costs", "liability")) {
            post.param(key, "As the model says.");
        }
        return post;
    }
}
