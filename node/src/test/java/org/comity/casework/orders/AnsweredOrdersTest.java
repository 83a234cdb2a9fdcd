package org.comity.casework.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.comity.casework.AnsweredOrders;
import org.comity.casework.Correspondence;
import org.comity.database.CountedStatements;
import org.comity.directory.ListedAsProvider;
import org.comity.procedure.AnswerToOrder.Held;
import org.comity.procedure.Draft;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.ui.Choice;
import org.comity.ui.Language;
import org.comity.vocabulary.Channel;
import org.comity.vocabulary.RuleBroken;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** What a provider answers to an order stands with the request for which it was served, once, and its report begins with it. */
class AnsweredOrdersTest extends ServingOfficers {

    @Autowired
    private AnsweredOrders answered;

    @Autowired
    private Procedures procedures;

    @Test
    void each_account_stands_with_the_request_and_its_report_begins_with_it() throws Exception {
        var row = granted("31/27", arrived());
        ListedAsProvider.during(PROVIDER, () -> {
            var order = served(begun(row));
            assertThat(answered.to(row.thread())).isEmpty();
            kept(order, "in-part", "Traffic before June is deleted.");

            var page = "/requests/" + row.address() + "/providers";
            assertThat(page("duty-officer", page, "en"))
                    .contains("Dorvane: b@mail.example", "Preserved in part", "Traffic before June is deleted.", "ON-9")
                    .contains("href=\"/requests/" + order + "\">Answered to an order");
            assertThat(page("duty-officer", page, "ar")).contains("محفوظ جزئيًا");
            assertThat(page("duty-officer", "/requests/" + row.address() + "/report-preserved", "en"))
                    .containsPattern("name=\"kept\"[^>]*>Dorvane: b@mail.example</textarea>")
                    .containsPattern(
                            "name=\"notKept\"[^>]*>Dorvane: b@mail.example \\(Traffic before June is deleted.\\)<")
                    .containsPattern("name=\"providerReference\"[^>]*value=\"ON-9\"");
            return row;
        });
    }

    @Test
    void what_is_answered_again_or_noted_by_hand_too_stands_there_once() throws Exception {
        var row = granted("32/27");
        ListedAsProvider.during(PROVIDER, () -> {
            var page = "/requests/" + row.address() + "/providers";
            redirected("duty-officer", note(page, "dorvane", "B@mail.example", "ORDERED"));
            var order = served(begun(row));
            kept(order, "kept", "");
            kept(order, "kept", "");
            assertThat(page("duty-officer", page, "en"))
                    .containsOnlyOnce(": b@mail.example</p>")
                    .doesNotContain("B@mail.example</p>")
                    .contains("Answered to an order");

            redirected("duty-officer", note(page, "Dorvane", "b@mail.example", "LOST"));

            assertThat(answered.to(row.thread())).hasSize(1);
            assertThat(page("duty-officer", page, "en")).contains("Lost");
            return row;
        });
    }

    @Test
    void an_officer_changes_what_was_answered_and_that_counts() throws Exception {
        var row = granted("33/27");
        ListedAsProvider.during(PROVIDER, () -> {
            var page = "/requests/" + row.address() + "/providers";
            kept(served(begun(row)), "kept", "");
            assertThat(page("duty-officer", page, "en")).contains(page + "?answered=0");
            assertThat(page("duty-officer", page + "?answered=0", "en"))
                    .containsPattern("name=\"provider\"[^>]*value=\"Dorvane\"")
                    .containsPattern("name=\"item\"[^>]*value=\"b@mail.example\"");

            redirected("duty-officer", note(page, "Dorvane", "b@mail.example", "LOST"));

            assertThat(page("duty-officer", page, "en"))
                    .containsOnlyOnce("Dorvane: b@mail.example")
                    .contains("Lost")
                    .doesNotContain("Answered to an order");
            return row;
        });
    }

    @Test
    void what_cannot_be_carried_out_is_lost_and_what_was_withdrawn_is_kept_no_longer() throws Exception {
        var row = granted("34/27");
        ListedAsProvider.during(PROVIDER, () -> {
            var order = served(begun(row));
            kept(order, "kept", "");
            step(order, "withdraw", Map.of("text", "It was lifted."));
            assertThat(answered.to(row.thread())).isNotEmpty().allMatch(AnsweredOrders.Answered::over);
            assertThat(page("duty-officer", "/requests/" + row.address() + "/providers", "en"))
                    .containsPattern("<p class=\"s\">Released\\s*<a")
                    .doesNotContainPattern("<p class=\"s\">Preserved");

            var second = served(begun(row));
            said(second, "cannot", Map.of("why", "deleted", "text", "Closed in May."), Map.of());
            assertThat(answered.to(row.thread()))
                    .filteredOn(it -> !it.address().equals(order))
                    .extracting(it -> it.answer().held())
                    .containsExactly(Held.NONE);
            return row;
        });
    }

    @Test
    void who_names_another_provider_lost_nothing_and_the_next_order_begins_with_its_accounts() throws Exception {
        var row = granted("36/27");
        ListedAsProvider.during(PROVIDER, () -> {
            var first = begun(row);
            var order = served(first);
            said(order, "cannot", Map.of("why", "not-ours", "text", "Hill Mail has them."), Map.of());

            assertThat(answered.to(row.thread()))
                    .extracting(it -> it.answer().held())
                    .containsExactly(Held.ELSEWHERE);
            assertThat(page("duty-officer", "/requests/" + row.address() + "/providers", "en"))
                    .contains("Holds nothing, names another provider", "Hill Mail has them.")
                    .contains("/requests/" + row.address() + "#order-served\">Serve an order on the other provider")
                    .doesNotContain("<p class=\"s\">Lost", "Something is lost");
            assertThat(page("duty-officer", "/requests/" + row.address(), "en"))
                    .contains("With another provider: 1")
                    .contains("<option value=\"" + first.id() + "\" selected>");

            coversAnother(row, first);

            var to = redirected(
                    "duty-officer",
                    post("/requests/" + row.address() + "/order-served")
                            .param("law", serving.in(row).getFirst().law())
                            .param(
                                    "order",
                                    String.valueOf(serving.orders(row)
                                            .rows()
                                            .getFirst()
                                            .id()))
                            .param("to", PROVIDER)
                            .param("like", first.id()));
            var next = drafts.get(to.split("/")[2]);
            assertThat(next.body().get("identifiers").toString()).contains("b@mail.example");
            assertThat(next.body()).containsEntry("number", "36/27").containsEntry("legalBasis", "");
            drafts.discard(next.id(), official("maren"));

            redirected(
                    "duty-officer",
                    note("/requests/" + row.address() + "/providers", "Hill Mail", "B@mail.example", "ORDERED"));
            assertThat(page("duty-officer", "/requests/" + row.address() + "/providers", "en"))
                    .contains("Holds nothing, names another provider")
                    .doesNotContain("Serve an order on the other provider");
            return row;
        });
    }

    /** Where what was served served another order. */
    private void coversAnother(RequestRow row, Draft first) {
        var order = serving.orders(row).rows().getFirst().id();
        var law = serving.in(row).getFirst().law();
        number(first, "another");
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> serving.begin(row, order, law, PROVIDER, first.id(), official("maren")))
                .satisfies(it -> assertThat(it.code()).isEqualTo("orders.another-order"));
        number(first, "36/27");
    }

    private void number(Draft served, String number) {
        db.sql("update cooperation.order_served set number = :number where draft = :draft")
                .param("number", number)
                .param("draft", served.id())
                .update();
    }

    @Test
    void who_must_not_see_the_order_learns_nothing_of_it_beside_the_request() throws Exception {
        var row = granted("35/27");
        ListedAsProvider.during(PROVIDER, () -> {
            var order = requests.find(served(begun(row))).orElseThrow();
            kept(order.address(), "kept", "");
            assertThat(answered.to(row.thread())).hasSize(1);

            close(order);

            assertThat(answered.to(row.thread())).isEmpty();
            assertThat(page("lawyer", "/requests/" + row.address() + "/providers", "en"))
                    .doesNotContain("b@mail.example");

            close(row);

            assertThat(answered.to(row.thread()))
                    .as("both are closed to the same")
                    .hasSize(1);
            return row;
        });
    }

    @Test
    void what_is_collected_stays_on_the_desk_and_who_keeps_alone_is_not_asked_what_is_to_come() throws Exception {
        var row = granted("38/27");
        ListedAsProvider.during(PROVIDER, () -> {
            var order = requests.find(served(begun(row))).orElseThrow();
            assertThat(rest(order)).as("an order to keep").containsExactly("nothing");
            var end = clock.instant().plus(30, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
            var since = clock.instant().minus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
            said(
                    order.address(),
                    "start-collection",
                    Map.of("startedAt", since.toString()),
                    Map.of("collectedUntil", end.toString()));

            var collecting = requests.ofThread(order.thread()).orElseThrow();

            assertThat(collecting.turn()).isEqualTo(RequestRow.Turn.THEIRS);
            assertThat(collecting.until()).isEqualTo(end);
            step(order.address(), "narrow", Map.of("left", "The last month.", "text", ""));
            assertThat(rest(order)).as("narrowed").containsExactly("nothing", "to-come");
            return row;
        });
    }

    private List<String> rest(RequestRow order) {
        var writing = procedures.of(order.procedure()).writing();
        var field = writing.table().of("report-preserved").stream()
                .filter(it -> it.key().equals("rest"))
                .findFirst()
                .orElseThrow();
        return writing.choices(order, "report-preserved", field, Map.of(), Language.ENGLISH).orElseThrow().stream()
                .map(Choice::value)
                .toList();
    }

    @Test
    void the_page_asks_the_same_number_of_things_of_one_order_and_of_five() throws Exception {
        var row = granted("37/27");
        ListedAsProvider.during(PROVIDER, () -> {
            kept(served(begun(row)), "kept", "");
            var one = sent(row);

            for (int n = 0; n < 4; n++) kept(served(begun(row)), "kept", "");

            assertThat(answered.to(row.thread())).hasSize(5);
            assertThat(sent(row)).hasSameSizeAs(one);
            assertThat(one)
                    .filteredOn(it -> it.contains("order by a.thread, a.n"))
                    .hasSize(1);
            return row;
        });
    }

    /** Of threads and requests, at the second look: at the first, this and that is read once for good; others by the clock. */
    private List<String> sent(RequestRow row) {
        drawn(row);
        return CountedStatements.sent(() -> drawn(row)).stream()
                .filter(it -> it.contains(" thread.") || it.contains(" cooperation."))
                .toList();
    }

    private void drawn(RequestRow row) {
        try {
            page("duty-officer", "/requests/" + row.address(), "en");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** A preservation that was not reported yet. */
    private String arrived() {
        var yesterday = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1);
        return letters.recordRequest(
                "preservation/1",
                PROVIDER,
                ordinary(),
                new Correspondence.Arrived(Channel.MAIL, yesterday, "", "", null),
                official("maren"));
    }

    private static AbstractMockHttpServletRequestBuilder<?> note(
            String path, String provider, String item, String status) {
        return post(path)
                .param("provider", provider)
                .param("item", item)
                .param("status", status)
                .param("until", "");
    }
}
