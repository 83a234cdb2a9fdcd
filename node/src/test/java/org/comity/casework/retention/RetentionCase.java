package org.comity.casework.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.comity.casework.BeforeForgetting;
import org.comity.casework.LegalHolds;
import org.comity.casework.Officers;
import org.comity.directory.DirectoryWatch;
import org.comity.exchange.Exchange;
import org.comity.exchange.PeerClocks;
import org.comity.identity.Approvals.Proof;
import org.comity.ledger.Ledger;
import org.comity.procedure.RequestRow;
import org.comity.thread.JointThreadKeeping;
import org.comity.thread.JointThreads;
import org.comity.thread.ThreadKeeping;
import org.comity.thread.Threads.KeptAct;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends requests, sets the rule and the clock, and looks at what is left of their words. */
abstract class RetentionCase extends Officers {

    static final Duration YEAR = Duration.ofDays(365);

    @Autowired
    ThreadKeeping threadKeeping;

    @Autowired
    ReasonsToKeep keeping;

    @Autowired
    JointReasonsToKeep jointKeeping;

    @Autowired
    JointThreads joint;

    @Autowired
    JointThreadKeeping jointTexts;

    @Autowired
    WordRows words;

    @Autowired
    RuleRows rules;

    @Autowired
    MarkRows markRows;

    @Autowired
    UnsentRows unsentRows;

    @Autowired
    QuietRows quietRows;

    @Autowired
    Exchange exchange;

    @Autowired
    List<BeforeForgetting> remains;

    @Autowired
    Ledger ledger;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient db;

    final DirectoryWatch watch = mock(DirectoryWatch.class);
    final PeerClocks peers = mock(PeerClocks.class);
    Duration running = Duration.ofDays(100);

    /** The classes of this context share one log and one database. */
    @BeforeEach
    void nothingIsMarked() {
        db.sql("delete from cooperation.retention_mark").update();
        ledger.record(null, "node.looked", "test", Map.of());
    }

    @AfterEach
    void nothingIsQuiet() {
        quietRows.over(clock.instant());
    }

    /** Asked, and withdrawn. */
    RequestRow ended() {
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
    void run(Duration after, ThreadKeeping on) {
        rule(after, clock).note();
        week(job(after, at(clock.instant().plus(YEAR).plusSeconds(60)), on));
    }

    /** Marked, and looked at again when the node has run for a week. */
    void week(DailyRetention job) {
        job.turn();
        running = running.plus(MarkingForDeletion.WAIT);
        job.turn();
    }

    RetentionRule rule(Duration after, Clock at) {
        return new RetentionRule(new RetentionSettings(after, Duration.ofDays(7)), rules, ledger, at);
    }

    /** Nothing speaks against the clock, though it stands a year ahead. */
    DailyRetention job(Duration after, Clock at, ThreadKeeping on) {
        return job(after, at, on, clock);
    }

    DailyRetention job(Duration after, Clock at, ThreadKeeping on, Clock doubted) {
        var rule = rule(after, at);
        var marks = new MarkingForDeletion(markRows, () -> running, at);
        var due = new DeletionDue(rule, keeping, threads, marks, at);
        return new DailyRetention(
                rule,
                new ForgettingRequests(due, words, threads, on, exchange, remains, ledger, transaction),
                new ForgettingJointThreads(
                        new JointDeletionDue(rule, jointKeeping, marks, at),
                        words,
                        joint,
                        jointTexts,
                        remains,
                        ledger,
                        transaction),
                new ForgettingUnsent(unsentRows, marks, joint, jointTexts, holds, remains, ledger, transaction),
                new FindingQuietThreads(joint, jointTexts, jointKeeping, holds, words, quietRows, transaction, at),
                marks,
                new DoubtingClock(ledger, watch, peers, doubted),
                at);
    }

    static Clock at(Instant instant) {
        return Clock.fixed(instant, ZoneOffset.UTC);
    }

    boolean kept(String thread) {
        return threads.newest(thread).stream().allMatch(KeptAct::bodyKept);
    }

    List<String> told(String subject) {
        return ledger.lines(subject, null, 100).stream().map(Ledger.Line::what).toList();
    }

    List<String> drafts(String thread) {
        return db.sql("select id from cooperation.draft where thread = :t")
                .param("t", thread)
                .query(String.class)
                .list();
    }

    @Autowired
    LegalHolds holds;
}
