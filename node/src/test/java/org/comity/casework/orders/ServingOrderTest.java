package org.comity.casework.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipInputStream;
import org.comity.casework.Compartments;
import org.comity.casework.Correspondence;
import org.comity.casework.Correspondence.Format;
import org.comity.casework.DomesticFile;
import org.comity.casework.DomesticFile.Kind;
import org.comity.casework.Officers;
import org.comity.casework.OrdersServed;
import org.comity.casework.orders.TypedOrder.Decision;
import org.comity.directory.ListedAsProvider;
import org.comity.identity.Approvals.Proof;
import org.comity.procedure.Draft;
import org.comity.procedure.RequestRow;
import org.comity.ui.Language;
import org.comity.vocabulary.RuleBroken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An order that was granted for a request of another State is served on a provider, which learns nothing of the request. */
class ServingOrderTest extends Officers {

    private static final String PROVIDER = "XD-1";

    @Autowired
    private DecidingOnOrder ordering;

    @Autowired
    private ServingOrder serving;

    @Autowired
    private OrderRows orders;

    @Autowired
    private DomesticFile file;

    @Autowired
    private Compartments compartments;

    @Autowired
    private OrdersServed ordersServed;

    @Autowired
    private ServedRows rows;

    @Autowired
    private JdbcClient db;

    private final List<String> closed = new ArrayList<>();

    @AfterEach
    void open_again() {
        for (var table : List.of("compartment_officer", "compartment")) {
            closed.forEach(it -> db.sql("delete from cooperation." + table + " where thread = :thread")
                    .param("thread", it)
                    .update());
        }
    }

    @Autowired
    private Correspondence correspondence;

    @Test
    void it_begins_with_what_the_order_says_and_with_nothing_of_the_request() throws Exception {
        var row = granted("21/27");
        var before = page("duty-officer", "/requests/" + row.address(), "en");
        assertThat(before).contains("Orders served on providers", "No service provider is in the directory.");

        var draft = ListedAsProvider.during(PROVIDER, () -> begun(row));

        assertThat(draft.body())
                .containsEntry("number", "21/27")
                .containsEntry("court", "Lake Court")
                .containsEntry("data", "Mail logs.")
                .containsEntry("keepUntil", inDays(60) + "T23:59:59Z")
                .containsEntry("mayTell", "must-not")
                .containsEntry("onBehalf", "")
                .containsEntry("instrument", "other")
                .containsEntry("ourCase", "")
                .containsEntry("theirCase", "");
        assertThat(draft.body().toString()).doesNotContain("a@mail.example", "Forged notices", row.reference());
        assertThat(draft.facts()).doesNotContainKey("follows");
        assertThat(page("duty-officer", "/requests/" + row.address(), "ar")).contains("/drafts/" + draft.id());
        drafts.discard(draft.id(), official("maren"));
        assertThat(serving.begun(row).rows()).isEmpty();
    }

    @Test
    void the_request_lists_what_was_served_and_each_leads_to_the_other() throws Exception {
        var row = granted("22/27");
        ListedAsProvider.during(PROVIDER, () -> {
            var first = served(begun(row));
            var second = served(begun(row));

            assertThat(page("duty-officer", "/requests/" + row.address(), "en"))
                    .contains("/requests/" + first, "/requests/" + second);
            assertThat(page("duty-officer", "/requests/" + first, "en"))
                    .contains("Carries out an order that was granted in", "/requests/" + row.address());
            return row;
        });
    }

    @Test
    void a_request_that_is_closed_after_its_order_was_begun_closes_the_order_too() throws Exception {
        var row = granted("26/27");
        ListedAsProvider.during(PROVIDER, () -> {
            var begun = begun(row);
            assertThat(compartments.hides(begun, official("tolva"))).isFalse();
            close(row);
            assertThat(compartments.hides(begun, official("tolva"))).isTrue();
            assertThat(compartments.hides(begun, official("okell"))).isFalse();
            assertThat(compartments.written(List.of(begun), it -> it, "tolva")).isEmpty();

            var served = requests.find(served(begun)).orElseThrow();

            closed.add(served.thread());
            assertThat(compartments.hiddenFrom("tolva")).contains(served.thread());
            assertThat(compartments.hiddenFrom("okell")).doesNotContain(served.thread());
            return row;
        });
    }

    @Test
    void what_is_begun_again_after_it_was_recalled_serves_the_same_order() throws Exception {
        var row = granted("27/27");
        ListedAsProvider.during(PROVIDER, () -> {
            var begun = submitted(begun(row));
            drafts.approve(
                    begun.id(), new Proof.Practice(), Instant.now().plus(Duration.ofHours(2)), official("okell"));
            drafts.recall(begun.id(), "A word is missing.", official("okell"));

            var to = redirected(
                    "duty-officer", post("/drafts/" + begun.id() + "/again").param("once", token()));

            var again = to.split("/")[2];
            assertThat(again).isNotEqualTo(begun.id());
            assertThat(rows.find(again)).contains(new ServedRows.Served(again, row.thread(), "27/27"));
            assertThat(ordersServed.requests(List.of(again, "none"))).isEqualTo(Map.of(again, row.thread()));
            drafts.discard(again, official("maren"));
            return row;
        });
    }

    /** To the duty officer and the lawyer. */
    private void close(RequestRow row) {
        db.sql("insert into cooperation.compartment (thread, closed_at) values (:t, now())")
                .param("t", row.thread())
                .update();
        for (var named : List.of("maren", "okell")) {
            db.sql("insert into cooperation.compartment_officer (thread, official) values (:t, :o)")
                    .param("t", row.thread())
                    .param("o", named)
                    .update();
        }
        closed.add(row.thread());
    }

    /** A company has no contact point of a State, and an order is no wish. */
    @Test
    void its_letter_serves_it_and_speaks_of_no_request() throws Exception {
        var asked = granted("25/27");
        ListedAsProvider.during(PROVIDER, () -> {
            var row = requests.find(served(begun(asked))).orElseThrow();
            var act = threads.opening(row.thread()).orElseThrow().id();
            var letter = text(correspondence.letter(row.reference(), act, Format.DOCX, official("maren")));

            assertThat(letter)
                    .contains("of Aldoria serves on Dorvane the order that is set out below")
                    .doesNotContain("has the honour to request", "Contact Point of Dorvane presents");
            return row;
        });
    }

    private static String text(byte[] docx) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("word/document.xml")) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8).replaceAll("<[^>]*>", "\n");
                }
            }
        }
        throw new AssertionError("no document in the letter");
    }

    @Test
    void on_nobody_but_a_provider_and_by_no_order_of_another_request() throws Exception {
        var row = granted("23/27");
        long order = serving.orders(row).rows().getFirst().id();
        refused(row, order, PROVIDER);
        var other = granted("24/27");
        ListedAsProvider.during(PROVIDER, () -> {
            refused(other, order, PROVIDER);
            refused(row, order, "XB-1");
            return row;
        });
    }

    private void refused(RequestRow row, long order, String to) {
        var law = serving.in(row).getFirst().law();
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> serving.begin(row, order, law, to, official("maren")))
                .satisfies(it -> assertThat(it.code()).isEqualTo("orders.not-served"));
    }

    /** As an officer presses it beside the request. */
    private Draft begun(RequestRow row) throws Exception {
        var law = serving.in(row).getFirst().law();
        assertThat(page("duty-officer", "/requests/" + row.address(), "en"))
                .contains("Serve this order on a provider", "value=\"" + PROVIDER + "\"");
        var order = String.valueOf(serving.orders(row).rows().getFirst().id());
        var to = redirected(
                "duty-officer",
                post("/requests/" + row.address() + "/order-served")
                        .param("law", law)
                        .param("order", order)
                        .param("to", PROVIDER));
        assertThat(to).matches("/drafts/[^/]+/state");
        assertThat(page("duty-officer", to, "en"))
                .contains("On whom is it served")
                .doesNotContain(row.reference())
                .as("treaties bind States")
                .doesNotContain("What binds us and");
        return drafts.get(to.split("/")[2]);
    }

    /** The reference of the thread. */
    private String served(Draft begun) {
        var submitted = submitted(begun);
        var sent = drafts.approve(submitted.id(), new Proof.Practice(), null, official("okell"));
        return Objects.requireNonNull(sent.reference());
    }

    private Draft submitted(Draft begun) {
        var body = new HashMap<>(begun.body());
        body.put("instrument", "uncc");
        body.put("authority", "Cyber Unit");
        body.put("kinds", List.of("preserve"));
        body.put("legalBasis", "Code of procedure, 81.");
        body.put("identifiers", List.of(Map.of("kind", "mail", "value", "b@mail.example", "time", "", "zone", "")));
        var saved = drafts.save(begun.id(), begun.version(), body, begun.facts(), official("maren"));
        return drafts.submit(saved.id(), saved.version(), official("maren"));
    }

    private RequestRow granted(String number) {
        var row = requests.find(preserved(90)).orElseThrow();
        file.add(row.thread(), Kind.PASSED_ON, "", row.reference(), null, null, official("okell"));
        var order = new TypedOrder(
                number,
                "Lake Court",
                "",
                "Mail logs.",
                LocalDate.parse(inDays(60)).toString(),
                false,
                "As asked.");
        ordering.put(row.address(), order, 0, Decision.GRANTED, official("sorane"), Language.ENGLISH);
        return row;
    }
}
