package org.comity.assistance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.comity.casework.Officers;
import org.comity.evidence.CustodyEntry;
import org.comity.evidence.CustodyEntry.Event;
import org.comity.evidence.Evidence;
import org.comity.evidence.EvidenceCases.Limit;
import org.comity.evidence.ItemArrivals;
import org.comity.ledger.Ledger;
import org.comity.procedure.UseLimits;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Every page that shows something of what was delivered to us says what it may be used for, Art. 40(19). */
class UseLimitPagesTest extends Officers {

    private static final String LIMIT = "serves this purpose and no other without prior consent";

    @Autowired
    private ByLetter letters;

    @Autowired
    private Evidence evidence;

    @Autowired
    private ItemArrivals arrivals;

    @Autowired
    private UseLimits limits;

    @Autowired
    private Ledger ledger;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void the_limit_stands_on_the_lists_on_the_item_and_on_every_look_at_it() throws Exception {
        var reference = letters.delivered("XD-1");
        var item =
                evidence.newest(thread(reference), true, null, 100).getFirst().id();
        evidence.match(item, null);

        var viewing = redirected("custodian", post("/evidence/" + item + "/viewing"));

        for (var path : List.of(
                "/evidence",
                "/evidence?request=" + reference,
                "/evidence/" + item,
                "/evidence/add?request=" + reference,
                "/evidence/disk?request=" + reference,
                viewing,
                viewing + "?as=hex")) {
            assertThat(page("custodian", path, "en")).as(path).contains(LIMIT, reference, purpose(reference));
        }
        assertThat(page("custodian", "/evidence/" + item, "ar"))
                .contains("يخدم هذا الغرض ولا غيره", purpose(reference));
    }

    @Test
    void a_hold_by_law_with_too_many_words_comes_back_with_them() throws Exception {
        var item = "/evidence/"
                + evidence.newest(thread(letters.delivered("XD-1")), true, null, 100)
                        .getFirst()
                        .id();
        var words = "x".repeat(501);

        var hold = post(item + "/legal-hold").param("why", words).header("Referer", "http://localhost" + item);
        assertThat(redirected("lawyer", hold)).isEqualTo(item + "#f-why");
        assertThat(page("lawyer", item, "en"))
                .contains("Say in 1 to 500 characters", "<details open>", ">" + words + "</textarea>");
    }

    @Test
    void an_item_leaves_as_a_file_within_a_use_that_is_named() throws Exception {
        var reference = letters.delivered("XD-1");
        var item =
                evidence.newest(thread(reference), true, null, 100).getFirst().id();
        var file = "/evidence/" + item + "/file";
        answered(409, "custodian", post(file));
        evidence.match(item, null);
        answered(403, "lawyer", post(file));

        var asked = redirected("custodian", post(file).param("use", "stated"));
        assertThat(asked).isEqualTo("/requests/" + reference + "/export?what=items/" + item + "/file");
        assertThat(page("custodian", asked, "en")).contains("action=\"" + file + "\"", "Take the item out as a file");
        assertThat(page("custodian", asked, "ar")).contains("إخراج مادة الإثبات ملفًا");
        assertThat(page("custodian", asked + "/../../sign-out", "en")).doesNotContain("action=\"/evidence/");
        answered(409, "custodian", post(file).param("use", "ab".repeat(32)).param("words", "x"));
        assertThat(custody(item)).doesNotContain(Event.EXPORTED);

        evidence.keepSealed(item, official("ferro"));
        var known = answered(200, "custodian", post(file).param("use", "stated").param("words", "The court of Velin"));
        assertThat(known).contains("never shown on this node", "value=\"The court of Velin\"", "name=\"sealedOnly\"");
        assertThat(custody(item)).doesNotContain(Event.EXPORTED);
        var taken = answered(
                200,
                "custodian",
                post(file)
                        .param("use", "stated")
                        .param("words", "The court of Velin")
                        .param("sealedOnly", "true"));
        assertThat(taken).isEqualTo("From nobody");
        assertThat(custody(item)).endsWith(Event.EXPORTED);
        assertThat(ledger.lines(thread(reference), null, 20))
                .filteredOn(it -> it.what().equals("use.confirmed"))
                .singleElement()
                .satisfies(it -> assertThat(it.facts())
                        .containsEntry("words", "The court of Velin")
                        .containsEntry("what", "items/" + item + "/file"));
        assertThat(page("custodian", "/evidence/" + item, "en")).contains("Taken out as a plain file", "Save the file");
    }

    @Test
    void a_lawyer_prints_the_custody_within_a_use_that_is_named_and_sees_what_is_between_the_states() throws Exception {
        var reference = letters.delivered("XD-1");
        var item =
                evidence.newest(thread(reference), true, null, 100).getFirst().id();
        assertThat(page("lawyer", "/evidence/" + item, "en"))
                .contains(
                        "Between the States",
                        "Delivered to us",
                        "/custody.pdf\"",
                        "href=\"/requests/" + reference + "\"")
                .doesNotContain("Save the file");
        assertThat(page("lawyer", "/evidence/" + item, "ar")).contains("بين الدولتين", "سُلّمت إلينا");
        assertThat(page("duty-officer", "/evidence/" + item, "en"))
                .contains("Between the States")
                .doesNotContain("/custody.pdf\"");

        for (var paper : List.of("custody.pdf", "custody.jsonld")) {
            var path = "/evidence/" + item + "/" + paper;
            answered(403, "duty-officer", post(path));
            var asked = redirected("lawyer", post(path));
            assertThat(asked).isEqualTo("/requests/" + reference + "/export?what=items/" + item + "/" + paper);
            assertThat(page("lawyer", asked, "en")).contains("action=\"" + path + "\"");
            answered(409, "lawyer", post(path).param("use", "other").param("words", "x"));
            assertThat(custody(item)).doesNotContain(Event.PRINTED);
        }
        var words = post("/evidence/" + item + "/custody.pdf")
                .param("use", "stated")
                .param("words", "The court of Velin");
        assertThat(answered(200, "lawyer", words)).startsWith("%PDF");
        assertThat(custody(item)).endsWith(Event.PRINTED);
    }

    private List<Event> custody(UUID item) {
        return evidence.custody(item).stream().map(CustodyEntry::what).toList();
    }

    @Test
    void the_limit_stands_where_transfers_are_listed() throws Exception {
        var reference = letters.delivered("XD-1");
        transaction.executeWithoutResult(
                it -> arrivals.expect("ab".repeat(32), "XD-1", thread(reference), "cd".repeat(32)));

        assertThat(page("custodian", "/evidence/transfers", "en")).contains(LIMIT, reference, purpose(reference));
    }

    @Test
    void the_limit_stands_on_the_act_that_would_pass_it_on_until_it_is_approved() throws Exception {
        var reference = letters.delivered("XD-1");
        var form = post("/requests/" + reference + "/onward")
                .param("delivery", delivery(reference))
                .param("recipient", "Fenora")
                .param("consent", "none")
                .param("doneOn", LocalDate.now(ZoneOffset.UTC).toString());

        assertThat(page("duty-officer", redirected("duty-officer", form), "en")).contains(LIMIT, purpose(reference));
    }

    @Test
    void what_we_added_to_a_request_that_brought_nothing_yet_has_no_limit() throws Exception {
        var asked = letters.asked("XD-1");
        var asks = letters.asks("XD-1");

        assertThat(page("custodian", "/evidence/" + letters.item(asked), "en")).doesNotContain(LIMIT);
        assertThat(page("custodian", "/evidence/" + letters.item(asks), "en")).doesNotContain(LIMIT);
    }

    @Test
    void all_limits_of_a_page_are_looked_up_at_once_and_nothing_of_unknown_threads() throws Exception {
        var first = letters.delivered("XD-1");
        var second = letters.delivered("XD-1");
        var none = letters.asked("XD-1");

        var found = limits.lines(Set.of(
                thread(first), thread(second), thread(none), UUID.randomUUID().toString()));

        assertThat(found)
                .extracting(Limit::of)
                .extracting(it -> it.reference())
                .containsExactlyInAnyOrder(first, second);
        assertThat(found).extracting(Limit::ref).containsOnly("40(19)");
    }

    private String delivery(String reference) {
        return threads.newest(thread(reference)).stream()
                .filter(it -> it.envelope().type().equals("deliver"))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private String purpose(String reference) {
        return threads.opening(thread(reference))
                .orElseThrow()
                .body()
                .get("purpose")
                .toString();
    }

    private String thread(String reference) {
        return requests.find(reference).orElseThrow().thread();
    }
}
