package org.comity.casework.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.comity.assistance.ByLetter;
import org.comity.casework.Officers;
import org.comity.evidence.CustodyPapers;
import org.comity.evidence.Destruction;
import org.comity.evidence.Evidence;
import org.comity.evidence.Item;
import org.comity.evidence.ItemArrivals;
import org.comity.evidence.custody.PracticeRemoving;
import org.comity.identity.Approvals.Proof;
import org.comity.procedure.Draft;
import org.comity.proof.item.ItemManifest;
import org.comity.ui.Language;
import org.comity.vocabulary.RuleBroken;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.transaction.support.TransactionTemplate;

/** Two officers declare what was delivered destroyed; it goes when their act has its entry, and nothing goes before. */
class DestroyingDeliveredTest extends Officers {

    /** Looked at once: midnight may come while a test runs. */
    private static final LocalDate LAST_BACKUP = LocalDate.now(ZoneOffset.UTC).plusDays(90);

    @Value("${node.evidence.folder}")
    private Path vault;

    @Autowired
    private ByLetter letters;

    @Autowired
    private Evidence evidence;

    @Autowired
    private ItemArrivals arrivals;

    @Autowired
    private Destruction destruction;

    @Autowired
    private UndoneDestructionRows undone;

    @Autowired
    private CustodyPapers papers;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private BeanFactory beans;

    @Test
    void the_bytes_go_with_the_entry_of_the_act_and_pages_papers_and_programs_say_so() throws Exception {
        var reference = matched();
        var item = only(reference).id();
        var sha256 = only(reference)
                .manifest()
                .map(ItemManifest::plain)
                .map(ItemManifest.Plain::sha256)
                .orElseThrow();
        var viewing = redirected("custodian", post("/evidence/" + item + "/viewing"));
        var draft = submitted(reference);
        PracticeRemoving.turn(beans);
        assertThat(lies(item)).as("one officer is not enough").isTrue();
        assertThat(page("second-officer", "/drafts/" + draft.id() + "/approve", "en"))
                .contains("deletes what it holds of these items");

        drafts.approve(draft.id(), new Proof.Practice(), null, official("tolva"));
        assertThat(only(reference).state()).isEqualTo(Item.State.DESTROYED);
        assertThat(code("custodian", viewing)).isEqualTo(410);
        PracticeRemoving.turn(beans);

        assertThat(lies(item)).isFalse();
        var page = page("custodian", "/evidence/" + item, "en");
        assertThat(page)
                .contains(
                        "It was declared destroyed.",
                        "Destroyed: of its wrapped keys",
                        official("maren").name(),
                        sha256.substring(0, 8))
                .doesNotContain("/viewing\"", "/match\"", "/sealed-only\"", "/legal-hold\"");
        assertThat(page("custodian", "/evidence/" + item, "ar")).contains("أُعلن إتلافها.");
        assertThat(page("custodian", "/evidence?request=" + reference, "en")).contains("Destroyed");
        assertThat(code("custodian", viewing)).isEqualTo(410);
        assertThat(answered(410, "custodian", post("/evidence/" + item + "/viewing")))
                .contains("This item was destroyed.");
        answered(410, "custodian", post("/evidence/" + item + "/match"));
        assertThat(text(papers.pdf(item, official("ferro"), Language.ENGLISH)))
                .contains(
                        "Destroyed on this node at",
                        "as declared by maren",
                        "declared destroyed; the last backup lapses on " + LAST_BACKUP,
                        sha256);
        assertThat(new String(papers.graph(item, official("ferro")), StandardCharsets.UTF_8))
                .contains("Destroyed on this node at", "as declared by maren", sha256);
        var listed = web.perform(
                        get("/evidence/uploads").param("request", reference).cookie(seat("custodian")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(listed).contains("\"state\":\"destroyed\"", sha256);
        assertThat(evidence.strays().missing()).doesNotContain(item);
    }

    @Test
    void what_is_not_said_to_be_matched_is_not_destroyed() throws Exception {
        var reference = letters.delivered("XD-1");
        assertThat(preview(reference)).contains("It is not on record yet whether");
        refused("evidence.destroy-unmatched", () -> submitted(reference));
    }

    @Test
    void what_is_held_by_law_is_refused_when_made_final_and_when_approved() throws Exception {
        var reference = matched();
        var item = only(reference).id();
        var draft = submitted(reference);
        answered(403, "duty-officer", post("/evidence/" + item + "/legal-hold").param("why", "Case 4711"));
        answered(409, "lawyer", post("/evidence/" + item + "/legal-hold").param("why", " "));
        redirected("lawyer", post("/evidence/" + item + "/legal-hold").param("why", "Case 4711"));
        assertThat(page("custodian", "/evidence/" + item, "en"))
                .contains("Case 4711", "It must not be destroyed while this stands");

        refused("evidence.destroy-legal-hold", () -> approved(draft));
        assertThat(preview(reference)).contains("mailbox.mbox is held by law");
        refused("evidence.destroy-legal-hold", () -> submitted(reference));
        assertThat(lies(item)).isTrue();

        redirected("custodian", post("/evidence/" + item + "/legal-hold/end"));
        approved(draft);
        assertThat(only(reference).state()).isEqualTo(Item.State.DESTROYED);
    }

    @Test
    void what_is_under_way_is_refused_until_it_is_here_or_cancelled() throws Exception {
        var reference = letters.delivered("XD-1");
        var thread = thread(reference);
        var manifest = only(reference).manifest().orElseThrow().sha256();
        transaction.executeWithoutResult(it -> arrivals.expect(manifest, "XD-1", thread, delivery(reference)));

        assertThat(destruction.obstacle(thread, java.util.List.of(manifest)))
                .hasValueSatisfying(it -> assertThat(it.why()).isEqualTo(Destruction.Why.UNDER_WAY));

        arrivals.cancel(manifest, official("ferro"));
        assertThat(destruction.obstacle(thread, java.util.List.of(manifest))).isEmpty();
    }

    @Test
    void what_was_declared_and_is_not_deleted_stands_beside_the_request() throws Exception {
        var reference = letters.delivered("XD-1");
        assertThat(page("duty-officer", "/requests/" + reference, "en")).doesNotContain("id=\"undone\"");
        undone.put(new UndoneDestruction("act-1", thread(reference), "ab".repeat(32), Instant.now()));
        undone.put(new UndoneDestruction("act-2", thread(reference), "", Instant.now()));

        assertThat(page("duty-officer", "/requests/" + reference, "en"))
                .contains("Declared destroyed, and not deleted", "abab", "which they are is not kept here");
        assertThat(page("duty-officer", "/requests/" + reference, "ar")).contains("أُعلن الإتلاف ولم يُحذف شيء");
        undone.forgetting(thread(reference));
    }

    @Test
    void what_another_state_says_of_its_copies_destroys_nothing_here() throws Exception {
        var reference = letters.asks("XD-1");
        var item = letters.item(reference);
        evidence.match(item, null);
        transaction.executeWithoutResult(it -> destruction.destroy(thread(reference), java.util.List.of(), null));
        PracticeRemoving.turn(beans);
        assertThat(lies(item)).isTrue();
    }

    private String matched() throws Exception {
        var reference = letters.delivered("XD-1");
        evidence.match(only(reference).id(), null);
        var press = post("/requests/" + reference + "/prepared").param("about", delivery(reference));
        drafts.approve(redirected("duty-officer", press).split("/")[2], new Proof.Practice(), null, official("maren"));
        return reference;
    }

    private String draft(String reference) throws Exception {
        var form = post("/requests/" + reference + "/destroyed");
        Map.of(
                        "delivery",
                        delivery(reference),
                        "doneOn",
                        LocalDate.now(ZoneOffset.UTC).toString(),
                        "backupsUntil",
                        LAST_BACKUP.toString(),
                        "how",
                        "By the node")
                .forEach(form::param);
        return redirected("duty-officer", form);
    }

    private String preview(String reference) throws Exception {
        return page("duty-officer", draft(reference), "en");
    }

    private Draft submitted(String reference) {
        try {
            var draft = drafts.get(draft(reference).replaceFirst(".*(?:/drafts/|draft=)([^/]+).*", "$1"));
            return drafts.submit(draft.id(), draft.version(), official("maren"));
        } catch (RuleBroken broken) {
            throw broken;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void approved(Draft draft) {
        drafts.approve(draft.id(), new Proof.Practice(), null, official("tolva"));
    }

    private Item only(String reference) {
        assertThat(evidence.newest(thread(reference), true, null, 100)).hasSize(1);
        return evidence.newest(thread(reference), true, null, 100).getFirst();
    }

    private String delivery(String reference) {
        return threads.newest(thread(reference)).stream()
                .filter(it -> it.envelope().type().equals("deliver"))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private String thread(String reference) {
        return requests.find(reference).orElseThrow().thread();
    }

    private boolean lies(UUID item) throws Exception {
        try (var files = Files.walk(vault)) {
            return files.anyMatch(it -> it.endsWith(item.toString()));
        }
    }

    private static String text(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
