package org.comity.casework.acts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.comity.casework.CheckWords;
import org.comity.casework.requests.ThreadView.ActLine;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.procedure.ActRendering;
import org.comity.procedure.Draft;
import org.comity.procedure.KnownProcedure;
import org.comity.proof.act.Act;
import org.comity.proof.act.Attachment;
import org.comity.proof.act.Envelope;
import org.comity.proof.form.SaltedHash;
import org.comity.sealing.Letters.Section;
import org.comity.sealing.letter.EveryLine;
import org.comity.sealing.letter.LettersForTests;
import org.comity.ui.Capital;
import org.comity.ui.Language;
import org.comity.ui.PagesForTests;
import org.comity.ui.words.WordsForTests;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the lines of an act say stands in its PDF, on the pages before it leaves and in its thread; so does its envelope. */
class ActDocumentTest {

    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");
    private static final String SHA256 = "3".repeat(64);
    private static final List<Draft.File> FILES = List.of(new Draft.File("order.pdf", "application/pdf", 471, SHA256));
    private static final Attachment ATTACHED =
            new Attachment("order.pdf", "application/pdf", 471, new SaltedHash("0".repeat(32), "0".repeat(64)));
    private static final Envelope ENVELOPE = new Envelope(
            "1".repeat(64),
            "11111111-1111-4111-8111-111111111111",
            "preservation/1",
            "uncc/1",
            "request",
            "XA-1",
            "XB-1",
            "requesting",
            NOON,
            List.of("2".repeat(64)),
            true,
            Map.of("reference", "XA-2027-000007"),
            new SaltedHash("4".repeat(32), "5".repeat(64)),
            List.of(ATTACHED));
    private static final List<Section> SAID = List.of(
            new Section("First label", List.of("One line.", "Another line.")),
            new Section("Second label", List.of("Last.")));

    private final Directory directory = mock();
    private final ActRendering rendering = mock();

    @Tag("long")
    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void the_pdf_has_place_and_date_every_line_every_file_and_all_that_the_envelope_says(String language) {
        var pdf = pdf(language);
        var locale = Locale.forLanguageTag(language);

        EveryLine.mustStandInPdf(pdf, locale, SAID);
        var moment = org.comity.procedure.form.FieldSections.moment(NOON, locale);
        EveryLine.mustStandInPdf(
                pdf,
                locale,
                List.of(new Section(
                        "",
                        List.of(WordsForTests.load()
                                .say(
                                        Language.of(language).orElseThrow(),
                                        "acts.dated",
                                        "place",
                                        "Velin",
                                        "moment",
                                        moment)))));
        EveryLine.mustStandInPdf(
                pdf, Locale.ENGLISH, List.of(new Section("", List.of("order.pdf", "application/pdf", "471", SHA256))));
        EveryLine.mustStandInPdf(
                pdf,
                locale,
                List.of(new Section(
                        "",
                        List.of(WordsForTests.load()
                                .say(
                                        Language.of(language).orElseThrow(),
                                        "preservation.act." + ENVELOPE.json().get("type"))))));
        leaves(envelope())
                .forEach(it -> EveryLine.mustStandInPdf(pdf, Locale.ENGLISH, List.of(new Section("", List.of(it)))));
    }

    /** A member that is new in the envelope fails here until somebody says how its document shows it. */
    @Test
    void no_member_of_the_envelope_is_forgotten() {
        assertThat(ENVELOPE.json().keySet())
                .containsExactlyInAnyOrder(
                        "network",
                        "thread",
                        "procedure",
                        "convention",
                        "type",
                        "author",
                        "addressee",
                        "role",
                        "time",
                        "after",
                        "drill",
                        "facts",
                        "body",
                        "attachments");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void preview_approval_and_thread_show_each_line_and_each_file(String language) {
        var page = language.equals("ar") ? PagesForTests.arabic(NOON) : PagesForTests.english(NOON);

        var sheet = drawn("casework/acts/document.jte", Map.of("page", page, "act", view(language)));
        var line = drawn(
                "casework/requests/act.jte",
                Map.of("page", page, "act", line(), "base", "/requests/XA-2027-000007", "place", place()));

        for (var drawn : List.of(sheet, line)) {
            SAID.forEach(section -> assertThat(drawn).contains(section.label()).contains(section.paragraphs()));
            assertThat(drawn).contains("order.pdf").containsPattern("471|٤٧١");
        }
        assertThat(sheet).contains(SHA256.substring(0, 8), "Velin");
    }

    private byte[] pdf(String language) {
        var other = participant("Belmora", language);
        var self = participant("Aldoria", "en");
        when(directory.self()).thenReturn(self);
        when(directory.get("XB-1")).thenReturn(other);
        when(rendering.procedure()).thenReturn("preservation/1");
        when(rendering.function()).thenReturn("contact-point");
        when(rendering.headline(anyString(), any(), any(), any())).thenReturn("Headline");
        when(rendering.sections(anyString(), any(), anyString(), any(), any(), any()))
                .thenReturn(SAID);
        var known = mock(KnownProcedure.class);
        when(known.id()).thenReturn("preservation/1");
        when(known.rendering()).thenReturn(rendering);
        return new ActDocument(
                        directory,
                        LettersForTests.load(),
                        WordsForTests.load(),
                        () -> List.of(known),
                        mock(CheckWords.class))
                .pdf(new Act(ENVELOPE, Map.of()), FILES, "XA-2027-000007");
    }

    private static Participant participant(String name, String language) {
        var participant = mock(Participant.class);
        when(participant.name(anyString())).thenReturn(name);
        when(participant.capital(anyString())).thenReturn("Velin");
        when(participant.speaker(anyString())).thenReturn("Contact point of " + name);
        when(participant.languages()).thenReturn(List.of(language));
        return participant;
    }

    /** Time and role are told in words, the salt hides nothing that is shown, and the file's own hash is told for its commitment. */
    private static Object envelope() {
        var json = new java.util.TreeMap<>(ENVELOPE.json());
        json.keySet().removeAll(List.of("time", "role", "drill", "type"));
        json.put("body", ENVELOPE.body().sha256());
        json.put("attachments", List.of(ATTACHED.name(), ATTACHED.mediaType()));
        return json;
    }

    private static Stream<String> leaves(Object json) {
        return switch (json) {
            case Map<?, ?> map -> map.values().stream().flatMap(ActDocumentTest::leaves);
            case Collection<?> list -> list.stream().flatMap(ActDocumentTest::leaves);
            default -> Stream.of(json.toString());
        };
    }

    private static ActView view(String language) {
        var draft = new Draft(
                "d-1",
                "preservation/1",
                "request",
                Role.REQUESTING,
                "XB-1",
                null,
                "XA-2027-000007",
                Map.of(),
                Map.of(),
                FILES,
                Draft.Status.WRITING,
                1,
                "o-1",
                NOON,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false);
        return new ActView(
                draft,
                "Headline",
                SAID,
                language,
                "ltr",
                participant("Aldoria", "en"),
                participant("Belmora", language),
                "contact-point",
                false,
                false,
                List.of(),
                List.of(),
                List.of(),
                "uncc/2",
                false,
                false,
                "XA-2027-000007",
                "/",
                "",
                0,
                0,
                null,
                false,
                false,
                null,
                null,
                false);
    }

    private static ActLine line() {
        return new ActLine(
                "6".repeat(64),
                1L,
                "acknowledge",
                "Headline",
                true,
                "Aldoria",
                "Desk",
                NOON,
                NOON,
                null,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                SAID,
                List.of(ATTACHED),
                null);
    }

    private static Capital place() {
        return new Capital("Velin", java.time.ZoneOffset.UTC);
    }

    private static String drawn(String template, Map<String, Object> of) {
        var out = new StringOutput();
        TemplateEngine.createPrecompiled(ContentType.Html).render(template, of, out);
        return out.toString();
    }
}
