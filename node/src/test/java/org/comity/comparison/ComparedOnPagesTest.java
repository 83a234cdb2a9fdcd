package org.comity.comparison;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.comity.database.WaitingForLock;
import org.comity.identity.Approvals.Proof;
import org.comity.procedure.Draft;
import org.comity.procedure.file.OfficersByLetter;
import org.comity.proof.seal.Container;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The page of a comparison on a node: what is typed leaves as points in a sealed act, and is read out of it again. */
class ComparedOnPagesTest extends OfficersByLetter {

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcClient db;

    @Autowired
    private ComparingBlindly comparing;

    @Test
    void an_offer_leaves_as_a_file_of_points_and_only_one_a_day() throws Exception {
        oneDraftOfTwoPresses(consultation());
        var reference = consultation();
        var page = "/requests/" + reference + "/comparison";
        assertThat(page("duty-officer", "/requests/" + reference, "en")).contains(page, "No comparison is under way.");
        assertThat(page("duty-officer", page, "ar"))
                .contains("عرض مقارنة")
                .doesNotContain("comparison.stand", "comparison.next");
        assertThat(answered(200, "duty-officer", multipart(page).param("identifiers", " ")))
                .contains("Name at least one identifier and at most 50.");
        var longer = "much ".repeat(10_000) + "and its end";
        for (var field : List.of("identifiers", "words")) {
            assertThat(answered(200, "duty-officer", multipart(page).param(field, longer)))
                    .contains("id=\"f-" + field + "-problem\"", "and its end</textarea>");
        }

        var list = new MockMultipartFile("list", "list.txt", "text/plain", "203.0.113.9\n+555 01 00".getBytes(UTF_8));
        var offer = multipart(page)
                .file(list)
                .param("identifiers", "a@mail.example")
                .param("words", "Ten at most.");
        assertThat(redirected("duty-officer", offer)).isEqualTo(page);
        assertThat(page("duty-officer", page, "en")).contains("Read and send our step");
        var draft = drafts.alive(row(reference).thread(), "compare").getFirst();
        assertThat(draft.body()).containsEntry("count", "3").containsEntry("text", "Ten at most.");
        onlyTheFirstLeaves(submit(draft), submit(offer(consultation())));

        assertThat(page("duty-officer", page, "en"))
                .contains("We wait for their step.")
                .doesNotContain("a@mail.example");
        assertThat(sent(reference)).contains("comity-comparison/1").doesNotContain("mail.example", "203.0.113");
        letters.says(reference, "compare", Map.of("step", "answer"), Map.of());
        assertThat(page("duty-officer", page, "en"))
                .contains("Their step came without a file of a comparison.", "More is not sent");
        assertThat(answered(409, "duty-officer", multipart(page).param("identifiers", "a@mail.example")))
                .contains("each comparison lets the other side try guesses");
        redirected("duty-officer", post(page + "/forget"));
        assertThat(code("lawyer", page)).isEqualTo(200);
        assertThat(code("custodian", page)).isNotEqualTo(200);
    }

    /** The second press waits for the first, and sees its draft. */
    private void oneDraftOfTwoPresses(String reference) {
        var typed = new ComparingBlindly.TypedComparison("a@mail.example", "");
        try (var other = Executors.newSingleThreadExecutor()) {
            var second = Objects.requireNonNull(new TransactionTemplate(transactions).execute(_ -> {
                comparing.compare(reference, typed, official("maren"));
                var waits = other.submit(() -> comparing.compare(reference, typed, official("maren")));
                await().atMost(Duration.ofSeconds(60)).until(() -> waits.isDone() || WaitingForLock.anybody(db));
                return waits;
            }));

            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(second::get)
                    .withCauseInstanceOf(ComparisonRefused.class);
        }
        assertThat(drafts.alive(row(reference).thread(), "compare")).hasSize(1);
    }

    /** The second of another thread waits for the first, and sees it. */
    private void onlyTheFirstLeaves(Draft first, Draft second) {
        var pair = Executors.newSingleThreadExecutor();
        try {
            var later = new TransactionTemplate(transactions).execute(_ -> {
                approved(first, "tolva");
                var other = pair.submit(() -> approved(second, "tolva"));
                await().atMost(Duration.ofSeconds(60)).until(() -> other.isDone() || WaitingForLock.anybody(db));
                return other;
            });

            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(Objects.requireNonNull(later)::get)
                    .withCauseInstanceOf(BoundingComparisons.TooOften.class);
        } finally {
            pair.shutdownNow();
        }
        assertThat(drafts.get(first.id()).status()).isEqualTo(Draft.Status.SENT);
        assertThat(drafts.get(second.id()).status()).isEqualTo(Draft.Status.SUBMITTED);
        var inAMonth = clock.instant().plus(Duration.ofDays(30));
        assertThat(drafts.approve(second.id(), new Proof.Practice(), inAMonth, official("tolva"))
                        .status())
                .as("held until a day on which none leaves")
                .isEqualTo(Draft.Status.SENT);
    }

    private String consultation() {
        return correspondence.recordRequest(
                "consultation/1",
                "XD-1",
                Map.of(
                        "instrument",
                        "uncc",
                        "matter",
                        "One server",
                        "jurisdiction",
                        List.of("territory"),
                        "facts",
                        "Both look at it.",
                        "authority",
                        "Police of Hesper"),
                arrived(),
                official("maren"));
    }

    private Draft offer(String reference) {
        return written(row(reference), "compare", Map.of("step", "offer", "count", "1", "text", ""), Map.of());
    }

    private String sent(String reference) {
        var act = threads.newest(row(reference).thread()).stream()
                .filter(it -> it.ours() && it.envelope().type().equals("compare"))
                .findFirst()
                .orElseThrow();
        var files = Container.read(threads.container(act.id()).orElseThrow()).files();
        return List.copyOf(files.entrySet()).stream()
                .filter(it -> it.getKey().startsWith("attachments/"))
                .map(it -> new String(it.getValue(), UTF_8))
                .findFirst()
                .orElseThrow();
    }
}
