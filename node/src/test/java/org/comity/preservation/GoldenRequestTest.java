package org.comity.preservation;

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

/** A request for preservation with every field of every page filled stays what it is, byte by byte and line by line. */
class GoldenRequestTest {

    private static final Words WORDS = WordsForTests.load();

    @ParameterizedTest
    @ValueSource(strings = {"uncc", "budapest", "other"})
    void posted_forms_become_the_same_act(String instrument) throws IOException {
        var self = mock(Participant.class);
        when(self.functions()).thenReturn(Map.of("contact-point", "Contact point of Aldoria"));
        var directory = mock(Directory.class);
        when(directory.self()).thenReturn(self);

        Golden.stays(
                "preservation-1-request-" + instrument,
                "request",
                PracticeFiles.pages(Preservation.ID, directory, WORDS),
                PracticePreservation.rendering(WORDS),
                forms(instrument),
                WORDS);
    }

    private static Map<String, Map<String, List<String>>> forms(String instrument) {
        var state = new HashMap<String, List<String>>();
        if (instrument.equals("other")) {
            state.putAll(Map.of(
                    "basisKind",
                    List.of("reciprocity"),
                    "basis",
                    List.of("Note of 3 May 2027"),
                    "basisArticle",
                    List.of("7 bis")));
        }
        state.putAll(
                Map.of("instrument", List.of(instrument), "ourCase", List.of("K 7/27"), "theirCase", List.of("F-12")));
        return Map.of(
                "state", state,
                "offence",
                        Map.of(
                                "authority",
                                List.of("Prosecutor of Velin"),
                                "offences",
                                List.of("12", "13"),
                                "offence",
                                List.of("Fraud, section 12"),
                                "facts",
                                List.of("Payments were asked.\nThree times."),
                                "stage",
                                List.of("judicial")),
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
                                "link",
                                List.of("Used to demand it")),
                "custodian", Map.of("custodian", List.of("Mail Ltd"), "location", List.of("Fenora")),
                "necessity", Map.of("necessity", List.of("It is deleted soon")),
                "follow-up",
                        Map.of(
                                "intent",
                                List.of("yes"),
                                "followUp",
                                List.of("2027-04-02"),
                                "daysAsked",
                                List.of("90"),
                                "answerBy",
                                List.of("2027-04-01")),
                "confidentiality",
                        Map.of(
                                "secret",
                                List.of("yes"),
                                "doNotNotify",
                                List.of("yes"),
                                "emergency",
                                List.of("yes"),
                                "emergencyReason",
                                List.of("A child.")));
    }
}
