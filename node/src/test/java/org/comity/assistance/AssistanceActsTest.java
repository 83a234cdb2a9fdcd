package org.comity.assistance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.comity.casework.Officers;
import org.comity.evidence.CustodyActs;
import org.comity.evidence.Evidence;
import org.comity.evidence.EvidenceSettings;
import org.comity.evidence.Item;
import org.comity.identity.Approvals.Proof;
import org.comity.ledger.Ledger;
import org.comity.procedure.Draft;
import org.comity.procedure.RequestRow;
import org.comity.procedure.file.PracticeFiles;
import org.comity.vocabulary.Role;
import org.comity.vocabulary.RuleBroken;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Every act after the request, on its page: what is offered, said, wanting, warned of, and what it comes to. */
class AssistanceActsTest extends Officers {

    @Autowired
    private ByLetter letters;

    @Autowired
    private Ledger ledger;

    @Autowired
    private CustodyActs custody;

    @Autowired
    private Evidence evidence;

    @Autowired
    private EvidenceSettings vault;

    @Autowired
    private Clock clock;

    @Test
    void who_is_asked_asks_offers_on_conditions_passes_executes_and_delivers() throws Exception {
        var reference = letters.asks("XD-1");
        assertThat(offered(reference))
                .startsWith("acknowledge", "accept")
                .doesNotContain("status-of", "close", "matched");

        says(reference, "acknowledge");
        assertThat(wanting(reference, "ask")).contains("Choose a question, or write one.");
        says(reference, "ask", "questions", "facts", "questions", "formality");
        assertThat(row(reference).state()).isEqualTo("FactsAsked");
        assertThat(row(reference).turn()).isEqualTo(RequestRow.Turn.THEIRS);
        letters.says(reference, "answer", Map.of("text", "The invoices name the account."), Map.of());

        assertThat(wanting(
                        reference,
                        "propose-conditions",
                        "assurancesAsked.0.words",
                        "No use against the person for other acts"))
                .contains("Assurance 1: choose what shall be assured.");
        var conditions = says(
                reference,
                "propose-conditions",
                "assurancesAsked.0.kind",
                "use",
                "assurancesAsked.0.words",
                "Used in investigation 4711 alone",
                "assurancesAsked.0.by",
                "Prosecutor of Hesper",
                "assurancesAsked.0.form",
                "Letter",
                "assurancesAsked.0.until",
                "2099-12-31");
        assertThat(row(reference).state()).isEqualTo("ConditionsProposed");
        assertThat(offered(reference)).doesNotContain("deliver", "pass", "executed");
        assertThat(page("duty-officer", "/requests/" + reference, "en"))
                .contains(
                        "Used for the stated purpose alone. “Used in investigation 4711 alone” By: Prosecutor of Hesper. Form: Letter. Until: 31 December 2099.");
        letters.says(reference, "accept-conditions", Map.of(), Map.of("conditions", conditions));
        assertThat(row(reference).state()).isEqualTo("Accepted");

        says(reference, "pass", "executing", "Court of Velin");
        says(reference, "executed", "steps", "The appeal period ends on Friday.");
        assertThat(row(reference).state()).isEqualTo("StepsPending");
        assertThat(page("duty-officer", "/requests/" + reference + "/deliver", "en"))
                .contains(
                        "No item of this request lies here whole.",
                        "A custodian adds it first",
                        "<a href=\"/requests/" + reference + "\">",
                        "Certificate of authenticity, sealed")
                .doesNotContain("/evidence/add");

        var item = letters.item(reference);
        assertThat(page("duty-officer", "/requests/" + reference + "/deliver", "ar"))
                .contains("dir=\"rtl\"", item.toString(), "mailbox.mbox");
        allOrNoneIsTicked(reference);
        assertThat(wanting(reference, "deliver", "items", item.toString()))
                .contains(
                        "Say whether this is all.",
                        "Write the record of execution.",
                        "Formality 1: say whether it was followed.");
        says(reference, "deliver", delivery(item));
        var row = row(reference);
        assertThat(row.state()).isEqualTo("Delivered");
        assertThat(custody.onDisk(row.thread()))
                .as("a State without a node gets it as a file")
                .containsExactly(evidence.item(item)
                        .flatMap(Item::manifest)
                        .orElseThrow()
                        .sha256());
        assertThat(page("duty-officer", "/requests/" + reference, "en"))
                .contains(
                        "They may use what was delivered",
                        "Evidence in the investigation 4711.",
                        "Delivered 1 item, all that was asked");
        assertThat(offered(reference)).doesNotContain("consent-use");
        var wider = letters.says(
                reference,
                "ask-use",
                Map.of("use", "other-matter", "matter", "4712", "text", "The same account."),
                Map.of());
        assertThat(row(reference).turn()).isEqualTo(RequestRow.Turn.OURS);
        assertThat(row(reference).next()).isEqualTo("consent-use");
        says(reference, "consent-use", "use", wider, "limits", "In case 4712 alone");
        assertThat(page("duty-officer", "/requests/" + reference, "en"))
                .contains("4712 · The same account.", "In case 4712 alone");
    }

    @Test
    void what_is_gone_from_the_vault_is_not_delivered_and_is_said_on_desk_list_and_page() throws Exception {
        var reference = letters.asks("XD-1");
        var item = letters.item(reference);
        var manifest = evidence.item(item).flatMap(Item::manifest).orElseThrow().sha256();
        var draft = drafts.start(
                Assistance.ID,
                "deliver",
                Role.REQUESTED,
                "XD-1",
                row(reference).thread(),
                Map.of("items", List.of(manifest)),
                official("maren"));
        var payload = vault.folder()
                .resolve("kept/%s/%s/payload".formatted(item.toString().substring(0, 2), item));
        var away = payload.resolveSibling("away");
        Files.move(payload, away);

        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> drafts.submit(draft.id(), draft.version(), official("maren")))
                .satisfies(it -> {
                    assertThat(it.code()).isEqualTo("evidence.deliver-missing");
                    assertThat(it.facts()).containsEntry("item", "mailbox.mbox");
                });
        assertThat(drafts.get(draft.id()).status()).isEqualTo(Draft.Status.WRITING);

        await().until(() -> evidence.item(item).orElseThrow().state() == Item.State.MISSING);
        assertThat(page("duty-officer", "/desk", "en")).contains("damaged or missing", "/evidence?lost=yes");
        // How many there are, other tests of this node say with us: the Arabic word changes with it.
        assertThat(page("duty-officer", "/desk", "ar"))
                .containsPattern("تالف[^<]*مفقود")
                .contains("/evidence?lost=yes");
        assertThat(page("duty-officer", "/evidence?lost=yes", "en")).contains(item.toString(), "Missing");
        assertThat(page("custodian", "/evidence/" + item, "en"))
                .contains("What was stored of it is not there.", "the disk may not be mounted", "Once it was put back");
        assertThat(page("custodian", "/evidence/" + item, "ar")).contains("ما حُفظ منها ليس في مكانه");

        Files.move(away, payload);
        redirected("custodian", post("/evidence/" + item + "/match"));
        assertThat(evidence.item(item).orElseThrow().state()).isEqualTo(Item.State.MATCHED);
        assertThat(page("duty-officer", "/evidence?lost=yes", "en")).doesNotContain(item.toString());
    }

    @Test
    void what_was_received_is_taken_away_only_within_a_use_that_is_named() throws Exception {
        var reference = letters.asked("XD-1");
        assertThat(page("lawyer", "/requests/" + reference, "en")).doesNotContain("serves this purpose");
        letters.says(reference, "acknowledge", Map.of(), Map.of());
        says(reference, "ask-status", "text", "When may we expect it?");
        assertThat(offered(reference)).doesNotContain("ask-status", "ask-use", "matched", "close");
        var item = letters.item(reference);
        var delivered = letters.says(reference, "deliver", given(item), Map.of("part", "whole"));

        for (var path : List.of("", "/documents", "/record", "/close", "/ask-use")) {
            assertThat(page("lawyer", "/requests/" + reference + path, "en"))
                    .as(path)
                    .contains("serves this purpose and no other", "Evidence in the investigation 4711.");
        }
        assertThat(code("lawyer", "/requests/" + reference + "/thread.zip")).isEqualTo(302);
        assertThat(answered(200, "lawyer", post("/requests/" + reference + "/export")))
                .contains("Choose within which use.", "Say for what you take it.");
        var tooLong = "x".repeat(501);
        assertThat(answered(
                        200,
                        "lawyer",
                        post("/requests/" + reference + "/export").param("words", tooLong)))
                .contains("Say it in at most 500 characters.", tooLong + "</textarea>");
        assertThat(answered(
                        409,
                        "lawyer",
                        post("/requests/" + reference + "/export")
                                .param("use", "0".repeat(64))
                                .param("words", "x")))
                .contains("A use limit binds what was delivered");
        var taken = taken(reference, "stated");
        assertThat(taken.getContentType()).isEqualTo("application/zip");
        assertThat(ledger.lines(row(reference).thread(), null, 20))
                .filteredOn(it -> it.what().equals("use.confirmed"))
                .singleElement()
                .satisfies(it -> assertThat(it.facts()).containsEntry("words", "The court of Velin"));

        says(reference, "matched", "delivery", delivered);
        assertThat(wanting(reference, "ask-use", "use", "onward", "text", "Fenora asks for it."))
                .contains("Say to whom it would go.");
        var asked = says(reference, "ask-use", "use", "onward", "recipient", "Fenora", "text", "Fenora asks for it.");
        assertThat(answered(
                        409,
                        "lawyer",
                        post("/requests/" + reference + "/export")
                                .param("use", asked)
                                .param("words", "Fenora")))
                .contains("A use limit");
        letters.says(reference, "consent-use", Map.of(), Map.of("use", asked));
        assertThat(taken(reference, asked).getStatus()).isEqualTo(200);
        says(reference, "exculpatory", "notice", "after", "text", "The court ordered disclosure.");
        says(reference, "costs", "costs", "ordinary", "text", "None.");
        says(reference, "close");
        assertThat(row(reference).state()).isEqualTo("Closed");
        assertThat(row(reference).turn()).isEqualTo(RequestRow.Turn.NOBODY);
        assertThat(page("lawyer", "/requests/" + reference, "en")).contains("serves this purpose and no other");
        assertThat(offered(reference)).contains("ask-use").doesNotContain("close", "ask-status", "supplement");
    }

    @Test
    void a_single_document_and_a_bag_leave_within_a_use_that_is_named_like_the_whole() throws Exception {
        var reference = letters.asked("XD-1");
        var own = act(reference, "request");
        assertThat(code("lawyer", "/requests/" + reference + "/acts/" + own + "/act.pdf"))
                .as("nothing binds yet")
                .isEqualTo(200);
        var delivered = letters.says(reference, "deliver", given(letters.item(reference)), Map.of("part", "whole"));
        assertThat(custody.onDisk(row(reference).thread()))
                .as("it was given to us")
                .isEmpty();

        var base = "/requests/" + reference;
        for (var file : List.of("act.pdf", "act.json", "act.asice", "files/scan.pdf")) {
            var what = "acts/" + delivered + "/" + file;
            var to = redirected("lawyer", get(base + "/" + what));
            assertThat(to).startsWith(base + "/export?what=acts");
            assertThat(page("lawyer", to, "ar")).contains("value=\"" + what + "\"");
            assertThat(answered(200, "lawyer", post(base + "/export").param("what", what)))
                    .contains("Choose within which use.", "value=\"" + what + "\"");
        }
        answered(
                404,
                "lawyer",
                post(base + "/export")
                        .param("what", "acts/" + delivered + "/../x")
                        .param("use", "stated")
                        .param("words", "x"));
        answered(
                404,
                "lawyer",
                post(base + "/export")
                        .param("what", "acts/" + delivered + "/files/none")
                        .param("use", "stated")
                        .param("words", "x"));
        answered(
                409,
                "lawyer",
                post(base + "/export")
                        .param("what", "acts/" + delivered + "/act.pdf")
                        .param("use", "other")
                        .param("words", "x"));
        assertThat(confirmed(reference)).as("nothing left").isEmpty();

        var pdf = answered(
                200,
                "lawyer",
                post(base + "/export")
                        .param("what", "acts/" + delivered + "/act.pdf")
                        .param("use", "stated")
                        .param("words", "The court of Velin"));
        assertThat(pdf).startsWith("%PDF");
        assertThat(redirected("custodian", post("/evidence/disk/out").param("request", reference)))
                .isEqualTo(base + "/export?what=bag");
        assertThat(page("custodian", base + "/export?what=bag", "en"))
                .contains("action=\"/evidence/disk/out\"", "name=\"request\"");
        answered(
                409,
                "custodian",
                post("/evidence/disk/out")
                        .param("request", reference)
                        .param("use", "other")
                        .param("words", "x"));
        redirected(
                "custodian",
                post("/evidence/disk/out")
                        .param("request", reference)
                        .param("use", "stated")
                        .param("words", "By bag"));
        assertThat(confirmed(reference)).containsExactlyInAnyOrder("acts/" + delivered + "/act.pdf", "bag");
    }

    private List<String> confirmed(String reference) {
        return ledger.lines(row(reference).thread(), null, 50).stream()
                .filter(it -> it.what().equals("use.confirmed"))
                .map(it -> it.facts().get("what"))
                .toList();
    }

    private String act(String reference, String type) {
        return threads.newest(row(reference).thread()).stream()
                .filter(it -> it.envelope().type().equals(type))
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Test
    void a_refusal_is_warned_of_and_never_blocked_and_postponing_is_none() throws Exception {
        var reference = letters.asks("XD-1");
        assertThat(page("duty-officer", "/requests/" + reference + "/refuse", "en"))
                .contains("40(21)", "Other, in our words", "Give reasons for any refusal.", "/articles/40#p-40-25");
        assertThat(page("duty-officer", "/requests/" + reference + "/postpone", "ar"))
                .contains("40(27)");
        assertThat(wanting(reference, "postpone", "ground", "ongoing-proceeding", "consultation", "none"))
                .contains("Write what you want to say.");
        says(reference, "postpone", "ground", "ongoing-proceeding", "text", "A trial.", "consultation", "none");
        assertThat(row(reference).state()).isEqualTo("Postponed");
        says(reference, "unable", "text", "Our laboratory is moved.");
        assertThat(wanting(reference, "refuse", "ground", "other", "reasons", "not-given", "consultation", "none"))
                .contains("Write the ground in your words.", "No consultation is on record.");
        assertThat(wanting(reference, "refuse", "ground", "minor-matter", "reasons", "given", "consultation", "none"))
                .contains("Write why you refuse.");
        says(reference, "refuse", "ground", "minor-matter", "reasons", "not-given", "consultation", "none");
        assertThat(row(reference).state()).isEqualTo("Refused");
        assertThat(offered(reference)).isEmpty();
    }

    @Test
    void a_part_is_refused_with_ground_and_reasons_and_the_rest_goes_on() throws Exception {
        var reference = letters.asks("XD-1");
        says(reference, "accept");
        assertThat(page("duty-officer", "/requests/" + reference + "/refuse-part", "en"))
                .contains("What is refused", "What remains", "Give reasons for any refusal.", "/articles/40#p-40-28");
        assertThat(wanting(reference, "refuse-part", "ground", "domestic-bar", "consultation", "none"))
                .contains("Say which part is refused.", "Say what of the request goes on.", "each refusal has them");
        says(
                reference,
                "refuse-part",
                "refusedPart",
                "Content of account 3.",
                "ground",
                "domestic-bar",
                "reasonsWords",
                "Our code lets content be seized from two years on.",
                "consultation",
                "held",
                "remains",
                "Accounts 1 and 2 are answered as asked.");
        assertThat(row(reference).state()).isEqualTo("Accepted");
        assertThat(page("duty-officer", "/requests/" + reference, "en"))
                .contains("Refused in part", "Content of account 3.", "Accounts 1 and 2 are answered as asked.");
        assertThat(offered(reference)).contains("deliver", "refuse");
    }

    @Test
    void each_page_that_is_offered_is_read_in_both_languages_and_others_are_not_found() throws Exception {
        var reference = letters.asks("XD-1");
        for (var type : PracticeFiles.table(Assistance.ID).acts().keySet()) {
            for (var language : List.of("en", "ar")) {
                assertThat(page("duty-officer", "/requests/" + reference + "/" + type, language))
                        .doesNotContain(
                                "assistance." + "field",
                                "assistance.act.",
                                "assistance.about.",
                                "assistance.fact.",
                                "assistance.option.");
            }
        }
        assertThat(code("duty-officer", "/requests/" + reference + "/report-preserved"))
                .isEqualTo(404);
        assertThat(code("duty-officer", "/requests/" + reference + "/nonsense")).isEqualTo(404);
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> letters.says(reference, "answer", Map.of("text", "x"), Map.of()))
                .satisfies(it -> assertThat(it.code()).isEqualTo("paper.not-offered"));
    }

    /** Without a script, and with what was typed kept. */
    private void allOrNoneIsTicked(String reference) throws Exception {
        var form = "/requests/" + reference + "/deliver";
        var ticked =
                redirected("duty-officer", post(form).param("tick", "items").param("record", "Seized on Monday."));
        var draft = ticked.replaceFirst(".*draft=", "").replaceFirst("#.*", "");
        assertThat(drafts.get(draft).body())
                .containsEntry("record", "Seized on Monday.")
                .hasEntrySatisfying("items", it -> assertThat((List<?>) it).hasSize(1));
        var version = Long.toString(drafts.get(draft).version());
        redirected(
                "duty-officer",
                post(form)
                        .param("untick", "items")
                        .param("items", "of no item")
                        .param("draft", draft)
                        .param("version", version)
                        .param("record", "Seized on Monday."));
        assertThat(drafts.get(draft).body())
                .containsEntry("record", "Seized on Monday.")
                .containsEntry("items", List.of());
        drafts.discard(draft, official("maren"));
    }

    private static String[] delivery(UUID item) {
        return new String[] {
            "items",
            item.toString(),
            "part",
            "whole",
            "executedBy",
            "Court of Velin",
            "record",
            "Seized on Friday.",
            "certificate",
            "here",
            "certified",
            "I, the custodian, certify it.",
            "formalities.0.asked",
            "Certificate of authenticity, sealed",
            "formalities.0.answer",
            "followed"
        };
    }

    private static Map<String, Object> given(UUID item) {
        return Map.of(
                "items",
                List.of(item.toString()),
                "executedBy",
                "Court of Hesper",
                "record",
                "Copied.",
                "certificate",
                "none");
    }

    private MockHttpServletResponse taken(String reference, String use) throws Exception {
        return web.perform(
                        post("/requests/" + reference + "/export")
                                .param("use", use)
                                .param("words", "The court of Velin")
                                .cookie(seat("lawyer"))
                                .with(org.springframework.security.test.web.servlet.request
                                        .SecurityMockMvcRequestPostProcessors.csrf()))
                .andReturn()
                .getResponse();
    }

    /** Written on its page, submitted and approved; the act's id. */
    private String says(String reference, String type, String... fields) throws Exception {
        var to = redirected("duty-officer", form(reference, type, fields));
        assertThat(to).as(type).matches("/drafts/[^/]+/preview");
        var draft = drafts.get(to.split("/")[2]);
        var submitted = drafts.submit(draft.id(), draft.version(), official("maren"));
        return java.util.Objects.requireNonNull(
                drafts.approve(submitted.id(), new Proof.Practice(), null, official("tolva"))
                        .act());
    }

    /** The page that says what is wanting, with what was typed. */
    private String wanting(String reference, String type, String... fields) throws Exception {
        var to = redirected("duty-officer", form(reference, type, fields));
        assertThat(to).contains("check=true");
        return page("duty-officer", to, "en");
    }

    private static MockHttpServletRequestBuilder form(String reference, String type, String... fields) {
        var form = post("/requests/" + reference + "/" + type);
        for (int i = 0; i < fields.length; i += 2) {
            form.param(fields[i], fields[i + 1]);
        }
        return form;
    }

    private List<String> offered(String reference) {
        var row = row(reference);
        var state = threads.find(row.thread()).orElseThrow().state();
        return PracticeAssistance.steps()
                .offered(java.util.Objects.requireNonNull(state), row.ourRole(), clock.instant());
    }

    private RequestRow row(String reference) {
        return requests.find(reference).orElseThrow();
    }
}
