package org.comity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.TwoNodes.chair;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Brings each of the ten hard cases about between two nodes and reads on the page what docs/reference/hard-cases.md says is
 * shown there. Run with {@code -Dcomity.full=true -Dpictures.write=1} to make its pictures anew.
 */
@EnabledIfSystemProperty(named = "comity.full", matches = "true")
@ExtendWith(TwoNodes.class)
class HardCasesIT {

    private static final Path PAGE = House.root().resolve("docs/reference/hard-cases.md");
    private static final Path PICTURES = House.root().resolve("docs/pictures");
    private static final int WIDE = 1000;

    private static final String PRESERVATION = """
            {"procedure": "preservation/1", "counterpart": "XA-1", "body": {
              "instrument": "uncc", "authority": "Contact point of Belmora", "ourCase": "TOL-31", %s
              "facts": "%s", "dataClasses": ["content"],
              "identifiers": [{"kind": "mail", "value": "k.arden@mail.example"}], "custodian": "Example Mail, Velin",
              "link": "It is the person's mailbox.", "necessity": "Mail is deleted by its owner.", "intent": true, "daysAsked": 90}}
            """;

    private static final String ESTABLISHED = "\"offences\": [\"7\"],";

    @Test
    void a_purely_political_purpose() throws Exception {
        var reference = asked(
                PRESERVATION.formatted(ESTABLISHED, "A member of the opposition wrote against the government."),
                "second-officer");
        try (var officer = seated(1, "duty-officer")) {
            officer.waitFor("/requests/" + reference, "a[href$='/refuse']");
            officer.open("/requests/" + reference + "/refuse");
            officer.tick("ground", "other");
            officer.fill("words", "A political offence in our view.");
            reads(officer, 1, 0, 1);
            picture(officer, "main", 720, "hard-1-political-purpose");
            officer.press("button[value=preview]", "hard-political");
            reads(officer, 1, 3);
        }
    }

    @Test
    void a_journalists_data() throws Exception {
        var reference = asked(toAldoria(Programs.EVIDENCE), "lawyer");
        try (var lawyer = seated(1, "lawyer")) {
            lawyer.waitFor("/requests/" + reference, "a[href$='/refuse']");
            lawyer.open("/requests/" + reference + "/refuse");
            reads(lawyer, 2, 1, 2);
            lawyer.tick("ground", "domestic-bar");
            lawyer.fill("text", "The account is a newspaper's. Our law protects its sources.");
            lawyer.tick("consultation", "none");
            lawyer.press("button[value=preview]", "hard-journalist");
            reads(lawyer, 2, 3);
            picture(lawyer, "main", 520, "hard-2-journalist");
        }
    }

    @Test
    void an_offence_with_two_years_maximum() throws Exception {
        var draft = Programs.draft(
                2,
                toAldoria(Programs.EVIDENCE)
                        .replace("evidence-of-offence", "evidence-of-serious-crime")
                        .replace("\"offences\": [\"13\"]", "\"offences\": []")
                        .replace("\"penaltyMonths\": 60", "\"penaltyMonths\": 24"));
        try (var officer = seated(2, "duty-officer")) {
            officer.open(draft + "/preview", "hard-two-years");
            reads(officer, 3, 1);
            picture(officer, "main", 520, "hard-3-two-years");
        }
    }

    @Test
    void content_asked_of_a_state_with_a_reservation() throws Exception {
        try (var officer = seated(2, "duty-officer")) {
            officer.open("/requests/new/preservation?to=XA-1", "hard-reservation");
            reads(officer, 4, 0, 2);
            picture(officer, ".between", 560, "hard-4-reservation");
        }
        var outside = asked(
                PRESERVATION.formatted(
                        "\"offence\": \"Libel, s. 190\", \"penaltyMonths\": 12,", "Letters that shame a minister."),
                "second-officer");
        try (var officer = seated(1, "duty-officer")) {
            officer.waitFor("/requests/" + outside, "a[href$='/refuse']");
            officer.open("/requests/" + outside + "/refuse", "hard-reservation-refuse");
            reads(officer, 4, 1);
        }
    }

    @Test
    void data_in_a_third_state() throws Exception {
        var reference = asked(
                PRESERVATION.formatted(ESTABLISHED, "Forged notices were sent from the mailbox."), "second-officer");
        try (var officer = seated(1, "duty-officer")) {
            officer.waitFor("/requests/" + reference, "a[href$='/not-available']");
            officer.open("/requests/" + reference + "/not-available");
            reads(officer, 5, 0);
            officer.tick("why", "elsewhere");
            officer.fill("text", "The provider keeps the mailbox with its company in Cadria.");
            picture(officer, "main", 620, "hard-5-third-state");
        }
    }

    @Test
    void a_child_in_danger_at_night() throws Exception {
        try (var officer = seated(1, "duty-officer");
                var theirs = chair(2, "duty-officer", "en", 1300, true)) {
            officer.open("/emergency");
            reads(officer, 6, 1);
            var reference = Story.emergency(officer);
            theirs.waitFor("/directory", ".siren[data-reference='" + reference + "']");
            theirs.open("/requests/" + reference, "hard-child");
            assertThat(theirs.textOf(".siren")).contains(shown(6).get(3));
            picture(theirs, "body", 560, "hard-6-child-in-danger");
            theirs.press(".siren form button");
            theirs.press("button[name=method][value=practice]");
        }
    }

    @Test
    void the_wrong_language() throws Exception {
        var draft = Programs.draft(1, Programs.EVIDENCE.replace("\"stage\"", "\"language\": \"Spanish\", \"stage\""));
        try (var officer = seated(1, "duty-officer")) {
            officer.open(draft + "/confidentiality", "hard-language");
            reads(officer, 7, 0);
            picture(officer, ".comp", 1000, "hard-7-wrong-language");
        }
    }

    @Test
    void conditions_that_are_refused() throws Exception {
        var reference = asked(toAldoria(Programs.EVIDENCE), "lawyer");
        try (var lawyer = seated(2, "lawyer");
                var second = seated(2, "second-officer");
                var theirs = seated(1, "duty-officer");
                var theirSecond = seated(1, "second-officer")) {
            theirs.waitFor("/requests/" + reference, "a[href$='/propose-conditions']");
            theirs.open("/requests/" + reference + "/propose-conditions");
            reads(theirs, 8, 0);
            theirs.fill("text", "The data serve this case only.");
            Story.both(theirs, theirSecond);
            lawyer.waitFor("/requests/" + reference, "a[href$='/decline-conditions']");
            lawyer.open("/requests/" + reference + "/decline-conditions");
            reads(lawyer, 8, 1);
            lawyer.fill("text", "A second case rests on the same data.");
            Story.both(lawyer, second);
            theirs.waitFor("/requests/" + reference, "a[href$='/refuse']");
            theirs.waitForText("/requests/" + reference, "Did not accept the conditions");
            picture(theirs, "main", 620, "hard-8-conditions-refused");
            theirs.open("/requests/" + reference + "/refuse");
            reads(theirs, 8, 2);
        }
    }

    @Test
    void data_deleted_after_preserved() throws Exception {
        var reference = Programs.preserved(Duration.ofDays(60));
        try (var officer = seated(1, "duty-officer");
                var theirs = seated(2, "duty-officer");
                var theirSecond = seated(2, "second-officer")) {
            theirs.open("/requests/" + reference + "/warn", "hard-warn");
            reads(theirs, 9, 0);
            theirs.open("/requests/" + reference + "/not-available", "hard-lost");
            reads(theirs, 9, 1);
            theirs.tick("why", "lost");
            theirs.fill("text", "The provider deleted the mailbox although the order was served.");
            Story.both(theirs, theirSecond);
            officer.waitForText("/requests/" + reference, shown(9).get(2));
            picture(officer, "main", 760, "hard-9-data-lost");
        }
    }

    @Test
    void a_person_of_both_nationalities() throws Exception {
        var draft = Programs.draft(
                2,
                toAldoria(Programs.EVIDENCE)
                        .replace(
                                "\"stage\"",
                                "\"concerned\": \"Kaya Arden, born in 1990, lives in Velin. A national of Aldoria and of Belmora.\", \"stage\""));
        try (var officer = seated(2, "duty-officer")) {
            officer.open(draft + "/concerned", "hard-nationalities");
            reads(officer, 10, 0);
            picture(officer, ".comp", 520, "hard-10-nationalities");
        }
    }

    /** Belmora has asked Aldoria; the reference. */
    private static String asked(String request, String approver) {
        return Programs.leaves(2, approver, Programs.post(2, "duty-officer", "/drafts", request));
    }

    private static String toAldoria(String request) {
        return request.replace("\"XB-1\"", "\"XA-1\"")
                .replace("Central authority of Aldoria", "Central authority of Belmora");
    }

    private static SeatedChair seated(int state, String duty) {
        return chair(state, duty, "en", WIDE, true);
    }

    private static void reads(SeatedChair chair, int number, int... rows) throws IOException {
        var shown = shown(number);
        var whole = chair.text().replaceAll("\\s+", " ");
        for (int row : rows) assertThat(whole).contains(shown.get(row));
    }

    /** What stands on the screen in this case, row by row. */
    private static List<String> shown(int number) throws IOException {
        return Arrays.stream(Files.readString(PAGE).split("\n## ")[number].split("\n"))
                .filter(it -> it.startsWith("| ") && !it.startsWith("| shown |"))
                .map(it -> it.split("\\|")[1].strip())
                .toList();
    }

    private static void picture(SeatedChair chair, String selector, int height, String name) throws IOException {
        if (System.getProperty("pictures.write") == null) return;
        Files.write(PICTURES.resolve(name + ".png"), SmallPicture.of(chair.pictured(selector, height)));
    }
}
