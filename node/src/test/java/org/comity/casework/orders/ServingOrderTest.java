package org.comity.casework.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipInputStream;
import org.comity.casework.Compartments;
import org.comity.casework.Correspondence;
import org.comity.casework.Correspondence.Format;
import org.comity.casework.Correspondence.Paper;
import org.comity.casework.OrdersServed;
import org.comity.directory.ListedAsProvider;
import org.comity.identity.Approvals.Proof;
import org.comity.procedure.RequestRow;
import org.comity.vocabulary.Channel;
import org.comity.vocabulary.RuleBroken;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An order that was granted for a request of another State is served on a provider, which learns nothing of the request. */
class ServingOrderTest extends ServingOfficers {

    @Autowired
    private OrderRows orders;

    @Autowired
    private Compartments compartments;

    @Autowired
    private OrdersServed ordersServed;

    @Autowired
    private ServedRows rows;

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
    void the_table_of_orders_says_how_each_was_served_and_has_no_column_without_content() throws Exception {
        var row = granted("28/27");
        ListedAsProvider.during(PROVIDER, () -> {
            var begun = begun(row);
            assertThat(table(row)).contains("Being written").doesNotContain("Served by", "Receipt", "Answer", "Until");

            var order = served(begun);

            assertThat(table(row))
                    .contains("letter · Letter ready", "No receipt yet", ">Post the letter</a>")
                    .doesNotContain("Answer", "Until");
            kept(order, "in-part", "");
            assertThat(table(row))
                    .contains("Kept by the provider", "Kept in part: 1", "Until")
                    .doesNotContain("No receipt yet");
            return row;
        });
    }

    @Test
    void the_order_says_of_each_thing_where_it_stands_and_at_the_end_whether_it_was_deleted() throws Exception {
        var row = granted("31/27");
        ListedAsProvider.during(PROVIDER, () -> {
            var order = served(begun(row));
            assertThat(ordered(order)).contains("b@mail.example", "Served").doesNotContain("Kept", "Deletion");

            kept(order, "in-part", "Only since May.");
            assertThat(ordered(order))
                    .contains("Kept in part", "Only since May.", "Until")
                    .doesNotContain("Deletion");
            said(order, "raise-objection", Map.of("why", "too-wide", "text", "All of it."), Map.of());
            assertThat(ordered(order)).contains("Kept in part", "Provider objects");

            step(order, "release", Map.of());
            var confirm = "/requests/" + order + "/record-act?type=deleted\">Confirm deletion";
            assertThat(ordered(order)).contains("Deletion not confirmed yet", confirm);
            assertThat(page("oversight", "/requests/" + order, "en"))
                    .contains("Deletion not confirmed yet")
                    .doesNotContain("Confirm deletion");
            assertThat(table(row)).contains("Deletion not confirmed yet", "Post the letter");
            letters.left(order, Paper.LETTER, null, Channel.MAIL, today().day(), "", official("maren"));
            assertThat(table(row)).contains("Deletion not confirmed yet", confirm);
            assertThat(page("duty-officer", "/requests/" + order + "/record-act?type=deleted", "en"))
                    .contains("What is deleted");

            said(order, "deleted", Map.of("doneOn", today().day().toString(), "what", "The mailbox."), Map.of());
            assertThat(ordered(order)).contains("Deletion confirmed on").doesNotContain("Confirm deletion");
            assertThat(table(row)).contains("Deletion confirmed on").doesNotContain("Confirm deletion");
            return row;
        });
    }

    @Test
    void of_an_order_for_which_nothing_was_kept_no_deletion_is_asked() throws Exception {
        var row = granted("32/27");
        ListedAsProvider.during(PROVIDER, () -> {
            var order = served(begun(row));
            step(order, "withdraw", Map.of("text", "It is not needed."));

            assertThat(ordered(order)).contains("b@mail.example").doesNotContain("Deletion", "Confirm deletion");
            return row;
        });
    }

    @Test
    void who_serves_an_order_reads_what_each_provider_keeps() throws Exception {
        var row = granted("33/27");
        ListedAsProvider.during(PROVIDER, () -> {
            var page = "/requests/" + row.address();
            assertThat(page("duty-officer", page, "en")).doesNotContain("Dorvane: what it keeps");
            redirected(
                    "duty-officer",
                    post("/directory/" + PROVIDER + "/provider")
                            .param("content.days", "7")
                            .param("source", "Their page")
                            .param("checked", inDays(0)));
            try {
                assertThat(page("duty-officer", page, "en")).contains("Dorvane: what it keeps", "7 days", "Their page");
            } finally {
                db.sql("delete from directory.provider_note").update();
            }
            return row;
        });
    }

    @Test
    void an_order_that_has_not_ended_is_pointed_out_where_its_request_has_or_is_closed() throws Exception {
        var row = granted("29/27");
        var order = ListedAsProvider.during(PROVIDER, () -> served(begun(row)));
        var page = "/requests/" + row.address();
        assertThat(page("lawyer", page, "en")).doesNotContain("Release or withdraw");

        close(row);
        assertThat(page("lawyer", page, "en"))
                .contains("This request is closed to named officers. These orders were served before")
                .contains("/" + order + "\">Release or withdraw");
        close(requests.find(order).orElseThrow());
        assertThat(page("lawyer", page, "en")).doesNotContain("Release or withdraw");

        letters.left(row.reference(), Paper.LETTER, null, Channel.MAIL, today().day(), "", official("maren"));
        letters.record(row.reference(), "no-longer-needed", Map.of(), Map.of(), today(), official("maren"));
        assertThat(page("lawyer", page, "en"))
                .contains("This request has ended, and these orders have not")
                .contains("/" + order + "\">Release or withdraw");

        step(order, "withdraw", Map.of("text", "It is not needed."));
        assertThat(page("lawyer", page, "en")).contains(order).doesNotContain("Release or withdraw");
    }

    @Test
    void who_reads_a_draft_that_serves_an_order_learns_what_closes_it() throws Exception {
        var row = granted("30/27");
        ListedAsProvider.during(PROVIDER, () -> {
            var draft = submitted(begun(row));
            var page = "/drafts/" + draft.id() + "/approve";
            assertThat(page("lawyer", page, "en"))
                    .contains("Closing the request in which the order was granted to named officers closes this draft");
            close(row);
            assertThat(page("lawyer", page, "en"))
                    .contains("The order that this serves was granted in a request that is closed to named officers.");
            var sent = drafts.approve(draft.id(), new Proof.Practice(), null, official("okell"));
            closed.add(Objects.requireNonNull(sent.thread()));
            return row;
        });
    }

    private String ordered(String order) throws Exception {
        var page = page("duty-officer", "/requests/" + order, "en");
        var card = page.substring(page.indexOf("id=\"ordered\""));
        return card.substring(0, card.indexOf("</section>"));
    }

    private String table(RequestRow row) throws Exception {
        var page = page("duty-officer", "/requests/" + row.address(), "en");
        var card = page.substring(page.indexOf("id=\"order-served\""));
        return card.substring(card.indexOf("<thead>"), card.indexOf("</table>"));
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
                .isThrownBy(() -> serving.begin(row, order, law, to, "", official("maren")))
                .satisfies(it -> assertThat(it.code()).isEqualTo("orders.not-served"));
    }
}
