package org.comity.assistance;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.procedure.file.PracticeFiles;
import org.comity.procedure.form.Golden;
import org.comity.ui.Words;
import org.comity.ui.words.WordsForTests;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request for assistance with every field of every page filled stays what it is, byte by byte and line by line. */
class GoldenRequestTest {

    private static final Words WORDS = WordsForTests.load();

    @ParameterizedTest
    @ValueSource(strings = {"uncc", "other"})
    void posted_forms_become_the_same_act(String instrument) throws IOException {
        var self = mock(Participant.class);
        when(self.functions()).thenReturn(Map.of("central-authority", "Central authority of Aldoria"));
        var directory = mock(Directory.class);
        when(directory.self()).thenReturn(self);
        var composition = PracticeFiles.pages(Assistance.ID, directory, WORDS);
        var rendering = PracticeAssistance.rendering(WORDS);

        var posted = new HashMap<>(forms(instrument));
        posted.put("purposes", Map.of("purposes", List.of("data")));
        Golden.stays("assistance-1-request-" + instrument, "request", composition, rendering, posted, WORDS);
        var sections = new HashMap<>(posted);
        sections.putAll(Sections.forms());
        Golden.stays("assistance-1-request-sections-" + instrument, "request", composition, rendering, sections, WORDS);
    }

    private static Map<String, Map<String, List<String>>> forms(String instrument) {
        var basis = instrument.equals("other")
                ? Map.of(
                        "basisKind",
                        List.of("bilateral"),
                        "basis",
                        List.of("Treaty of Velin"),
                        "basisArticle",
                        List.of("7 bis"))
                : Map.<String, List<String>>of();
        var state = new HashMap<String, List<String>>(basis);
        state.putAll(
                Map.of("instrument", List.of(instrument), "ourCase", List.of("K 7/27"), "theirCase", List.of("F-12")));
        return Map.of(
                "state", state,
                "offence",
                        Map.of(
                                "authority",
                                List.of("Prosecutor of Velin"),
                                "scope",
                                List.of("evidence-of-offence"),
                                "offences",
                                List.of("12", "13"),
                                "offence",
                                List.of("Fraud, section 12"),
                                "penaltyMonths",
                                List.of("60")),
                "proceeding",
                        Map.of(
                                "stage",
                                List.of("prosecution"),
                                "proceeding",
                                List.of("Fraud by false invoices"),
                                "conductedBy",
                                List.of("The prosecutor"),
                                "facts",
                                List.of("Payments were asked.\nThree times.")),
                "data",
                        Map.of(
                                "dataClasses",
                                List.of("traffic", "content"),
                                "identifiers",
                                List.of("pay@mail.example\n192.0.2.1 2027-03-01 10:00 UTC\n+999 123 4567"),
                                "from",
                                List.of("2027-01-01"),
                                "until",
                                List.of("2027-02-01"),
                                "custodian",
                                List.of("Mail Ltd"),
                                "location",
                                List.of("Fenora")),
                "assistance",
                        Map.of(
                                "measures",
                                List.of("access", "disclose"),
                                "assistance",
                                List.of("The stored mail."),
                                "formalities",
                                List.of("An oath\nA seal")),
                "concerned", Map.of("concerned", List.of("P. Example")),
                "purpose", Map.of("purpose", List.of("Evidence in K 7/27"), "safeguards", List.of("Section 40")),
                "preserved",
                        Map.of(
                                "preserved",
                                List.of("Yes, by you"),
                                "preservation",
                                List.of("XA-2027-000003"),
                                "preservedUntil",
                                List.of("2027-05-01"),
                                "providerReference",
                                List.of("T-99")),
                "urgency",
                        Map.of(
                                "expedited",
                                List.of("vulnerable"),
                                "answerBy",
                                List.of("2027-04-01"),
                                "deadlineReasons",
                                List.of("A hearing")),
                "confidentiality",
                        Map.of(
                                "secret",
                                List.of("yes"),
                                "language",
                                List.of("English"),
                                "emergency",
                                List.of("yes"),
                                "emergencyReason",
                                List.of("A child.")));
    }
}
