package org.comity.procedure.extradition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.comity.casework.Correspondence.Format;
import org.comity.identity.Approvals.Proof;
import org.comity.procedure.ActWriting.Pointed;
import org.comity.procedure.Draft;
import org.comity.procedure.Link;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.procedure.RequestRow.Turn;
import org.comity.procedure.file.OfficersByLetter;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Extradition on a node, from its pages to the surrender; the other State answers by letter. */
class ExtraditionByLetterTest extends OfficersByLetter {

    private static final Map<String, Object> RENN =
            Map.of("name", "Ivo Renn", "born", "1990", "nationalities", "Hesper");

    @Autowired
    private Procedures procedures;

    @Test
    void arrest_is_asked_first_its_end_is_watched_and_the_request_leads_to_the_surrender() throws Exception {
        var page = begun();
        assertThat(page("duty-officer", page, "en")).contains("Full name", "As far as you know", "37(1)");
        assertThat(page("duty-officer", page, "ar")).contains("الاسم الكامل").doesNotContain("extradition.", "acts.");
        typed(
                page,
                Map.of("asked", "arrest", "person.0.name", "Ivo Renn", "person.0.born", "2 April", "notice", "2027/1"));
        assertThat(page("duty-officer", page + "", "en")).contains("2 April");
        typed(page, Map.of("asked", "arrest", "person.0.name", "Ivo Renn", "person.0.born", "1990-04"));
        typed(
                page.replace("/person", "/offence"),
                Map.of(
                        "purpose", "prosecution",
                        "scope", "both-laws",
                        "offences", "7",
                        "offence", "Illegal access, section 9",
                        "penaltyMonths", "60",
                        "facts", "He opened the ledgers of a bank."));
        typed(page.replace("/person", "/file"), Map.of("warrant", "Court of Velmar, 2 March, 77/27"));
        refused("extradition.missing", () -> submit(drafts.get(page.split("/")[2])));
        var draft = typed(
                page.replace("/person", "/custody"), Map.of("urgent", "He has a ticket.", "requestBy", inDays(150)));
        var request = sent(draft);

        assertThat(request.subject()).isEqualTo("Extradition: Ivo Renn");
        assertThat(page("duty-officer", path(request), "en")).contains("Born April 1990", "He has a ticket.");
        forms(request);
        var end = clock.instant().plus(Duration.ofDays(18)).truncatedTo(ChronoUnit.SECONDS);
        letters.says(
                request.reference(),
                "arrest",
                Map.of("measure", "custody", "place", "Hesper", "rule", "treaty", "ruleText", "18 days, art. 16"),
                Map.of("until", end.toString()));

        assertThat(now(request).state()).isEqualTo("Arrested");
        assertThat(now(request).until()).isEqualTo(end);
        assertThat(now(request).turn()).isEqualTo(Turn.OURS);
        assertThat(page("duty-officer", path(request), "en")).contains("18 days, art. 16");
        assertThat(page("duty-officer", path(request) + "/submit", "ar"))
                .contains("الاسم الكامل")
                .doesNotContain("extradition.", "acts.");

        step(now(request), "submit", whole(), Map.of());
        assertThat(now(request).state()).isEqualTo("Requested");
        assertThat(now(request).until()).isNull();
        letters.says(
                request.reference(),
                "ask-assurances",
                Map.of("assurancesAsked", List.of(Map.of("kind", "fair-trial")), "text", "A new trial?"),
                Map.of());
        step(
                now(request),
                "assure",
                Map.of(
                        "answer", "given",
                        "assurances",
                                List.of(Map.of(
                                        "kind", "fair-trial",
                                        "words", "A new trial is held.",
                                        "by", "Minister of Justice",
                                        "until", "2030-01-01")),
                        "text", "A new trial is held."),
                Map.of());
        assured(path(request));
        letters.says(
                request.reference(),
                "grant",
                Map.of(
                        "how",
                        "decision",
                        "extent",
                        "whole",
                        "by",
                        "Court of Hesper",
                        "conditions",
                        List.of("specialty")),
                Map.of("terms", "asked"));
        assertThat(now(request).state()).isEqualTo("TermsOffered");
        step(now(request), "accept-terms", Map.of(), Map.of());
        letters.says(
                request.reference(),
                "appoint",
                Map.of("at", end.toString(), "place", "Hesper airport", "escort", "Two officers"),
                Map.of());
        letters.says(
                request.reference(),
                "surrender",
                Map.of("at", end.toString(), "custody", "17 days"),
                Map.of("manner", "final"));
        assertThat(now(request).state()).isEqualTo("Surrendered");
        step(
                now(request),
                "ask-consent",
                Map.of(
                        "for",
                        "other-offence",
                        "charges",
                        List.of(Map.of("offence", "Fraud", "law", "214")),
                        "text",
                        "Found later."),
                Map.of());
        letters.says(
                request.reference(), "decide-consent", Map.of("decision", "refused", "text", "Too small."), Map.of());

        assertThat(page("duty-officer", path(request), "en"))
                .contains("Minister of Justice", "Hesper airport", "17 days", "Too small.");
        for (var format : Format.values()) {
            assertThat(correspondence.letter(request.reference(), null, format, official("maren")))
                    .isNotEmpty();
        }
    }

    @Test
    void a_request_that_came_is_refused_after_consulting_and_the_pages_point_out_what_is_missing() throws Exception {
        var reference = correspondence.recordRequest(
                "extradition/1",
                "XD-1",
                Map.of(
                        "instrument",
                        "uncc",
                        "asked",
                        "extradition",
                        "person",
                        List.of(RENN),
                        "purpose",
                        "prosecution",
                        "lawText",
                        "Section 9",
                        "limitation",
                        "2037",
                        "holds",
                        List.of("identity", "facts")),
                arrived(),
                official("maren"));
        var page = page("duty-officer", "/requests/" + reference + "/refuse", "en");
        assertThat(page).contains("37(15)", "37(8)").doesNotContain("political offence");
        for (var ground : List.of("discrimination", "other")) {
            assertThat(pointed(reference, Map.of("ground", ground)))
                    .containsExactly(new Pointed("acts.caution.unconsulted", "37(17)"));
        }

        step(
                row(reference),
                "consult",
                Map.of("ground", "minimum-penalty", "text", "Our minimum is one year."),
                Map.of());
        assertThat(pointed(reference, Map.of("ground", "minimum-penalty"))).isEmpty();
        letters.says(reference, "answer", Map.of("text", "It is two years here."), Map.of());
        step(
                row(reference),
                "refuse",
                Map.of("ground", "minimum-penalty", "reasons", "given", "text", "Ours counts.", "consulted", "held"),
                Map.of());

        assertThat(row(reference).state()).isEqualTo("Refused");
        assertThat(page("duty-officer", "/requests/" + reference, "ar")).contains("Ours counts.");
    }

    @Test
    void an_inquiry_leads_to_it_with_what_was_said_of_the_person() throws Exception {
        var said = Map.<String, Object>of(
                "instrument", "uncc",
                "authority", "Police of Velmar",
                "about", "whereabouts",
                "concerned", "Ivo Renn, of Hesper",
                "facts", "Forged notices were sent.",
                "offence", "Fraud, 214",
                "question", "Where is he?");
        var maren = official("maren");
        var draft = drafts.start("inquiry/1", "inquire", Role.REQUESTING, "XD-1", null, said, maren);
        var sent = drafts.approve(submit(draft).id(), new Proof.Practice(), null, official("tolva"));
        var inquiry = row(Objects.requireNonNull(sent.reference()));
        assertThat(page("duty-officer", path(inquiry), "en")).contains("Ask for extradition");

        var page = redirected("duty-officer", post(path(inquiry) + "/follow").param("to", "extradition"));

        var begun = drafts.get(page.split("/")[2]);
        assertThat(begun.procedure()).isEqualTo("extradition/1");
        assertThat(begun.body())
                .containsEntry("facts", "Forged notices were sent.")
                .containsEntry("offence", "Fraud, 214")
                .containsEntry("scope", "");
        assertThat(begun.body().get("person").toString()).contains("Ivo Renn, of Hesper");
        assertThat(Link.read(begun.facts().get(Link.FACT)).orElseThrow().leadsTo(inquiry.thread()))
                .isTrue();
    }

    private List<Pointed> pointed(String reference, Map<String, Object> body) {
        return procedures.of("extradition/1").writing().pointed(row(reference), "refuse", body);
    }

    private static Map<String, Object> whole() {
        return Map.of(
                "person", List.of(RENN),
                "charges", List.of(Map.of("offence", "Illegal access, 2 March, Velmar", "law", "9")),
                "facts", "He opened the ledgers of a bank.",
                "lawText", "Section 9",
                "warrant", "77/27",
                "limitation", "2037",
                "holds", List.of("identity", "facts", "law", "penalty", "warrant", "limitation", "nationality"));
    }

    /** State and instrument are chosen; the path of the page that asks for the person. */
    private String begun() throws Exception {
        return begun("extradition", "uncc");
    }

    @Override
    protected Draft typed(String page, Map<String, String> fields) throws Exception {
        var id = page.split("/")[2];
        var form = post(page).param("version", Long.toString(drafts.get(id).version()));
        if (page.endsWith("/person")) {
            form.param("authority", "Ministry of Justice");
        }
        fields.forEach(form::param);
        redirected("duty-officer", form);
        return drafts.get(id);
    }

    /** Looked at, submitted and approved: by a lawyer of the central authority. */
    private RequestRow sent(Draft draft) throws Exception {
        return opened(approved(lookedAt(draft), "okell"));
    }

    private void step(RequestRow request, String type, Map<String, Object> body, Map<String, String> facts) {
        step(request, type, body, facts, "okell");
    }

    private static String path(RequestRow request) {
        return "/requests/" + request.reference();
    }

    /** Beside the request, with what it rests on, in both languages. */
    private void assured(String request) throws Exception {
        assertThat(page("duty-officer", request, "en"))
                .contains("Fair trial, or a new one", "Given by us", "Minister of Justice", "until 1 Jan 2030")
                .contains("Rests on the law of the States and on other treaties, not on this instrument.")
                .doesNotContain("owes it", "We owe it");
        assertThat(page("duty-officer", request, "ar")).contains("محاكمة عادلة أو جديدة", "قدمناه نحن");
        assertThat(page("duty-officer", "/assurances/ending", "en")).contains("No assurance ends soon.");
    }
}
