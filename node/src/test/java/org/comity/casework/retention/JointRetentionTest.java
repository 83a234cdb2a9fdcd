package org.comity.casework.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.comity.casework.JointCases;
import org.comity.exchange.JointSendings;
import org.comity.proof.verify.Verify;
import org.comity.thread.JointThreadExport;
import org.comity.thread.JointThreadKeeping;
import org.comity.thread.JointThreads.KeptAct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Words of joint threads that ended for us go by the rule of requests, unless a lawyer holds them; proofs stay. */
class JointRetentionTest extends RetentionCase {

    private static final Map<String, String> PROPOSAL = Map.of(
            "instrument",
            "uncc/2",
            "authority",
            "Cyber Unit",
            "matter",
            "Quarrel about a relay",
            "offence",
            "Illegal access",
            "facts",
            "The server of mail.joint.example.",
            "why",
            "Measures on one day.",
            "places",
            "In all of them.");

    @Autowired
    private JointThreadExport export;

    @Autowired
    private JointCases cases;

    @Autowired
    private JointSendings sendings;

    @TempDir
    private Path folder;

    @Test
    void what_was_said_goes_the_export_still_verifies_and_each_page_says_so() throws Exception {
        var thread = closed();
        assertThat(verdict(thread))
                .contains("\"deleted\":[],", "\"result\":\"keeper-alone\"")
                .doesNotContain("\"outcome\":\"failed\"");
        var register = joint.entries(thread, 0);
        var acts = acts(thread);
        assertThat(page("duty-officer", "/joint/" + thread, "en")).contains("No retention rule is set");
        assertThat(searched(thread)).contains("mail.joint.example");
        assertThat(written(thread)).isNotEmpty();

        run(YEAR, threadKeeping);

        assertThat(acts(thread)).hasSameSizeAs(acts).allSatisfy(it -> {
            assertThat(it.body()).isNull();
            assertThat(it.forgottenAt()).isNotNull();
        });
        assertThat(acts(thread))
                .extracting(KeptAct::envelope)
                .isEqualTo(acts.stream().map(KeptAct::envelope).toList());
        assertThat(joint.entries(thread, 0)).isEqualTo(register);
        assertThat(verdict(thread))
                .contains("\"result\":\"keeper-alone\"")
                .doesNotContain("\"outcome\":\"failed\"", "\"deleted\":[],")
                .contains(acts.stream()
                        .map(it -> "acts/" + it.envelope().id() + ".json")
                        .toList());
        assertThat(written(thread)).isEmpty();
        for (var draft : sentDrafts(thread)) {
            assertThat(page("duty-officer", "/joint/drafts/" + draft, "en"))
                    .doesNotContain("Quarrel about a relay", "mail.joint.example");
        }
        assertThat(searched(thread))
                .contains(reference(thread).toLowerCase(Locale.ROOT))
                .doesNotContain("mail.joint.example");
        assertThat(told(thread)).containsOnlyOnce("thread.forgotten");
        assertThat(told(acts.getFirst().envelope().id())).containsOnlyOnce("body.forgotten");

        assertThat(page("duty-officer", "/joint/" + thread, "en"))
                .contains("Its texts were deleted here under the retention rule on", "The text was deleted under")
                .doesNotContain("Quarrel about a relay", "mail.joint.example", "/letter.pdf");
        assertThat(page("duty-officer", "/joint/" + thread, "ar")).contains("حُذفت نصوصها هنا وفق قاعدة الاحتفاظ");
        assertThat(page("duty-officer", "/joint", "en")).doesNotContain("Quarrel about a relay");
        for (var act : acts) {
            assertThat(answered(
                            410,
                            "duty-officer",
                            get("/joint/" + thread + "/acts/" + act.envelope().id() + "/files/list.csv")))
                    .contains("deleted under the retention rule on");
        }
        assertThat(page("oversight", "/oversight?kind=deleted&subject=" + thread, "en"))
                .contains("Texts of a request or joint thread deleted", reference(thread), "365");

        run(YEAR, threadKeeping);
        assertThat(told(thread)).containsOnlyOnce("thread.forgotten");
    }

    @Test
    void what_a_lawyer_holds_stays_and_hold_and_end_are_on_record() throws Exception {
        var thread = closed();
        var path = "/joint/" + thread;
        answered(403, "duty-officer", post(path + "/legal-hold").param("why", "Case 15/26"));
        assertThat(answered(409, "lawyer", post(path + "/legal-hold").param("why", " ")))
                .contains("1 to 500 characters");
        answered(
                404,
                "lawyer",
                post("/joint/00000000-0000-8000-8000-000000000000/legal-hold").param("why", "x"));
        redirected("lawyer", post(path + "/legal-hold").param("why", "Case 15/26"));
        answered(409, "lawyer", post(path + "/legal-hold").param("why", "Again"));

        run(YEAR, threadKeeping);

        assertThat(acts(thread)).isNotEmpty().allMatch(it -> it.body() != null);
        assertThat(written(thread)).as("what was written here, too").isNotEmpty();
        assertThat(markRows.marked("thread/" + thread)).isEmpty();
        assertThat(page("lawyer", path, "en")).contains("Case 15/26", "End the hold");
        assertThat(page("duty-officer", path, "ar")).contains("Case 15/26").doesNotContain("/legal-hold");
        assertThat(page("oversight", "/oversight?subject=" + thread, "en"))
                .contains("Request or joint thread held by law", "href=\"" + path + "#retention\"", reference(thread));
        redirected("lawyer", post(path + "/legal-hold/end"));
        answered(409, "lawyer", post(path + "/legal-hold/end"));
        assertThat(told(thread)).contains("hold.set", "hold.ended");

        run(YEAR, threadKeeping);
        assertThat(acts(thread)).isNotEmpty().allMatch(it -> it.body() == null);
    }

    @Test
    void what_is_open_followed_or_on_its_way_stays_until_that_is_over() throws Exception {
        var open = begun();
        var followed = closed();
        var follower = begun();
        follows(followed, follower);
        var leaving = closed();
        leaves(leaving, "QUEUED");

        run(YEAR, threadKeeping);

        assertThat(List.of(open, followed, leaving))
                .allSatisfy(it -> assertThat(acts(it)).isNotEmpty().allMatch(act -> act.body() != null));
        assertThat(jointKeeping.why(followed)).hasValue(ReasonsToKeep.Why.FOLLOWED);
        assertThat(jointKeeping.why(leaving)).hasValue(ReasonsToKeep.Why.ON_ITS_WAY);

        withdrawn(follower);
        db.sql("update exchange.outbox set status = 'GIVEN_UP', settled_at = now() where thread = :t")
                .param("t", leaving)
                .update();
        run(YEAR, threadKeeping);
        assertThat(List.of(followed, follower, leaving))
                .allSatisfy(it -> assertThat(acts(it)).isNotEmpty().allMatch(act -> act.body() == null));
        withdrawn(open);
        db.sql("delete from exchange.outbox where thread = :t")
                .param("t", leaving)
                .update();
    }

    @Test
    void what_others_rest_on_stays_however_many_steps_ahead_one_is_open_or_held() throws Exception {
        var first = closed();
        var second = closed();
        var third = closed();
        follows(first, second);
        follows(second, third);
        redirected("lawyer", post("/joint/" + third + "/legal-hold").param("why", "Case 16/26"));

        assertThat(jointKeeping.why(first)).hasValue(ReasonsToKeep.Why.FOLLOWED);
        assertThat(jointKeeping.why(second)).hasValue(ReasonsToKeep.Why.FOLLOWED);
        run(YEAR, threadKeeping);
        assertThat(acts(first)).isNotEmpty().allMatch(it -> it.body() != null);

        redirected("lawyer", post("/joint/" + third + "/legal-hold/end"));
        follows(third, first);
        assertThat(jointKeeping.why(first)).as("in a circle, each is over").isEmpty();
        run(YEAR, threadKeeping);
        assertThat(acts(first)).isNotEmpty().allMatch(it -> it.body() == null);
    }

    @Test
    void what_two_went_on_from_stays_while_any_of_them_is_open() throws Exception {
        var first = closed();
        var open = begun();
        follows(first, open);
        follows(first, closed());

        run(YEAR, threadKeeping);
        assertThat(jointKeeping.why(first)).hasValue(ReasonsToKeep.Why.FOLLOWED);
        assertThat(acts(first)).isNotEmpty().allMatch(it -> it.body() != null);

        withdrawn(open);
        run(YEAR, threadKeeping);
        assertThat(acts(first)).isNotEmpty().allMatch(it -> it.body() == null);
    }

    /** No clock ends it: officers are told, and an act of theirs decides. */
    @Test
    void an_open_thread_in_which_nothing_is_said_any_more_stays_and_is_shown_until_somebody_ends_it() throws Exception {
        var open = begun();
        var held = begun();
        redirected("lawyer", post("/joint/" + held + "/legal-hold").param("why", "Case 18/26"));
        var all = jointTexts;
        jointTexts = only(all, List.of(open, held, closed()));

        run(YEAR, threadKeeping);

        jointTexts = all;
        assertThat(quietRows.all()).containsExactly(open);
        assertThat(acts(open)).isNotEmpty().allMatch(it -> it.body() != null);
        assertThat(page("duty-officer", "/desk", "en"))
                .contains("One joint thread is open, and nothing was said in it", "<a href=\"/joint/" + open + "\">");
        assertThat(page("duty-officer", "/desk", "ar")).contains("معاملة مشتركة واحدة مفتوحة ولم يُقل فيها شيء");
        assertThat(page("duty-officer", "/joint", "en")).contains("Close it if it is over");

        redirected("lawyer", post("/joint/" + open + "/legal-hold").param("why", "Case 19/26"));
        assertThat(quietRows.all()).as("held since").isEmpty();
        assertThat(quietRows.has(open)).isFalse();
        redirected("lawyer", post("/joint/" + open + "/legal-hold/end"));
        assertThat(quietRows.has(open)).isTrue();
        // The look was a year ahead.
        db.sql("update cooperation.joint_draft set saved_at = saved_at + interval '2 years' where thread = :t")
                .param("t", open)
                .update();
        assertThat(quietRows.all()).as("written since, sent or not").isEmpty();
        db.sql("update cooperation.joint_draft set saved_at = saved_at - interval '2 years' where thread = :t")
                .param("t", open)
                .update();
        assertThat(quietRows.all()).containsExactly(open);

        withdrawn(open);
        assertThat(quietRows.all()).isEmpty();
        assertThat(page("duty-officer", "/desk", "en")).doesNotContain("nothing was said in it for as long");
        redirected("lawyer", post("/joint/" + held + "/legal-hold/end"));
        withdrawn(held);
    }

    /** Between the first look and the lock somebody's act is registered. */
    @Test
    void what_moves_while_it_is_looked_at_is_not_named() throws Exception {
        var open = begun();
        var all = jointTexts;
        jointTexts = moving(only(all, List.of(open)), open);

        run(YEAR, threadKeeping);

        jointTexts = all;
        assertThat(quietRows.all()).isEmpty();
        withdrawn(open);
    }

    private JointThreadKeeping moving(JointThreadKeeping texts, String thread) {
        return (JointThreadKeeping) Proxy.newProxyInstance(
                JointThreadKeeping.class.getClassLoader(),
                new Class<?>[] {JointThreadKeeping.class},
                (_, method, arguments) -> {
                    if (method.getName().equals("lock")) {
                        db.sql("update thread.joint set changed_at = changed_at + interval '3 years' where id = :t")
                                .param("t", thread)
                                .update();
                    }
                    return method.invoke(texts, arguments);
                });
    }

    /** Its keeper gives no entry to our leaving; where it refuses it for good, we still are a party. */
    @Test
    void our_leaving_ends_it_without_an_entry_but_not_where_it_is_refused() {
        var leaving = new JointThreadKeeping.Leaving("leave-1", "XB-1", clock.instant());
        var thread = "00000000-0000-8000-8000-00000000b231";
        JointThreadKeeping texts = mock();
        when(texts.leaving(thread)).thenReturn(Optional.of(leaving));
        var reasons = new JointReasonsToKeep(holds, texts, sendings, words);
        assertThat(reasons.end(thread)).hasValue(leaving.at());

        givenUp(thread, "XC-1", "other-register");
        assertThat(reasons.end(thread)).as("a copy, by another party").isPresent();
        givenUp(thread, "XB-1", "not-reached");
        assertThat(reasons.end(thread)).as("nobody was there").isPresent();
        db.sql("update exchange.outbox set last_error = 'other-register' where thread = :t")
                .param("t", thread)
                .update();
        assertThat(reasons.end(thread)).isEmpty();

        db.sql("delete from exchange.outbox where thread = :t")
                .param("t", thread)
                .update();
    }

    private void givenUp(String thread, String by, String why) {
        db.sql("""
                insert into exchange.outbox
                       (destination, action, thread, subject, payload, status, not_before, next_attempt, created_at,
                        settled_at, last_error, read_at)
                values (:by, 'ACT', :thread, 'leave-1', null, 'GIVEN_UP', now(), now(), now(), now(), :why, now())
                """).param("by", by).param("thread", thread).param("why", why).update();
    }

    @Test
    void without_a_rule_nothing_is_quiet() {
        var look = clock.instant();
        quietRows.found("t-1", look.minusSeconds(1));
        quietRows.found("t-2", look.minusSeconds(1));
        quietRows.found("t-2", look);
        quietRows.found("t-3", look);
        quietRows.over(look);
        assertThat(quietRows.all()).containsExactly("t-2", "t-3");
        assertThat(quietRows.has("t-1")).isFalse();

        job(null, clock, threadKeeping).turn();

        assertThat(quietRows.all()).isEmpty();
    }

    @Test
    void a_page_says_up_to_which_entry_texts_are_gone_where_others_are_here() throws Exception {
        var thread = closed();
        var first = acts(thread).getFirst().envelope().id();
        assertThat(page("duty-officer", "/joint/" + thread, "en")).doesNotContain("Texts of this thread up to entry");
        transaction.executeWithoutResult(_ -> jointTexts.forgetBody(first));

        assertThat(page("duty-officer", "/joint/" + thread, "en"))
                .contains("Texts of this thread up to entry 1 were deleted here under the retention rule on");
        assertThat(page("duty-officer", "/joint/" + thread, "ar")).contains("نصوص هذه المعاملة حتى القيد");
    }

    /** Somebody works on it: the period begins anew with what they saved. */
    @Test
    void a_draft_in_hand_keeps_its_thread_as_long_as_what_was_said() throws Exception {
        var thread = closed();
        var ahead = clock.instant().plus(YEAR);
        db.sql("""
                insert into cooperation.joint_draft
                       (id, thread, procedure, type, convention, body, facts, invites, status, version, written_by, saved_at)
                values ('in-hand-' || :t, :t, 'joint-investigation/1', 'note', 'uncc/2', '{}', '{}', '', 'WRITING', 1,
                        'maren', :at)
                """)
                .param("t", thread)
                .param("at", ahead.atOffset(ZoneOffset.UTC))
                .update();

        run(YEAR, threadKeeping);

        assertThat(acts(thread)).isNotEmpty().allMatch(it -> it.body() != null);
        assertThat(jointKeeping.end(thread).orElseThrow()).isAfter(ahead.minusSeconds(1));
        var now = clock.instant();
        inHand(thread, now, ahead);
        assertThat(jointKeeping.end(thread).orElseThrow()).as("submitted since").isAfter(ahead.minusSeconds(1));
        inHand(thread, now, now);
        run(YEAR, threadKeeping);
        assertThat(acts(thread)).isNotEmpty().allMatch(it -> it.body() == null);
        assertThat(told("in-hand-" + thread)).containsExactly("draft.discarded");
    }

    private void inHand(String thread, Instant saved, Instant submitted) {
        db.sql(
                        "update cooperation.joint_draft set saved_at = :saved, submitted_at = :submitted where id = 'in-hand-' || :t")
                .param("t", thread)
                .param("saved", saved.atOffset(ZoneOffset.UTC))
                .param("submitted", submitted.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Nothing is said in it any more with which it would go. */
    @Test
    void what_is_written_once_the_words_have_gone_goes_by_its_own_age() throws Exception {
        var thread = closed();
        run(YEAR, threadKeeping);
        assertThat(jointTexts.forgottenAt(thread)).isPresent();
        db.sql("""
                insert into cooperation.joint_draft
                       (id, thread, procedure, type, convention, body, facts, invites, status, version, written_by, saved_at)
                values ('behind-' || :t, :t, 'joint-investigation/1', 'note', 'uncc/2', '{}', '{}', '', 'WRITING', 1,
                        'maren', :at)
                """)
                .param("t", thread)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        assertThat(unsentRows.due(UnsentRows.Kind.JOINT, clock.instant().plus(YEAR), ""))
                .as("what was sent is not walked over each day")
                .contains("behind-" + thread)
                .doesNotContainAnyElementsOf(sentDrafts(thread));

        redirected("lawyer", post("/joint/" + thread + "/legal-hold").param("why", "Case 17/26"));
        run(YEAR, threadKeeping);
        assertThat(told("behind-" + thread)).as("a hold keeps it too").isEmpty();
        redirected("lawyer", post("/joint/" + thread + "/legal-hold/end"));

        run(YEAR, threadKeeping);

        assertThat(told("behind-" + thread)).containsExactly("retention.unsent-deleted");
    }

    @Test
    void what_a_kill_interrupts_goes_on_and_what_a_backup_brings_back_goes_again() throws Exception {
        run(YEAR, threadKeeping);
        var thread = closed();
        int before = acts(thread).size();
        copies(thread, 45);
        db.sql("create table cooperation.before_restore as select * from thread.joint_act where thread = '%s'"
                        .formatted(thread))
                .update();
        var all = jointTexts;
        jointTexts = dying(all, new AtomicInteger(ForgettingRequests.ACTS + 5));

        run(YEAR, threadKeeping);
        assertThat(acts(thread))
                .hasSize(45 + before)
                .filteredOn(it -> it.body() == null)
                .hasSize(ForgettingRequests.ACTS);
        assertThat(told(thread)).doesNotContain("thread.forgotten");
        jointTexts = all;
        run(YEAR, threadKeeping);
        assertThat(acts(thread)).hasSize(45 + before).allMatch(it -> it.body() == null);
        assertThat(told(thread)).containsOnlyOnce("thread.forgotten");

        db.sql("""
                update thread.joint_act act
                   set body = before.body, container = before.container, seal = null, forgotten_at = null
                  from cooperation.before_restore before where before.id = act.id
                """).update();
        db.sql("drop table cooperation.before_restore").update();
        assertThat(acts(thread)).isNotEmpty().allMatch(it -> it.body() != null);
        run(YEAR, threadKeeping);
        assertThat(acts(thread)).isNotEmpty().allMatch(it -> it.body() == null);
    }

    @Test
    void it_is_marked_first_and_its_page_says_from_which_day_it_goes() throws Exception {
        var thread = closed();
        rule(YEAR, clock).note();
        var ahead = at(clock.instant().plus(YEAR).plusSeconds(60));
        var job = job(YEAR, ahead, threadKeeping);

        job.turn();
        assertThat(markRows.marked("thread/" + thread)).isPresent();
        running = running.plus(MarkingForDeletion.WAIT).minusMillis(1);
        job.turn();
        assertThat(acts(thread)).isNotEmpty().allMatch(it -> it.body() != null);
        job(YEAR, clock, threadKeeping).turn();
        assertThat(markRows.marked("thread/" + thread))
                .as("it is not due by a clock that is right")
                .isEmpty();
    }

    /** As the program writes it for whoever checks it without a node, by the command that its page shows. */
    private String verdict(String thread) throws Exception {
        var zip = folder.resolve(thread + ".zip");
        try (var out = Files.newOutputStream(zip)) {
            export.export(thread, out);
        }
        var words = new ArrayList<>(List.of(cases.command(thread).split(" ")));
        assertThat(words).startsWith("./comity", "verify", thread + ".zip");
        var arguments = words.subList(2, words.size());
        arguments.set(0, zip.toString());
        arguments.add("--json");
        var said = new ByteArrayOutputStream();
        Verify.run(arguments.toArray(String[]::new), new PrintStream(said), new PrintStream(said));
        return said.toString(StandardCharsets.UTF_8).replaceAll("\\s", "");
    }

    private List<KeptAct> acts(String thread) {
        return joint.acts(thread);
    }

    private String reference(String thread) {
        return joint.opening(thread).orElseThrow().envelope().facts().get("reference");
    }

    private List<String> written(String thread) {
        return db.sql(
                        "select id from cooperation.joint_draft where thread = :t and (act_pdf is not null or body <> '{}')")
                .param("t", thread)
                .query(String.class)
                .list();
    }

    private List<String> sentDrafts(String thread) {
        var all = db.sql("select id from cooperation.joint_draft where thread = :t and status = 'SENT'")
                .param("t", thread)
                .query(String.class)
                .list();
        assertThat(all).as("that they were sent stays").isNotEmpty();
        return all;
    }

    private String searched(String thread) {
        return String.join(
                "\n", db.sql("""
                select said || words::text from cooperation.search_text where thread = :t
                union all select key || said from cooperation.search_key where thread = :t
                union all select key || said from cooperation.search_within where thread = :t
                """).param("t", thread).query(String.class).list());
    }

    private void leaves(String thread, String status) {
        db.sql("""
                insert into exchange.outbox
                       (destination, action, thread, subject, payload, status, not_before, next_attempt, created_at)
                values ('XB-1', 'PAGE', :thread, :thread, '{"after":0,"to":1}', :status, now() + interval '9 years',
                        now() + interval '9 years', now())
                """).param("thread", thread).param("status", status).update();
    }

    /** Acts without an entry, each with words; what it says of its law differs, so that it is another act. */
    private void copies(String thread, int more) {
        db.sql("""
                insert into thread.joint_act (id, thread, author, envelope, body, container, container_hash, kept_at)
                select encode(sha256(copied.envelope), 'hex'), thread, author, copied.envelope, body, container,
                       container_hash, kept_at + i * interval '1 s'
                  from thread.joint_act, generate_series(1, :more) i,
                       convert_to(replace(convert_from(joint_act.envelope, 'UTF8'), 'uncc/2', 'uncc/' || (100 + i)), 'UTF8')
                           as copied (envelope)
                 where thread = :thread and n = 1
                """).param("thread", thread).param("more", more).update();
    }

    /** As the node dies: this deletion and what its transaction did before are not there. */
    private static JointThreadKeeping dying(JointThreadKeeping texts, AtomicInteger after) {
        return (JointThreadKeeping) Proxy.newProxyInstance(
                JointThreadKeeping.class.getClassLoader(),
                new Class<?>[] {JointThreadKeeping.class},
                (_, method, arguments) -> {
                    if (method.getName().equals("forgetBody") && after.decrementAndGet() < 0) {
                        throw new IllegalStateException("killed");
                    }
                    try {
                        return method.invoke(texts, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** As if no other thread were here: other classes leave theirs. */
    private static JointThreadKeeping only(JointThreadKeeping texts, List<String> these) {
        return (JointThreadKeeping) Proxy.newProxyInstance(
                JointThreadKeeping.class.getClassLoader(),
                new Class<?>[] {JointThreadKeeping.class},
                (_, method, arguments) -> {
                    if (method.getName().equals("saidBefore")) return arguments[1].equals("") ? these : List.of();
                    try {
                        return method.invoke(texts, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private void follows(String thread, String in) {
        db.sql("update thread.joint set gone_on = true where id = :id")
                .param("id", thread)
                .update();
        db.sql("insert into thread.joint_follower (thread, follower) values (:id, :in)")
                .param("in", in)
                .param("id", thread)
                .update();
    }

    private String closed() throws Exception {
        var thread = begun();
        withdrawn(thread);
        return thread;
    }

    private String begun() throws Exception {
        var begin = post("/joint/new").param("states", "XB-1");
        PROPOSAL.forEach(begin::param);
        return sent(redirected("duty-officer", begin)).replace("/joint/", "");
    }

    private void withdrawn(String thread) throws Exception {
        sent(redirected("duty-officer", post("/joint/" + thread + "/withdraw").param("text", "Solved.")));
        assertThat(jointTexts.ended(thread)).isPresent();
    }

    private String sent(String path) throws Exception {
        redirected("duty-officer", post(path + "/submit"));
        return redirected("second-officer", approve(path));
    }

    private static MockHttpServletRequestBuilder approve(String path) {
        return post(path + "/approve").param("method", "practice").param("once", token());
    }
}
