package org.comity.casework;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.comity.casework.Correspondence.Arrived;
import org.comity.casework.Correspondence.Format;
import org.comity.convention.Convention;
import org.comity.convention.Paragraph;
import org.comity.identity.Approvals.Proof;
import org.comity.procedure.Draft;
import org.comity.procedure.Procedures;
import org.comity.vocabulary.Channel;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pages, PDF and letters of each procedure cite the instrument that governs, and no article of another. */
class GoverningInstrumentTest extends Officers {

    private static final Pattern PARAGRAPH = Pattern.compile("(?<![\\w./+-])([0-9]{1,3}(?:\\([0-9a-z]{1,5}\\))+)");
    /** A treaty here has fewer than a hundred articles; of a penal code, hints and entries name higher ones. */
    private static final Pattern ARTICLE =
            Pattern.compile("(?:\\b[Aa]rt(?:icles?|\\.)|المادة|المواد)[\\s\\u2066]+([0-9]{1,2})(?![0-9])");

    private static final boolean FULL = Boolean.getBoolean("comity.full");
    private static final List<String> LANGUAGES = List.of("en", "ar");
    private static final Map<String, List<String>> PARAGRAPHS = new HashMap<>();

    @Autowired
    private Convention convention;

    @Autowired
    private Procedures procedures;

    @Autowired
    private Correspondence correspondence;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Clock clock;

    @ParameterizedTest
    @CsvSource({
        "preservation, uncc, 7, Illegal access",
        "preservation, budapest, 2, Illegal access",
        "preservation, other, '', ''",
        "assistance, uncc, 13, theft or fraud",
        "assistance, budapest, 8, Computer-related fraud",
        "assistance, other, '', ''"
    })
    void what_is_written_cites_no_article_of_another(String procedure, String instrument, String offence, String title)
            throws Exception {
        var edition = convention.newest(instrument).orElseThrow().edition();
        var draft = draft(procedure, body(procedure, instrument, offence));
        var steps = steps(procedure);
        for (int n = 0; n < steps.size(); n++) {
            for (var language : inTurn(n)) {
                cites(
                        edition,
                        words(page("duty-officer", "/drafts/" + draft.id() + "/" + steps.get(n), language)),
                        steps.get(n) + " " + language);
            }
        }
        for (var language : LANGUAGES) {
            cites(
                    edition,
                    words(page("duty-officer", "/drafts/" + draft.id() + "/preview", language)),
                    "preview " + language);
        }
        drafts.submit(draft.id(), draft.version(), official("maren"));
        drafts.approve(draft.id(), new Proof.Practice(), null, official("okell"));

        var row = requests.find(drafts.get(draft.id()).reference()).orElseThrow();
        assertThat(threads.opening(row.thread()).orElseThrow().envelope().convention())
                .isEqualTo(edition);
        for (var language : List.of("en", "ar")) {
            cites(edition, words(page("lawyer", "/requests/" + row.reference(), language)), "thread " + language);
        }
        var pdf = pdf(drafts.pdf(draft.id()));
        cites(edition, pdf, "PDF");
        assertThat(pdf).contains(title);
        cites(edition, pdf(correspondence.letter(row.reference(), null, Format.PDF, official("maren"))), "letter");
        cites(
                edition,
                docx(correspondence.letter(row.reference(), null, Format.DOCX, official("maren"))),
                "letter as DOCX");
    }

    @ParameterizedTest
    @CsvSource({
        "preservation, uncc, 7", "preservation, budapest, 2", "preservation, other, ''",
        "assistance, uncc, 13", "assistance, budapest, 8", "assistance, other, ''"
    })
    void what_is_answered_cites_no_article_of_another(String procedure, String instrument, String offence)
            throws Exception {
        var edition = convention.newest(instrument).orElseThrow().edition();
        var reference = asked(procedure, body(procedure, instrument, offence));
        var types = offered(reference);
        for (int n = 0; n < types.size(); n++) {
            for (var language : inTurn(n)) {
                cites(
                        edition,
                        words(page("duty-officer", "/requests/" + reference + "/" + types.get(n), language)),
                        types.get(n) + " " + language);
            }
        }
        var law = convention.law(procedure, edition).orElseThrow();
        boolean printed = false;
        for (var ground : law.grounds()) {
            if (!ground.reservation()) {
                var text = FULL || !printed
                        ? pdf(drafts.pdf(refusing(reference, ground.code()).id()))
                        : lines(edition, reference, ground.code());
                printed = true;
                cites(edition, text, ground.code());
                if (!ground.ref().isEmpty()) {
                    assertThat(text).contains("(" + ground.ref() + ")");
                }
            }
        }
    }

    /** What the PDF of a refusal on this ground prints, without making one of it. */
    private String lines(String edition, String reference, String ground) {
        var row = requests.find(reference).orElseThrow();
        var rendering = procedures.of(row.procedure()).rendering();
        return rendering.sections(edition, row.thread(), "refuse", Map.of(), refusal(ground), Locale.ENGLISH).stream()
                .flatMap(it -> Stream.concat(Stream.of(it.label()), it.paragraphs().stream()))
                .collect(Collectors.joining(" "));
    }

    /** One of the languages, in turns; with {@code --full} each. */
    private static List<String> inTurn(int n) {
        return FULL ? LANGUAGES : List.of(LANGUAGES.get(n % LANGUAGES.size()));
    }

    @Test
    void another_ground_than_the_closed_list_has_is_possible_and_says_that_it_is_none_of_the_treaty() throws Exception {
        var reference = asked("preservation", body("preservation", "budapest", "2"));
        assertThat(page("duty-officer", "/requests/" + reference + "/refuse", "en"))
                .contains("This is no ground of the treaty: 29(5) allows the others only");
        var other = refusing(reference, "other");
        assertThat(pdf(drafts.pdf(other.id()))).contains("no ground of the treaty: 29(5)");
        drafts.approve(other.id(), new Proof.Practice(), null, official("okell"));
        assertThat(words(page("lawyer", "/requests/" + reference, "ar")))
                .contains("وليس هذا سبباً في المعاهدة: ")
                .contains("29(5)");
        assertThat(pdf(correspondence.letter(reference, null, Format.PDF, official("maren"))))
                .contains("no ground of the treaty: 29(5)");

        var uncc = asked("preservation", body("preservation", "uncc", "7"));
        assertThat(pdf(drafts.pdf(refusing(uncc, "other").id()))).contains("no ground of the treaty: 42(6)");
    }

    @Test
    void a_reservation_that_our_entry_does_not_have_is_no_ground_for_us() throws Exception {
        var reference = asked("preservation", body("preservation", "budapest", ""));
        var path = "/requests/" + reference + "/refuse";
        assertThat(page("duty-officer", path, "en"))
                .contains("value=\"essential-interests\"")
                .doesNotContain("value=\"reservation\"");
        var row = requests.find(reference).orElseThrow();
        var draft = drafts.start(
                "preservation/1",
                "refuse",
                Role.REQUESTED,
                "XD-1",
                row.thread(),
                Map.of("ground", "reservation"),
                official("maren"));
        assertThat(page("duty-officer", path + "?draft=" + draft.id() + "&check=true", "en"))
                .contains("our entry has no such reservation");
    }

    @Test
    void a_reservation_of_our_entry_is_a_ground_for_an_offence_outside_the_treaty_only() throws Exception {
        var another = body("preservation", "uncc", "");
        another.putAll(Map.of("scope", "evidence-of-serious-crime", "penaltyMonths", 60));
        var outside = asked("preservation", another);
        var inside = asked("preservation", body("preservation", "uncc", "7"));
        // It says that it is about an offence of the Convention, and names its own provision alone.
        var unnamed = asked("preservation", body("preservation", "uncc", ""));

        assertThat(page("duty-officer", "/requests/" + outside + "/refuse", "en"))
                .contains("value=\"reservation\"");
        for (var within : List.of(inside, unnamed)) {
            assertThat(page("duty-officer", "/requests/" + within + "/refuse", "en"))
                    .contains("value=\"essential-interests\"")
                    .doesNotContain("value=\"reservation\"");
        }
    }

    @Test
    void before_an_instrument_is_chosen_reservations_of_both_stand_beside_the_question() throws Exception {
        assertThat(page("duty-officer", "/requests/new/preservation?to=XD-1", "en"))
                .contains(
                        "What binds us and", "Reservation to", "42(5)", "offences that the treaty does not establish");
        assertThat(page("duty-officer", "/directory/XD-1", "en")).contains("What binds us and", "does not say which");
    }

    @Test
    void extending_is_a_rule_of_one_treaty_and_practice_under_another() throws Exception {
        assertThat(page("duty-officer", "/requests/" + preserved("budapest", "2") + "/extend", "en"))
                .contains("The treaty has no rule on extending a preservation.");
        assertThat(page("duty-officer", "/requests/" + preserved("uncc", "7") + "/extend", "en"))
                .doesNotContain("has no rule on extending");
    }

    @Test
    void before_an_instrument_is_chosen_both_entries_say_who_lists_it() throws Exception {
        assertThat(page("duty-officer", "/requests/new/preservation?to=XD-1", "en"))
                .contains("Not listed in the entry of:");
        assertThat(page("duty-officer", "/requests/new/preservation?to=XD-1", "ar"))
                .contains("غير مذكور في قيد:");
        assertThat(page("duty-officer", "/requests/new/preservation", "en"))
                .doesNotContain("Not listed in the entry of:");
    }

    @Test
    void a_draft_keeps_the_edition_under_which_it_was_begun() throws Exception {
        var body = body("preservation", "uncc", "7");
        body.remove("scope");
        var kept = draft("preservation", body);
        assertThat(kept.edition()).isEqualTo("uncc/2");
        assertThat(page("duty-officer", "/drafts/" + kept.id() + "/offence", "en"))
                .contains("name=\"scope\"");

        db.sql("update cooperation.draft set edition = 'uncc/1' where id = :id")
                .param("id", kept.id())
                .update();
        assertThat(page("duty-officer", "/drafts/" + kept.id() + "/offence", "en"))
                .doesNotContain("name=\"scope\"");
        drafts.submit(kept.id(), kept.version(), official("maren"));
        drafts.approve(kept.id(), new Proof.Practice(), null, official("okell"));

        var row = requests.find(drafts.get(kept.id()).reference()).orElseThrow();
        assertThat(threads.opening(row.thread()).orElseThrow().envelope().convention())
                .isEqualTo("uncc/1");
        assertThat(threads.opening(row.thread()).orElseThrow().body()).doesNotContainKey("edition");
    }

    @Test
    void offences_of_one_instrument_do_not_become_those_of_another() throws Exception {
        var draft = draft("preservation", body("preservation", "uncc", "7"));
        redirected(
                "duty-officer",
                org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post(
                                "/drafts/" + draft.id() + "/state")
                        .param("version", Long.toString(draft.version()))
                        .param("instrument", "budapest")
                        .param("then", "continue"));
        assertThat(drafts.get(draft.id()).body())
                .containsEntry("instrument", "budapest")
                .containsEntry("offences", List.of());
    }

    private void cites(String edition, String text, String where) {
        var foreign = new ArrayList<String>();
        PARAGRAPH
                .matcher(text)
                .results()
                .map(it -> it.group(1))
                .filter(it -> !held(edition, it))
                .forEach(foreign::add);
        ARTICLE.matcher(text)
                .results()
                .map(it -> it.group(1))
                .filter(it -> convention.article(edition, it).isEmpty())
                .forEach(foreign::add);
        assertThat(foreign).as(edition + ", " + where).isEmpty();
    }

    /** The paragraph, or one that has others below it. */
    private boolean held(String edition, String ref) {
        var refs = PARAGRAPHS.computeIfAbsent(
                edition,
                it -> convention.articles(it).stream()
                        .flatMap(article -> article.paragraphs().stream())
                        .map(Paragraph::ref)
                        .toList());
        return refs.stream().anyMatch(it -> it.equals(ref) || it.startsWith(ref + "("));
    }

    private Draft draft(String procedure, Map<String, Object> body) {
        return drafts.start(procedure + "/1", "request", Role.REQUESTING, "XD-1", null, body, official("maren"));
    }

    private String asked(String procedure, Map<String, Object> body) {
        return correspondence.recordRequest(procedure + "/1", "XD-1", body, arrived(), official("maren"));
    }

    private String preserved(String instrument, String offence) {
        var reference = asked("preservation", body("preservation", instrument, offence));
        says(
                reference,
                "report-preserved",
                Map.of("preservedAt", "2026-11-20T12:00:00Z", "kept", "logs"),
                Map.of("until", "2099-01-20T12:00:00Z"));
        return reference;
    }

    private void says(String reference, String type, Map<String, Object> body, Map<String, String> facts) {
        var draft = written(reference, type, body, facts);
        drafts.approve(draft.id(), new Proof.Practice(), null, official("okell"));
    }

    private Draft written(String reference, String type, Map<String, Object> body, Map<String, String> facts) {
        var row = requests.find(reference).orElseThrow();
        var begun = drafts.start(row.procedure(), type, Role.REQUESTED, "XD-1", row.thread(), body, official("maren"));
        var saved = drafts.save(begun.id(), begun.version(), body, facts, official("maren"));
        return drafts.submit(saved.id(), saved.version(), official("maren"));
    }

    private Draft refusing(String reference, String ground) {
        return written(reference, "refuse", refusal(ground), Map.of());
    }

    private static Map<String, Object> refusal(String ground) {
        return Map.of(
                "ground", ground, "words", "In our words.", "reasons", "given", "text", "Why.", "consultation", "held");
    }

    private List<String> offered(String reference) throws Exception {
        var types = new ArrayList<String>();
        var link = Pattern.compile("href=\"/requests/" + reference + "/([a-z-]+)\"");
        link.matcher(page("duty-officer", "/requests/" + reference, "en"))
                .results()
                .map(it -> it.group(1))
                .forEach(types::add);
        types.removeIf(it -> !List.of("refuse", "accept", "ask", "warn", "acknowledge", "postpone", "unable", "costs")
                .contains(it));
        assertThat(types).contains("refuse");
        return types;
    }

    private static List<String> steps(String procedure) {
        return procedure.equals("preservation")
                ? List.of("offence", "data", "custodian", "necessity", "follow-up", "confidentiality")
                : List.of(
                        "offence",
                        "proceeding",
                        "data",
                        "assistance",
                        "concerned",
                        "purpose",
                        "preserved",
                        "urgency",
                        "confidentiality");
    }

    private static Map<String, Object> body(String procedure, String instrument, String offence) {
        var body = new LinkedHashMap<String, Object>(ordinary());
        body.put("instrument", instrument);
        body.put("offences", offence.isEmpty() ? List.of() : List.of(offence));
        body.put("secret", true);
        if (instrument.equals("other")) {
            body.putAll(Map.of("basisKind", "bilateral", "basis", "Treaty of 3 May 2011"));
        }
        if (procedure.equals("assistance")) {
            body.keySet().removeAll(List.of("link", "necessity", "intent", "daysAsked"));
            body.putAll(assistance());
            var scopes = Map.of("uncc", "evidence-of-offence", "budapest", "electronic-evidence", "other", "");
            body.put("scope", scopes.get(instrument));
        } else if (instrument.equals("uncc")) {
            body.put("scope", "evidence-of-offence");
        }
        return body;
    }

    private static Map<String, Object> assistance() {
        return new HashMap<>(Map.of(
                "proceeding",
                "Investigation of a fraud",
                "conductedBy",
                "Prosecutor of Velin",
                "stage",
                "investigation",
                "measures",
                List.of("disclose"),
                "assistance",
                "Disclosure of the log of access.",
                "purpose",
                "Evidence in the investigation 4711.",
                "penaltyMonths",
                60,
                "expedited",
                "vulnerable",
                "formalities",
                List.of("Certificate of authenticity"),
                "safeguards",
                "Data protection act"));
    }

    private Arrived arrived() {
        return new Arrived(
                Channel.MAIL,
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1),
                "",
                "",
                null);
    }

    /** What binds both States is told of every instrument, before one is chosen. */
    private static String words(String html) {
        var chosen = html.replaceAll("(?s)<section class=\"card between\">.*?</section>", " ");
        var body = chosen.replaceAll("(?s)<(script|style)\\b.*?</\\1>", " ").replaceAll("(?s)^.*?<main", "<main");
        return body.replaceAll("<[^>]+>", " ").replace("&nbsp;", " ").replaceAll("\\s+", " ");
    }

    private static String pdf(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private static String docx(byte[] docx) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("word/document.xml")) {
                    return new String(zip.readAllBytes(), UTF_8)
                            .replace("</w:p>", " ")
                            .replaceAll("<[^>]+>", "");
                }
            }
        }
        throw new IOException("no document");
    }
}
