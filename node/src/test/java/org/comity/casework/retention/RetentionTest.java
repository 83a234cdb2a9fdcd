package org.comity.casework.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayOutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.comity.casework.BeforeForgetting;
import org.comity.casework.DomesticFile;
import org.comity.casework.DomesticFile.Kind;
import org.comity.casework.LegalHolds;
import org.comity.casework.Officers;
import org.comity.directory.DirectoryWatch;
import org.comity.exchange.Exchange;
import org.comity.exchange.PeerClocks;
import org.comity.identity.Approvals.Proof;
import org.comity.ledger.Ledger;
import org.comity.ledger.RunningTime;
import org.comity.procedure.Draft;
import org.comity.procedure.RequestRow;
import org.comity.proof.CanonicalJson;
import org.comity.thread.ThreadKeeping;
import org.comity.thread.Threads.KeptAct;
import org.comity.ui.HealthLine;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Words of ended requests go by the rule, and nothing else; what is held, followed, disputed or still bound stays. */
class RetentionTest extends Officers {

    private static final Duration YEAR = Duration.ofDays(365);

    @Autowired
    private ThreadKeeping threadKeeping;

    @Autowired
    private ReasonsToKeep keeping;

    @Autowired
    private WordRows words;

    @Autowired
    private RuleRows rules;

    @Autowired
    private MarkRows markRows;

    @Autowired
    private UnsentRows unsentRows;

    @Autowired
    private MarkingForDeletion marking;

    @Autowired
    private LegalHolds holds;

    @Autowired
    private DomesticFile file;

    @Autowired
    private Exchange exchange;

    @Autowired
    private List<BeforeForgetting> remains;

    @Autowired
    private Ledger ledger;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient db;

    private final DirectoryWatch watch = mock(DirectoryWatch.class);
    private final PeerClocks peers = mock(PeerClocks.class);
    private Duration running = Duration.ofDays(100);

    /** The classes of this context share one log and one database. */
    @BeforeEach
    void nothingIsMarked() {
        db.sql("delete from cooperation.retention_mark").update();
        ledger.record(null, "node.looked", "test", Map.of());
    }

    @Test
    void what_was_said_goes_and_that_it_was_said_stays_provable() throws Exception {
        var request = ended();
        file.add(request.thread(), Kind.NOTE, "Spoke to the officer on duty.", "", null, null, official("maren"));
        var before = threads.newest(request.thread());
        messageLeaves(request.thread(), "QUEUED", "m-1");
        messageLeaves(request.thread(), "GIVEN_UP", "m-2");
        messageLeaves("another", "GIVEN_UP", "m-3");
        run(YEAR, threadKeeping);

        assertThat(db.sql(
                                "select subject from exchange.outbox where action = 'MESSAGE' and subject in ('m-1', 'm-2', 'm-3')")
                        .query(String.class)
                        .list())
                .as("what did not leave has words, too")
                .containsExactly("m-3");
        assertThat(threads.newest(request.thread())).hasSameSizeAs(before).allSatisfy(it -> {
            assertThat(it.bodyKept()).isFalse();
            assertThat(it.forgottenAt()).isNotNull();
            assertThat(threads.container(it.id())).isEmpty();
        });
        assertThat(threads.newest(request.thread()))
                .extracting(KeptAct::envelope)
                .isEqualTo(before.stream().map(KeptAct::envelope).toList());
        assertThat(threads.foldsAgain(request.thread())).isTrue();
        assertThat(left(request.thread())).isEmpty();
        assertThat(told(request.thread())).containsOnlyOnce("thread.forgotten");
        assertThat(told(before.getFirst().id())).containsOnlyOnce("body.forgotten");

        run(YEAR, threadKeeping);
        assertThat(told(request.thread())).containsOnlyOnce("thread.forgotten");
    }

    private void messageLeaves(String thread, String status, String id) {
        db.sql("""
                insert into exchange.outbox
                       (destination, action, thread, subject, payload, status, not_before, next_attempt, created_at,
                        last_error, settled_at)
                values ('XD-1', 'MESSAGE', :thread, :id, 'words', :status, now() + interval '9 years',
                        now() + interval '9 years', now(), 'not-reached', now())
                """)
                .param("thread", thread)
                .param("id", id)
                .param("status", status)
                .update();
    }

    @Test
    void every_page_says_on_which_day_it_was_deleted_and_none_fails() throws Exception {
        var request = ended();
        file.add(request.thread(), Kind.NOTE, "Spoke to the officer on duty.", "", null, null, official("maren"));
        var acts = threads.newest(request.thread());
        run(YEAR, threadKeeping);

        var path = "/requests/" + request.reference();
        assertThat(page("duty-officer", path, "en"))
                .contains("deleted under the retention rule on", "Deleted under the retention rule.")
                .doesNotContain("a child is missing", "a@mail.example", "Spoke to the officer", "/act.pdf");
        assertThat(page("duty-officer", path, "ar")).contains("وفق قاعدة الاحتفاظ");
        assertThat(page("duty-officer", path + "/documents", "en"))
                .contains("deleted under the retention rule on")
                .doesNotContain("/act.pdf");
        assertThat(page("duty-officer", path + "/record", "en"))
                .contains("by the word of its keeper alone", "deleted under the retention rule on");
        assertThat(page("duty-officer", path + "/letter", "en")).contains("deleted under the retention rule on");
        for (var act : acts) {
            for (var name : List.of("act.pdf", "act.json", "act.asice")) {
                assertThat(answered(410, "duty-officer", get(path + "/acts/" + act.id() + "/" + name)))
                        .contains("deleted under the retention rule on");
            }
            assertThat(code("duty-officer", "/confirmations/" + act.id())).isLessThan(500);
            answered(410, "duty-officer", get(path + "/letter/letter.pdf?act=" + act.id()));
        }
        for (var draft : drafts(request.thread())) {
            for (var of : List.of("", "/preview", "/approve", "/act.pdf", "/act.json", "/sent")) {
                assertThat(code("duty-officer", "/drafts/" + draft + of)).as(of).isLessThan(500);
            }
        }
        assertThat(code("duty-officer", path + "/letter/reminder.pdf"))
                .as("its letter was never posted")
                .isEqualTo(409);
        for (var at : List.of("/ask", "/withdraw", "/complete", "/request-assistance", "/dispute", "/export")) {
            assertThat(code("duty-officer", path + at)).as(at).isLessThan(500);
        }
        assertThat(code("duty-officer", path + "/thread.zip")).isEqualTo(200);
        var bundle = new ByteArrayOutputStream();
        transaction.executeWithoutResult(_ -> export(request.thread(), bundle));
        assertThat(bundle.toString(StandardCharsets.ISO_8859_1))
                .contains("acts/" + acts.getFirst().id() + ".json")
                .doesNotContain(".asice");
        assertThat(page("oversight", "/oversight?kind=deleted&subject=" + request.reference(), "en"))
                .contains("Texts of a request deleted", "Body of an act deleted", "365");
        assertThat(code("duty-officer", "/desk?text=mail.example")).isEqualTo(200);
        assertThat(search(request.thread()))
                .contains(request.reference().toLowerCase(Locale.ROOT))
                .doesNotContain("mail.example");
    }

    @Test
    void a_request_that_was_called_by_its_first_words_is_called_by_what_it_asks() throws Exception {
        var request = ended();
        named(request.thread(), "Jane Doe wrote from Velin.");

        run(YEAR, threadKeeping);

        var row = requests.find(request.reference()).orElseThrow();
        assertThat(List.of(row.subject("en"), row.subject("ar"), search(row.thread())))
                .noneMatch(it -> it.toLowerCase(Locale.ROOT).contains("jane"));
        assertThat(row.subject("en")).isNotBlank();
    }

    @Test
    void nothing_goes_before_its_day_and_a_new_rule_is_shown_first() throws Exception {
        var open = requests.find(sent("XD-1", emergency(), "maren").reference()).orElseThrow();
        var request = ended();
        db.sql("delete from cooperation.retention_rule").update();
        var later = at(clock.instant().plus(YEAR).plusSeconds(60));

        week(job(YEAR, later, threadKeeping));
        assertThat(kept(request.thread())).as("the rule is new").isTrue();
        assertThat(ledger.lines("retention", null, 1).getFirst().facts()).containsEntry("days", "365");
        week(job(YEAR, at(later.instant().plus(Duration.ofDays(8))), threadKeeping));
        assertThat(kept(request.thread())).isFalse();
        assertThat(kept(open.thread())).as("it has not ended").isTrue();

        var second = ended();
        run(YEAR.plusDays(1), threadKeeping);
        assertThat(kept(second.thread())).as("a year and a day").isTrue();
    }

    @Test
    void a_lawyer_holds_it_by_law_with_a_reason_and_until_that_ends_nothing_goes() throws Exception {
        var request = ended();
        var path = "/requests/" + request.reference();
        answered(403, "duty-officer", post(path + "/legal-hold").param("why", "Case 14/26"));
        assertThat(answered(409, "lawyer", post(path + "/legal-hold").param("why", " ")))
                .contains("1 to 500 characters");
        answered(409, "lawyer", post(path + "/legal-hold").param("why", "x".repeat(501)));
        redirected("lawyer", post(path + "/legal-hold").param("why", "x".repeat(500)));
        answered(409, "lawyer", post(path + "/legal-hold").param("why", "Again"));
        redirected("lawyer", post(path + "/legal-hold/end"));
        answered(409, "lawyer", post(path + "/legal-hold/end"));
        redirected("lawyer", post(path + "/legal-hold").param("why", "Case 14/26"));

        run(YEAR, threadKeeping);

        assertThat(kept(request.thread())).isTrue();
        assertThat(page("lawyer", path, "en")).contains("Case 14/26", "End the hold");
        assertThat(page("duty-officer", path, "ar")).contains("Case 14/26").doesNotContain("/legal-hold");
        assertThat(page("oversight", "/oversight?subject=" + request.reference(), "en"))
                .contains(
                        "Request held by law", "Hold by law on a request ended", "Requests held by law", "Case 14/26");
        redirected("lawyer", post(path + "/legal-hold/end"));
        run(YEAR, threadKeeping);
        assertThat(kept(request.thread())).isFalse();
    }

    @Test
    void what_is_followed_disputed_or_bound_by_evidence_stays_until_that_is_over() {
        var request = ended();
        var other = sent("XD-1", emergency(), "maren");
        var follower = requests.find(other.reference()).orElseThrow().thread();
        db.sql("insert into cooperation.follows (thread, followed) values (:f, :t)")
                .param("f", follower)
                .param("t", request.thread())
                .update();
        var disputed = ended();
        db.sql("update thread.thread set disputed = 'effect' where id = :t")
                .param("t", disputed.thread())
                .update();
        var delivered = ended();
        item(delivered.thread(), "ADDING", null);
        var held = ended();
        item(held.thread(), "GIVEN_UP", "Case 14/26");

        run(YEAR, threadKeeping);

        assertThat(List.of(request, disputed, delivered, held))
                .allSatisfy(it -> assertThat(kept(it.thread())).isTrue());
        assertThat(keeping.why(threads.find(request.thread()).orElseThrow())).contains(ReasonsToKeep.Why.FOLLOWED);
        assertThat(keeping.why(threads.find(delivered.thread()).orElseThrow())).contains(ReasonsToKeep.Why.USE_LIMIT);
        assertThat(keeping.why(threads.find(held.thread()).orElseThrow()))
                .contains(ReasonsToKeep.Why.EVIDENCE_HELD_BY_LAW);

        db.sql("update cooperation.request set turn = 'NOBODY' where thread = :t")
                .param("t", follower)
                .update();
        db.sql("""
                insert into cooperation.dispute_settlement (thread, words, continued_in, proposed_by, proposed_at, second, seconded_at)
                values (:t, 'Agreed.', '', 'maren', :at, 'tolva', :at)
                """)
                .param("t", disputed.thread())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        db.sql(
                        "update evidence.item set state = 'GIVEN_UP', legal_hold = null, removed_at = begun_at where thread in (:a, :b)")
                .param("a", delivered.thread())
                .param("b", held.thread())
                .update();
        run(YEAR, threadKeeping);
        assertThat(List.of(request, disputed, delivered, held))
                .allSatisfy(it -> assertThat(kept(it.thread())).isFalse());
    }

    @Test
    void what_a_kill_interrupts_goes_on_with_the_acts_that_are_left() {
        run(YEAR, threadKeeping);
        var request = ended();
        copies(threads.opening(request.thread()).orElseThrow().id(), 45);
        var killed = new AtomicInteger(ForgettingRequests.ACTS + 5);

        run(YEAR, dying(killed));
        assertThat(threads.newest(request.thread()).stream().filter(KeptAct::bodyKept))
                .hasSize(47 - ForgettingRequests.ACTS);
        run(YEAR, threadKeeping);

        assertThat(threads.newest(request.thread())).noneMatch(KeptAct::bodyKept);
        assertThat(told(request.thread())).containsOnlyOnce("thread.forgotten");
    }

    @Test
    void the_page_says_on_which_day_and_health_says_whether_a_rule_is_set() throws Exception {
        var request = ended();
        assertThat(page("duty-officer", "/requests/" + request.reference(), "en"))
                .contains("No retention rule is set");
        assertThat(page("administrator", "/admin/health", "en")).contains("No rule is set", "node.retention.after-end");

        run(Duration.ofDays(3650), threadKeeping);
        var rule = rule(Duration.ofDays(3650), clock);
        assertThat(rule.due(threads.find(request.thread()).orElseThrow().changedAt()))
                .hasValue(
                        threads.find(request.thread()).orElseThrow().changedAt().plus(Duration.ofDays(3650)));
        var job = job(YEAR, clock, threadKeeping);
        assertThat(new RetentionLines(rule(YEAR, clock), job, marking).lines())
                .singleElement()
                .satisfies(it -> assertThat(it.word()).isEqualTo("waits"));
        job.turn();
        assertThat(new RetentionLines(rule(YEAR, clock), job, marking).lines())
                .singleElement()
                .satisfies(it -> assertThat(it.state()).isEqualTo(HealthLine.State.GOOD))
                .satisfies(it -> assertThat(it.word()).isEqualTo("ran"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RetentionSettings(Duration.ofDays(29), Duration.ZERO));
        assertThat(new RetentionSettings(Duration.ofDays(30), Duration.ZERO).afterEnd())
                .isEqualTo(Duration.ofDays(30));
    }

    @Test
    void what_is_due_is_marked_first_and_goes_after_a_week_of_running() {
        var request = ended();
        rule(YEAR, clock).note();
        var job = job(YEAR, at(clock.instant().plus(YEAR).plusSeconds(60)), threadKeeping);

        job.turn();
        running = running.plus(MarkingForDeletion.WAIT).minusMillis(1);
        job.turn();
        assertThat(kept(request.thread()))
                .as("not a week yet, whatever the clock says")
                .isTrue();
        running = running.plusMillis(1);
        job.turn();

        assertThat(kept(request.thread())).isFalse();
        assertThat(markRows.marked("request/" + request.thread())).isEmpty();
    }

    @Test
    void a_mark_that_a_wrong_clock_made_goes_when_the_clock_is_right_again() {
        var request = ended();
        rule(YEAR, clock).note();
        job(YEAR, at(clock.instant().plus(YEAR).plusSeconds(60)), threadKeeping).turn();
        assertThat(markRows.marked("request/" + request.thread())).isPresent();

        job(YEAR, clock, threadKeeping).turn();

        assertThat(markRows.marked("request/" + request.thread())).isEmpty();
    }

    @Test
    void while_log_directory_or_peers_speak_against_the_clock_nothing_goes_and_all_waits_anew() {
        var request = ended();
        rule(YEAR, clock).note();
        var ahead = at(clock.instant().plus(Duration.ofDays(400)));
        var marked = job(YEAR, ahead, threadKeeping);
        marked.turn();
        running = running.plus(MarkingForDeletion.WAIT);

        var byLog = job(YEAR, ahead, threadKeeping, ahead);
        byLog.turn();
        assertThat(byLog.ran().doubt()).isEqualTo(DoubtingClock.Why.LOG);
        assertThat(new RetentionLines(rule(YEAR, clock), byLog, marking).lines())
                .singleElement()
                .satisfies(it -> assertThat(it.word()).isEqualTo("doubted-log"));
        assertThat(markRows.count()).isZero();

        when(watch.warnings())
                .thenReturn(List.of(new DirectoryWatch.Warning("not-confirmed", "XA-1", Map.of(), clock.instant())));
        var byDirectory = job(YEAR, ahead, threadKeeping);
        week(byDirectory);
        assertThat(byDirectory.ran().doubt()).isEqualTo(DoubtingClock.Why.DIRECTORY);

        when(watch.warnings()).thenReturn(List.of());
        when(peers.differences()).thenReturn(List.of(new PeerClocks.Difference("XB-1", Duration.ofDays(-400))));
        var byPeers = job(YEAR, ahead, threadKeeping);
        week(byPeers);
        assertThat(byPeers.ran().doubt()).isEqualTo(DoubtingClock.Why.PEERS);
        assertThat(kept(request.thread())).isTrue();

        when(peers.differences())
                .thenReturn(List.of(
                        new PeerClocks.Difference("XB-1", Duration.ofDays(-400)),
                        new PeerClocks.Difference("XC-1", Duration.ofSeconds(2))));
        week(job(YEAR, ahead, threadKeeping));
        assertThat(kept(request.thread())).as("one peer alone stops nothing").isFalse();
    }

    @Test
    void drafts_that_never_left_go_whole_with_files_scans_and_sheets_and_what_is_written_to_stays() {
        var maren = official("maren");
        var old = drafts.start("preservation/1", "request", Role.REQUESTING, "XD-1", null, emergency(), maren);
        var at = clock.instant().atOffset(ZoneOffset.UTC);
        db.sql("insert into cooperation.draft_file values (:d, 'a.txt', 'text/plain', 'h', 'x')")
                .param("d", old.id())
                .update();
        db.sql("insert into cooperation.draft_call values (:d, :at, 'a', 'b', 'c', 'maren')")
                .param("d", old.id())
                .param("at", at)
                .update();
        db.sql("""
                insert into cooperation.paper_draft (id, counterpart, typed, recognised, original, scan, status, official, saved_at)
                values ('unsent-paper', 'XD-1', '{}', 'x', 'x', 'x', 'DISCARDED', 'maren', :at)
                """).param("at", at).update();
        db.sql("insert into cooperation.paper_sheet values ('unsent-sheet', 'a', 'x', 'maren', :at)")
                .param("at", at)
                .update();
        db.sql("""
                insert into cooperation.joint_draft
                       (id, procedure, type, convention, body, facts, invites, status, version, written_by, saved_at)
                values ('unsent-joint', 'joint-investigation/1', 'propose', 'uncc/2', '{}', '{}', '', 'SENT', 1, 'maren', :at)
                """).param("at", at).update();
        run(YEAR, threadKeeping);
        assertThat(unsent(old.id())).as("gone with the first week").isZero();
        assertThat(told(old.id())).contains("retention.unsent-deleted", "draft.discarded");

        var young = drafts.start("preservation/1", "request", Role.REQUESTING, "XD-1", null, emergency(), maren);
        run(YEAR.plusDays(1), threadKeeping);
        assertThat(unsent(young.id())).as("a year and a day").isOne();
    }

    /** Between the list of what is to go and its going. */
    @Test
    void a_draft_that_is_saved_meanwhile_stays_as_it_is_and_one_that_cannot_go_keeps_no_other() {
        var maren = official("maren");
        var body = ordinary();
        var all = List.of(written(body), written(body), written(body)).stream()
                .sorted()
                .toList();
        var before = clock.instant().plus(YEAR);
        forgetting(List.of(), () -> running).forget(before);
        running = running.plus(MarkingForDeletion.WAIT);

        BeforeForgetting fails = new BeforeForgetting() {
            @Override
            public void forgettingDraft(String draft) {
                if (draft.equals(all.getFirst())) throw new IllegalStateException("of this one alone");
            }
        };
        var first = new ArrayList<>(remains);
        first.addFirst(fails);
        forgetting(first, () -> {
                    db.sql("update cooperation.draft set saved_at = :at where id = :d")
                            .param("at", before.plusSeconds(1).atOffset(ZoneOffset.UTC))
                            .param("d", all.get(1))
                            .update();
                    return running;
                })
                .forget(before);

        assertThat(drafts.get(all.get(0)).status()).isEqualTo(Draft.Status.WRITING);
        assertThat(drafts.get(all.get(1)).status()).isEqualTo(Draft.Status.WRITING);
        assertThat(unsent(all.get(2))).isZero();
        all.subList(0, 2).forEach(it -> drafts.discard(it, maren));
    }

    private String written(Map<String, Object> body) {
        return drafts.start("preservation/1", "request", Role.REQUESTING, "XD-1", null, body, official("maren"))
                .id();
    }

    private ForgettingUnsent forgetting(List<BeforeForgetting> told, RunningTime running) {
        return new ForgettingUnsent(
                unsentRows, new MarkingForDeletion(markRows, running, clock), told, ledger, transaction);
    }

    @Test
    void why_an_act_was_taken_back_goes_with_its_words() {
        var request = ended();
        var act = threads.opening(request.thread()).orElseThrow().id();
        db.sql(
                        "update thread.act set recalled_at = kept_at, recalled_why = 'The suspect was named by mistake' where id = :a")
                .param("a", act)
                .update();

        run(YEAR, threadKeeping);

        assertThat(threads.act(act).orElseThrow().recalled())
                .satisfies(it -> assertThat(it.why()).isEmpty());
    }

    /** Rows of it, its files and calls; and whatever else was never sent. */
    private long unsent(String draft) {
        return db.sql("""
                select (select count(*) from cooperation.draft where id = :d) + (select count(*) from cooperation.draft_file where draft = :d)
                     + (select count(*) from cooperation.draft_call where draft = :d)
                     + (select count(*) from cooperation.paper_draft where id = 'unsent-paper')
                     + (select count(*) from cooperation.paper_sheet where id = 'unsent-sheet')
                     + (select count(*) from cooperation.joint_draft where id = 'unsent-joint')
                """).param("d", draft).query(Long.class).single();
    }

    /** Asked, and withdrawn. */
    private RequestRow ended() {
        var asked = sent("XD-1", emergency(), "maren");
        var row = requests.find(asked.reference()).orElseThrow();
        var maren = official("maren");
        var draft = drafts.start(
                "preservation/1", "withdraw", Role.REQUESTING, "XD-1", row.thread(), Map.of("text", "Solved."), maren);
        var submitted = drafts.submit(draft.id(), draft.version(), maren);
        drafts.approve(submitted.id(), new Proof.Practice(), null, official("tolva"));
        assertThat(threads.find(row.thread()).orElseThrow().state().ended()).isTrue();
        return requests.find(asked.reference()).orElseThrow();
    }

    /** With a rule that was shown long enough, so long after now that what has ended now is due, and no longer. */
    private void run(Duration after, ThreadKeeping on) {
        rule(after, clock).note();
        week(job(after, at(clock.instant().plus(YEAR).plusSeconds(60)), on));
    }

    /** Marked, and looked at again when the node has run for a week. */
    private void week(DailyRetention job) {
        job.turn();
        running = running.plus(MarkingForDeletion.WAIT);
        job.turn();
    }

    private RetentionRule rule(Duration after, Clock at) {
        return new RetentionRule(new RetentionSettings(after, Duration.ofDays(7)), rules, ledger, at);
    }

    /** Nothing speaks against the clock, though it stands a year ahead. */
    private DailyRetention job(Duration after, Clock at, ThreadKeeping on) {
        return job(after, at, on, clock);
    }

    private DailyRetention job(Duration after, Clock at, ThreadKeeping on, Clock doubted) {
        var rule = rule(after, at);
        var marks = new MarkingForDeletion(markRows, () -> running, at);
        var due = new DeletionDue(rule, keeping, threads, marks, at);
        return new DailyRetention(
                rule,
                new ForgettingRequests(due, words, threads, on, exchange, remains, ledger, transaction),
                new ForgettingUnsent(unsentRows, marks, remains, ledger, transaction),
                due,
                marks,
                new DoubtingClock(ledger, watch, peers, doubted),
                at);
    }

    private static Clock at(Instant instant) {
        return Clock.fixed(instant, ZoneOffset.UTC);
    }

    private boolean kept(String thread) {
        return threads.newest(thread).stream().allMatch(KeptAct::bodyKept);
    }

    private List<String> told(String subject) {
        return ledger.lines(subject, null, 100).stream().map(Ledger.Line::what).toList();
    }

    /** As the node dies: this deletion and what its transaction did before are not there. */
    private ThreadKeeping dying(AtomicInteger after) {
        return (ThreadKeeping) Proxy.newProxyInstance(
                ThreadKeeping.class.getClassLoader(), new Class<?>[] {ThreadKeeping.class}, (_, method, arguments) -> {
                    if (method.getName().equals("forgetBody") && after.decrementAndGet() < 0) {
                        throw new IllegalStateException("killed");
                    }
                    try {
                        return method.invoke(threadKeeping, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private void export(String thread, ByteArrayOutputStream to) {
        try {
            threads.export(thread, to);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Whatever is left in words in our own tables. */
    private List<String> left(String thread) {
        return db.sql("""
                select text || number from cooperation.file_line where thread = :t and text || number <> ''
                union all select body from cooperation.draft where thread = :t and body <> '{}'
                union all select 'pdf' from cooperation.draft where thread = :t and act_pdf is not null
                union all select text from cooperation.message where thread = :t and text <> ''
                """).param("t", thread).query(String.class).list();
    }

    private List<String> drafts(String thread) {
        return db.sql("select id from cooperation.draft where thread = :t")
                .param("t", thread)
                .query(String.class)
                .list();
    }

    private String search(String thread) {
        return String.join(
                "\n", db.sql("""
                select said || words::text from cooperation.search_text where thread = :t
                union all select key || said from cooperation.search_key where thread = :t
                union all select key || said from cooperation.search_within where thread = :t
                """).param("t", thread).query(String.class).list());
    }

    /** As what came from an older list: it says nothing but its facts. */
    private void named(String thread, String facts) {
        db.sql("update thread.body set json = :json where act = :act")
                .param("json", CanonicalJson.write(Map.of("facts", facts)))
                .param("act", threads.opening(thread).orElseThrow().id())
                .update();
        db.sql("""
                update cooperation.request
                   set subject = :facts, subjects = jsonb_build_object('en', cast(:facts as text), 'ar', cast(:facts as text))::text
                 where thread = :t
                """).param("facts", facts).param("t", thread).update();
        db.sql(
                        "update cooperation.search_text set said = :facts, words = to_tsvector('simple', :facts) where thread = :t and kind = 'REQUEST'")
                .param("facts", facts)
                .param("t", thread)
                .update();
    }

    private void copies(String act, int more) {
        db.sql("""
                insert into thread.act (id, thread, type, ours, envelope, container_hash, kept_at)
                select lpad(to_hex(i), 64, 'c'), thread, type, false, envelope, container_hash, kept_at + i * interval '1 s'
                  from thread.act, generate_series(1, :more) i
                 where id = :act
                """).param("act", act).param("more", more).update();
        db.sql(
                        "insert into thread.body (act, json) select lpad(to_hex(i), 64, 'c'), json from thread.body, generate_series(1, :more) i where act = :act")
                .param("act", act)
                .param("more", more)
                .update();
        db.sql(
                        "insert into thread.container (act, bytes) select lpad(to_hex(i), 64, 'c'), bytes from thread.container, generate_series(1, :more) i where act = :act")
                .param("act", act)
                .param("more", more)
                .update();
    }

    private void item(String thread, String state, String hold) {
        db.sql("""
                insert into evidence.item (id, name, folder, media_type, thread, state, begun_at, begun_by, sealed_only, legal_hold)
                values (gen_random_uuid(), 'a', '', 'text/plain', :t, :s, :at, 'maren', false, :h)
                """)
                .param("t", thread)
                .param("s", state)
                .param("h", hold)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
