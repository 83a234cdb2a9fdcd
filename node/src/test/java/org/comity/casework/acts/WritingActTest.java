package org.comity.casework.acts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.comity.casework.BegunDrafts;
import org.comity.casework.Correspondence;
import org.comity.casework.Officers;
import org.comity.procedure.Draft;
import org.comity.procedure.RequestRow;
import org.comity.ui.Language;
import org.comity.vocabulary.Channel;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.LinkedMultiValueMap;

/** One press makes one draft, and what is typed for an act goes into that act. */
class WritingActTest extends Officers {

    private static final int PRESSES = 8;

    /** Needs no words; {@code withdraw} does. */
    private static final String SHORT = "no-longer-needed";

    @Autowired
    private WritingAct writing;

    @Autowired
    private JdbcClient db;

    @Autowired
    private BegunDrafts begun;

    @Autowired
    private TransactionTemplate inTransaction;

    @Autowired
    private SendingShortActs sending;

    @Autowired
    private Correspondence correspondence;

    private Official maren;
    private RequestRow row;

    @BeforeEach
    void asked() {
        maren = official("maren");
        row = asking();
    }

    @Test
    void pressed_many_times_at_once_it_is_the_same_act() throws Exception {
        var together = new CyclicBarrier(PRESSES);
        Callable<String> press = () -> {
            together.await();
            return sending.begin(row, SHORT, maren).id();
        };
        var made = new HashSet<String>();
        try (var threads = Executors.newFixedThreadPool(PRESSES)) {
            for (var each : threads.invokeAll(java.util.Collections.nCopies(PRESSES, press))) made.add(each.get());
        }
        assertThat(made).hasSize(1);
        assertThat(drafts.alive(row.thread(), SHORT)).extracting(Draft::id).containsExactlyElementsOf(made);
    }

    @Test
    void what_is_refused_leaves_no_draft() {
        refused("preservation.missing", () -> sending.begin(row, "withdraw", maren));
        assertThat(drafts.alive(row.thread(), "withdraw")).isEmpty();
    }

    @Test
    void a_draft_in_which_nothing_is_written_is_gone_on_with_and_another_is_left_alone() {
        var empty = save(row, SHORT, null, "");
        var written = save(row, SHORT, null, "Words.");
        assertThat(sending.begin(row, SHORT, maren).id()).isEqualTo(empty.id());
        assertThat(drafts.get(written.id()).status()).isEqualTo(Draft.Status.WRITING);
    }

    @Test
    void what_is_typed_for_one_act_is_not_written_into_another() {
        var other = asking();
        var draft = drafts.start(
                "preservation/1",
                "withdraw",
                Role.REQUESTING,
                "XD-1",
                other.thread(),
                Map.of("text", "Solved."),
                maren);

        refused("act.unknown", () -> save(row, "withdraw", draft, "Of the first."));
        refused("act.unknown", () -> save(other, SHORT, draft, "Of another type."));
        refused("act.unknown", () -> writing.row(row.reference(), "withdraw", draft.id(), official("maren")));
        assertThat(drafts.get(draft.id()).body()).isEqualTo(Map.of("text", "Solved."));

        assertThat(save(
                                writing.row(other.reference(), "withdraw", draft.id(), official("maren")),
                                "withdraw",
                                draft,
                                "Of it.")
                        .body())
                .containsEntry("text", "Of it.");
    }

    /** The browser sends what stood chosen because there is nothing to choose from. */
    @Test
    void a_form_that_was_left_as_it_was_is_untouched_also_where_a_fact_was_chosen_for_it() {
        var arrived = new Correspondence.Arrived(
                Channel.MAIL, LocalDate.now(ZoneOffset.UTC).minusDays(1), "", "", null);
        var told = Map.<String, Object>of(
                "instrument", "uncc",
                "matter", "A planned fraud",
                "about", "danger",
                "how", "given",
                "information", "They meet on Friday.",
                "limits", "asked",
                "terms", "A lead only.");
        var informed = requests.find(correspondence.recordRequest("spontaneous/1", "XD-1", told, arrived, maren))
                .orElseThrow();
        var form = new LinkedMultiValueMap<String, String>();
        writing.view(informed, "accept-limits", null, false, null, Language.ENGLISH)
                .facts()
                .forEach(form::add);
        assertThat(form).containsOnlyKeys("limitsOf");

        assertThat(writing.untouched(informed, "accept-limits", form, maren)).isTrue();
        form.set("limitsOf", "7".repeat(64));
        assertThat(writing.untouched(informed, "accept-limits", form, maren)).isFalse();
    }

    private Draft save(RequestRow of, String type, Draft draft, String text) {
        var form = new LinkedMultiValueMap<>(Map.of("text", List.of(text)));
        return writing.save(
                of, type, draft == null ? null : draft.id(), draft == null ? 0 : draft.version(), form, maren);
    }

    private RequestRow asking() {
        return requests.find(sent("XD-1", emergency(), "maren").reference()).orElseThrow();
    }

    @Test
    void a_draft_that_holds_a_file_is_not_untouched() {
        var body = Map.<String, Object>of("facts", "Untouched, and then with a file");
        var draft = drafts.start("preservation/1", "request", Role.REQUESTING, "XD-1", null, body, maren);
        assertThat(begun.untouched("preservation/1", "XD-1", body, maren)).contains(draft.id());
        drafts.attach(draft.id(), "map.pdf", "application/pdf", new byte[] {1}, maren);
        assertThat(begun.untouched("preservation/1", "XD-1", body, maren)).isEmpty();
        drafts.discard(draft.id(), maren);
    }

    @Test
    void of_two_presses_at_once_the_second_waits_for_what_the_first_begins() {
        inTransaction.executeWithoutResult(_ -> {
            assertThat(begun.untouched("preservation/1", "XD-1", Map.of("facts", "Of nobody"), maren))
                    .isEmpty();
            assertThat(CompletableFuture.supplyAsync(
                                    () -> db.sql("select pg_try_advisory_xact_lock(420090, hashtext(:begins))")
                                            .param("begins", maren.id() + " preservation/1")
                                            .query(Boolean.class)
                                            .single())
                            .join())
                    .as("another press of this officer")
                    .isFalse();
        });
    }
}
