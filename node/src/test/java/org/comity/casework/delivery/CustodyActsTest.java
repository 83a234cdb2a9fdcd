package org.comity.casework.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.comity.assistance.ByLetter;
import org.comity.casework.Officers;
import org.comity.casework.PreparedActs;
import org.comity.evidence.CustodyActs;
import org.comity.evidence.CustodyActs.Basis;
import org.comity.evidence.CustodyActs.Basis.Kind;
import org.comity.evidence.CustodyPapers;
import org.comity.evidence.Evidence;
import org.comity.evidence.Item;
import org.comity.identity.Approvals.Proof;
import org.comity.procedure.Draft;
import org.comity.procedure.form.BodyFields;
import org.comity.proof.act.Act;
import org.comity.proof.item.ItemManifest;
import org.comity.proof.register.Entry;
import org.comity.proof.register.SignedEntry;
import org.comity.thread.ActRegistered;
import org.comity.thread.ThreadKeeping;
import org.comity.thread.Threads.KeptAct;
import org.comity.ui.Language;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

/** What came is said by acts that the program fills in; what is passed on, given back and destroyed, by an officer's. */
class CustodyActsTest extends Officers {

    @Value("${node.evidence.folder}")
    private Path vault;

    @Autowired
    private ThreadKeeping threadKeeping;

    @Autowired
    private JdbcClient db;

    @Autowired
    private ByLetter letters;

    @Autowired
    private Evidence evidence;

    @Autowired
    private CustodyPapers papers;

    @Autowired
    private CustodyActs custody;

    @Autowired
    private PreparedActs prepared;

    @Autowired
    private PreparingMatch preparing;

    @Autowired
    private PreparedRows rows;

    @Autowired
    private CustodyRemains remains;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Clock clock;

    @Test
    void once_all_is_opened_whole_the_act_waits_filled_in_and_one_press_makes_it_final() throws Exception {
        var reference = letters.delivered("XD-1");
        var thread = thread(reference);
        var delivery = said(reference, "deliver").id();
        assertThat(prepared.about(delivery)).as("nothing was opened yet").isEmpty();
        assertThat(page("duty-officer", "/requests/" + reference, "en")).doesNotContain("Filled in by our node");

        var item = only(thread);
        evidence.match(item.id(), null);
        var sha256 = item.manifest()
                .map(ItemManifest::plain)
                .map(ItemManifest.Plain::sha256)
                .orElseThrow();

        assertThat(page("duty-officer", "/requests/" + reference, "en"))
                .contains(
                        "Filled in by our node",
                        "Record as matched",
                        "It is what was delivered",
                        sha256.substring(0, 8));
        assertThat(page("duty-officer", "/desk", "en"))
                .contains("Filled in by our node, for you to press", "value=\"" + delivery + "\"");
        assertThat(page("duty-officer", "/desk", "ar")).contains("ملأته عقدتنا");
        assertThat(page("custodian", "/requests/" + reference, "en")).doesNotContain("Filled in by our node");
        answered(403, "custodian", press(reference, delivery));
        answered(409, "duty-officer", press(letters.asked("XD-1"), delivery));

        var to = redirected("duty-officer", press(reference, delivery));
        assertThat(to).endsWith("/approve");
        assertThat(redirected("duty-officer", press(reference, delivery)))
                .as("pressed again")
                .isEqualTo(to);
        assertThat(page("duty-officer", to, "en")).contains(sha256, "It is what was delivered");
        sent(to, "maren");

        var matched = said(reference, "matched");
        assertThat(matched.envelope().facts())
                .containsEntry("delivery", delivery)
                .containsEntry("items", "1");
        assertThat(new BodyFields(matched.body()).maps("found"))
                .singleElement()
                .satisfies(it -> assertThat(it)
                        .containsEntry("sha256", sha256)
                        .containsEntry("size", "11")
                        .containsEntry("result", "matched")
                        .hasEntrySatisfying(
                                "matched", at -> assertThat(at.toString()).startsWith("20")));
        assertThat(prepared.about(delivery)).isEmpty();
        // Of other tests in this house something may wait there, once the node has matched it by itself.
        assertThat(page("duty-officer", "/desk", "en")).doesNotContain("value=\"" + delivery + "\"");
    }

    @Test
    void what_was_sent_and_waits_for_its_entry_does_not_take_the_place_of_what_waits_to_be_pressed() throws Exception {
        var reference = letters.delivered("XD-1");
        var delivery = said(reference, "deliver").id();
        evidence.match(only(thread(reference)).id(), null);
        assertThat(rows.oldest(Set.of(), 1000))
                .extracting(PreparedRows.Row::delivery)
                .contains(delivery);
        var draft = redirected("duty-officer", press(reference, delivery)).split("/")[2];
        assertThat(rows.oldest(Set.of(), 1000))
                .extracting(PreparedRows.Row::delivery)
                .contains(delivery);

        drafts.approve(draft, new Proof.Practice(), clock.instant().plusSeconds(3600), official("maren"));

        assertThat(rows.find(delivery)).isPresent();
        assertThat(rows.oldest(Set.of(), 1000))
                .extracting(PreparedRows.Row::delivery)
                .doesNotContain(delivery);
    }

    @Test
    void what_was_registered_without_effect_is_offered_again_while_its_delivery_is_open() throws Exception {
        var reference = letters.delivered("XD-1");
        var delivery = said(reference, "deliver").id();
        evidence.match(only(thread(reference)).id(), null);
        var first = redirected("duty-officer", press(reference, delivery)).split("/")[2];
        drafts.approve(first, new Proof.Practice(), clock.instant().plusSeconds(3600), official("maren"));
        var act = Act.read(drafts.json(first));

        preparing.registered(registered(act, Entry.EFFECTIVE));
        assertThat(prepared.about(delivery))
                .as("an entry with effect would have closed the delivery")
                .isEmpty();

        preparing.registered(registered(act, "no-such-delivery"));
        assertThat(prepared.about(delivery))
                .hasValueSatisfying(it -> assertThat(it.draft()).isNull());
        assertThat(rows.oldest(Set.of(), 1000))
                .extracting(PreparedRows.Row::delivery)
                .contains(delivery);
        assertThat(page("duty-officer", "/requests/" + reference, "en"))
                .contains("Filled in by our node", "Record as matched");
        var again = redirected("duty-officer", press(reference, delivery));
        assertThat(again).endsWith("/approve").doesNotContain(first);

        sent(again, "maren");
        assertThat(said(reference, "matched").envelope().facts()).containsEntry("delivery", delivery);
        preparing.registered(registered(Act.read(drafts.json(again.split("/")[2])), "no-such-delivery"));
        assertThat(prepared.about(delivery))
                .as("its delivery is not open any more")
                .isEmpty();
    }

    private ActRegistered registered(Act act, String effect) {
        var thread = threads.find(act.envelope().thread()).orElseThrow();
        var entry = new Entry(
                act.envelope().network(),
                thread.id(),
                thread.lastEntry() + 1,
                "0".repeat(64),
                act.id(),
                "c".repeat(64),
                clock.instant(),
                effect,
                "5".repeat(64));
        return new ActRegistered(act, new SignedEntry(entry, "AAAA"), thread.state(), thread.state(), true, thread);
    }

    @Test
    void what_differs_is_prepared_as_not_matched_and_may_be_given_back_or_destroyed() throws Exception {
        var reference = letters.delivered("XD-1");
        var delivery = said(reference, "deliver").id();
        damage(only(thread(reference)).id());
        evidence.match(only(thread(reference)).id(), null);
        assertThat(page("lawyer", "/requests/" + reference, "en"))
                .contains("Record as not matched", "It is not what was delivered");

        sent(redirected("lawyer", press(reference, delivery)), "okell");

        assertThat(said(reference, "not-matched").body())
                .hasEntrySatisfying(
                        "text", it -> assertThat(it.toString()).startsWith("1 item of 1 did not arrive as delivered"));
        assertThat(requests.find(reference).orElseThrow().state()).isEqualTo("PartlyDelivered");
        assertThat(page("lawyer", "/requests/" + reference, "en")).contains("/destroyed\"", "/returned\"");
    }

    @Test
    void that_it_came_whole_since_is_pointed_out_before_not_matched_is_signed() throws Exception {
        var reference = letters.delivered("XD-1");
        var delivery = said(reference, "deliver").id();
        var item = only(thread(reference)).id();
        damage(item);
        evidence.match(item, null);
        var to = redirected("lawyer", press(reference, delivery));
        assertThat(page("lawyer", to, "en")).doesNotContain("What this act says is no longer so.");

        damage(item);
        evidence.match(item, null);

        assertThat(page("lawyer", to, "en")).contains("What this act says is no longer so.");
        assertThat(page("lawyer", to, "ar")).contains("ما يقوله هذا العمل لم يعد صحيحًا.");
    }

    @Test
    void items_that_were_delivered_are_named_before_they_are_delivered_again() throws Exception {
        var reference = letters.asks("XD-1");
        var item = letters.item(reference).toString();
        var first = redirected("duty-officer", deliver(reference, item, "none"));
        assertThat(page("duty-officer", first, "en")).doesNotContain("were delivered by act");
        var draft = drafts.get(first.split("/")[2]);
        drafts.submit(draft.id(), draft.version(), official("maren"));
        drafts.approve(draft.id(), new Proof.Practice(), null, official("tolva"));
        var n = said(reference, "deliver").n();

        var again = redirected("duty-officer", deliver(reference, item, "none"));

        var told = "Items that are chosen here were delivered by act " + n + " of this request.";
        assertThat(page("duty-officer", again, "en")).contains(told);
        assertThat(page("duty-officer", "/requests/" + reference + "/deliver?draft=" + again.split("/")[2], "en"))
                .contains(told);
    }

    @Test
    void what_a_state_without_a_node_said_counts_as_written_down_by_us() throws Exception {
        var reference = letters.delivered("XD-1");
        var act = said(reference, "deliver");
        var item = only(thread(reference));

        assertThat(custody.of(
                        thread(reference), Set.of(item.manifest().orElseThrow().sha256())))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.at()).isEqualTo(act.envelope().time());
                    assertThat(it.basis()).isEqualTo(new Basis(Kind.SAID, "bag", LocalDate.parse(today())));
                });
        assertThat(page("duty-officer", "/evidence/" + item.id(), "en"))
                .contains("Written down by <bdi class=\"ltr\" dir=\"ltr\">XA-1</bdi>, not signed by");
        assertThat(text(papers.pdf(item.id(), official("ferro"), Language.ENGLISH)))
                .contains("Written down by XA-1, not signed by XD-1.");
    }

    @Test
    void what_we_deliver_by_letter_is_told_as_not_left_until_it_is_posted() throws Exception {
        var reference = letters.asks("XD-1");
        var item = letters.item(reference);
        var draft = drafts.get(redirected("duty-officer", deliver(reference, item.toString(), "none"))
                .split("/")[2]);
        drafts.submit(draft.id(), draft.version(), official("maren"));
        drafts.approve(draft.id(), new Proof.Practice(), null, official("tolva"));
        var manifest = Set.of(
                evidence.item(item).orElseThrow().manifest().orElseThrow().sha256());

        assertThat(custody.of(thread(reference), manifest))
                .extracting(CustodyActs.Shared::basis)
                .containsExactly(new Basis(Kind.NOT_LEFT, "", null));

        notPosted(reference, "now()");
        assertThat(custody.of(thread(reference), manifest))
                .extracting(CustodyActs.Shared::basis)
                .containsExactly(new Basis(Kind.NOT_POSTED, "", null));
        notPosted(reference, "null");

        letters.posts(reference);

        assertThat(custody.of(thread(reference), manifest))
                .extracting(CustodyActs.Shared::basis)
                .containsExactly(new Basis(Kind.POSTED, "bag", LocalDate.parse(today())));
    }

    private void notPosted(String reference, String at) {
        db.sql("update cooperation.dispatch set not_posted_at = %s where thread = :t".formatted(at))
                .param("t", thread(reference))
                .update();
    }

    @Test
    void what_is_said_to_be_attached_is_looked_for_among_the_files() throws Exception {
        var reference = letters.asks("XD-1");
        var preview = redirected(
                "duty-officer", deliver(reference, letters.item(reference).toString(), "attached"));
        assertThat(page("duty-officer", preview, "en")).contains("no file goes with it");
        assertThat(page("duty-officer", preview, "ar")).contains("ولا ملف معه");

        drafts.attach(preview.split("/")[2], "certificate.pdf", "application/pdf", new byte[] {1}, official("maren"));

        assertThat(page("duty-officer", preview, "en")).doesNotContain("no file goes with it");
    }

    private static MockHttpServletRequestBuilder deliver(String reference, String item, String certificate) {
        return form(
                reference,
                "deliver",
                "items",
                item,
                "part",
                "whole",
                "executedBy",
                "Court",
                "record",
                "Copied.",
                "certificate",
                certificate,
                "formalities.0.answer",
                "followed");
    }

    @Test
    void passing_on_giving_back_and_destroying_stand_in_the_custody_of_the_item() throws Exception {
        var reference = letters.delivered("XD-1");
        var delivery = said(reference, "deliver").id();
        var item = only(thread(reference));
        evidence.match(item.id(), null);
        sent(redirected("duty-officer", press(reference, delivery)), "maren");

        assertThat(page("duty-officer", "/requests/" + reference + "/onward", "en"))
                .contains("No consent is on record in this request");
        var asked = says(reference, "ask-use", "use", "onward", "recipient", "Fenora", "text", "Fenora asks for it.");
        letters.says(reference, "consent-use", Map.of("limits", "For case 4712"), Map.of("use", asked));
        assertThat(page("duty-officer", "/requests/" + reference + "/onward", "en"))
                .contains(asked, "Fenora asks for it.");
        says(reference, "onward", "delivery", delivery, "recipient", "Fenora", "consent", asked, "doneOn", today());
        assertThat(said(reference, "onward").envelope().facts()).containsEntry("consent", asked);

        var to = redirected(
                "duty-officer",
                form(
                        reference,
                        "onward",
                        "delivery",
                        delivery,
                        "recipient",
                        "Oskera",
                        "consent",
                        "none",
                        "doneOn",
                        today()));
        assertThat(page("duty-officer", to, "en")).contains("No consent to this onward transfer is on record");

        to = redirected(
                "duty-officer",
                form(
                        reference,
                        "returned",
                        "delivery",
                        delivery,
                        "doneOn",
                        today(-20),
                        "how",
                        "By bag",
                        "copies",
                        "kept"));
        assertThat(to).as("not to the preview").contains("/returned?");
        assertThat(page("duty-officer", to, "en"))
                .contains("id=\"f-doneOn-problem\"", "This day lies before the delivery.");
        says(reference, "returned", "delivery", delivery, "doneOn", today(), "how", "By bag 17", "copies", "kept");
        to = redirected(
                "duty-officer",
                form(
                        reference,
                        "destroyed",
                        "delivery",
                        delivery,
                        "doneOn",
                        today(),
                        "backupsUntil",
                        today(-20),
                        "how",
                        "Keys"));
        assertThat(page("duty-officer", to, "en")).contains("This day lies before another one that it has to follow.");
        says(
                reference,
                "destroyed",
                "delivery",
                delivery,
                "doneOn",
                today(),
                "backupsUntil",
                today(90),
                "how",
                "Keys erased");

        var manifest = item.manifest().map(ItemManifest::sha256).orElseThrow();
        assertThat(custody.of(thread(reference), Set.of(manifest)))
                .extracting(it -> it.step().name() + " " + it.more())
                .containsExactly(
                        "DELIVERED_TO_US ",
                        "RECEIVED_AND_MATCHED ",
                        "ONWARD Fenora",
                        "RETURNED ",
                        "DESTROYED " + today(90));
        var text = text(papers.pdf(item.id(), official("ferro"), Language.ENGLISH));
        assertThat(text)
                .contains(
                        "passed on by XA-1 to Fenora",
                        "given back by XA-1 to XD-1",
                        "the last backup lapses on " + today(90));
        assertThat(new String(papers.graph(item.id(), official("ferro")), StandardCharsets.UTF_8))
                .contains("destroyed", today(90));

        var before = custody.of(thread(reference), Set.of(manifest));
        transaction.executeWithoutResult(_ -> threads.newest(thread(reference)).forEach(it -> {
            remains.forgetting(it);
            threadKeeping.forgetBody(it.id());
        }));
        assertThat(custody.of(thread(reference), Set.of(manifest)))
                .as("what was said is deleted")
                .isEqualTo(before);
        assertThat(text(papers.pdf(item.id(), official("ferro"), Language.ENGLISH)))
                .contains("passed on by XA-1 to Fenora");
        for (var page :
                List.of("", "/documents", "/record", "/export", "/letter", "/thread.zip", "/destroyed", "/ask-use")) {
            assertThat(code("lawyer", "/requests/" + reference + page)).as(page).isLessThan(500);
        }
        assertThat(page("lawyer", "/requests/" + reference, "en")).contains("The words of this limit were deleted");
    }

    /** One bit of what is stored. */
    private void damage(UUID item) throws Exception {
        Path payload;
        try (var files = Files.walk(vault)) {
            payload = files.filter(it -> it.endsWith(Path.of(item.toString(), "payload")))
                    .findFirst()
                    .orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(payload);
        bytes[bytes.length - 1] ^= 1;
        Files.write(payload, bytes);
    }

    private Item only(String thread) {
        assertThat(evidence.newest(thread, true, null, 100)).hasSize(1);
        return evidence.newest(thread, true, null, 100).getFirst();
    }

    private String thread(String reference) {
        return requests.find(reference).orElseThrow().thread();
    }

    private KeptAct said(String reference, String type) {
        return threads.newest(thread(reference)).stream()
                .filter(it -> it.envelope().type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private String today() {
        return today(0);
    }

    private String today(int days) {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                .plusDays(days)
                .toString();
    }

    private static MockHttpServletRequestBuilder press(String reference, String delivery) {
        return post("/requests/" + reference + "/prepared").param("about", delivery);
    }

    private static MockHttpServletRequestBuilder form(String reference, String type, String... fields) {
        var form = post("/requests/" + reference + "/" + type);
        for (int i = 0; i < fields.length; i += 2) {
            form.param(fields[i], fields[i + 1]);
        }
        return form;
    }

    /** Written on its page, submitted and approved; the act's id. */
    private String says(String reference, String type, String... fields) throws Exception {
        var to = redirected("duty-officer", form(reference, type, fields));
        assertThat(to).as(type).matches("/drafts/[^/]+/preview");
        var draft = drafts.get(to.split("/")[2]);
        var submitted = drafts.submit(draft.id(), draft.version(), official("maren"));
        return Objects.requireNonNull(drafts.approve(submitted.id(), new Proof.Practice(), null, official("tolva"))
                .act());
    }

    private Draft sent(String to, String by) {
        return drafts.approve(to.split("/")[2], new Proof.Practice(), null, official(by));
    }

    private static String text(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
