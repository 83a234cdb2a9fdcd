package org.comity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.TwoNodes.chair;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** XD has no node: letters, a call, a scan, a pasted mail. */
@ExtendWith(TwoNodes.class)
class PaperStoryIT {

    private static final String MAIL = """
            From: contact@dorvane.example
            Subject: Preservation request D-2026-%s

            Our reference: D-2026-%s
            Please keep the records of shop@mail.example until the end of the year.
            A shop in Dorvane was defrauded.
            """;

    private static final String PAST = """
            state,direction,channel,day,number,their_case,summary,status,status_day,until
            XD,asked-by-us,bag,2026-01-10,P-%1$s,,logs %1$s,preserved,2026-01-20,2027-12-18
            XD-1,asked-by-them,mail,2026-02-10,Q-%1$s,MJ/%1$s,"mail account, %1$s",asked,,
            XD,asked-by-us,mail,2026-02-30,R-%1$s,,no day %1$s,,,
            """;

    @ParameterizedTest(name = "{0} at {1}, script {2}")
    @MethodSource("org.comity.StoryIT#narrow")
    void a_state_without_a_node_is_served_in_the_same_list(String language, int width, boolean script) {
        var reference = Programs.writesTo("XD-1");
        var number = language + width;
        try (var officer = chair(1, "duty-officer", language, width, script)) {
            theLetterLeaves(officer, reference);
            theCallAndTheScanAreRecorded(officer, reference);
            theMailBecomesARequest(officer, number);
            thePastComesInAndTheYearIsPrinted(officer, number);
        }
    }

    private static void theLetterLeaves(SeatedChair officer, String reference) {
        officer.open("/requests/" + reference, "letter-ready");
        assertThat(officer.has(".next a[href$='/letter']"))
                .as("the letter is ours to post")
                .isTrue();
        assertThat(officer.has("a[href*='/record-act']"))
                .as("nobody can have answered")
                .isFalse();
        officer.open("/desk?q=" + reference, "desk-letter-ready");
        assertThat(officer.has("td a[href$='/letter']")).as(officer.text()).isTrue();
        officer.open("/requests/" + reference + "/letter", "letter-to-post");
        assertThat(officer.has("a[href*='reminder.pdf']"))
                .as("of what did not leave nobody is reminded")
                .isFalse();
        assertThat(officer.fetched("a[href*='letter.pdf']")).startsWith("%PDF".getBytes(UTF_8));
        assertThat(officer.fetched("a[href*='letter.docx']")).startsWith("PK".getBytes(UTF_8));
        officer.press("form[action$='/letter/sent'] button[type=submit]");
        assertThat(officer.has(".problems")).as("how it went must be said").isTrue();
        officer.choose("cameBy", "bag");
        officer.fill("letterReference", "118");
        officer.fill("cameDay", LocalDate.now(ZoneOffset.UTC).toString());
        officer.press("form[action$='/letter/sent'] button[type=submit]");
        assertThat(officer.has(".problems")).as(officer.text()).isFalse();
        assertThat(officer.fetched("a[href*='reminder.pdf']")).startsWith("%PDF".getBytes(UTF_8));
        officer.open("/requests/" + reference, "letter-posted");
        assertThat(officer.text()).contains("118");
        officer.open("/desk?view=WAITING&q=" + reference, "desk-letter-posted");
        assertThat(officer.text()).contains("118");
    }

    private static void theCallAndTheScanAreRecorded(SeatedChair officer, String reference) {
        officer.open("/requests/" + reference + "/record-act");
        officer.open("/requests/" + reference + "/record-act?type=acknowledge");
        officer.press("form[method=post][action*='/record-act'] button[type=submit]");
        assertThat(officer.has(".problems")).as("channel and day are needed").isTrue();
        officer.tick("cameBy", "phone");
        officer.fill("cameDay", LocalDate.now(ZoneOffset.UTC).toString());
        officer.press("form[method=post][action*='/record-act'] button[type=submit]");
        officer.tick("checked", "yes");
        officer.press("form[method=post][action*='/record-act'] button[type=submit]");
        assertThat(officer.path()).isEqualTo("/requests/" + reference);

        officer.open("/requests/" + reference + "/record-act?type=ask");
        officer.tick("cameBy", "bag");
        officer.fill("cameDay", LocalDate.now(ZoneOffset.UTC).toString());
        officer.fill("letterReference", "D-9");
        officer.tick("questions", "link");
        officer.upload("scan", "letter.pdf", "%PDF-1.7 a scanned letter".getBytes(UTF_8));
        officer.press("form[method=post][action*='/record-act'] button[type=submit]");
        officer.tick("checked", "yes");
        officer.press("form[method=post][action*='/record-act'] button[type=submit]");
        assertThat(officer.path()).isEqualTo("/requests/" + reference);
        assertThat(officer.has("a[href$='/files/scan.pdf']")).as(officer.text()).isTrue();
        assertThat(officer.text()).contains("D-9");
        Story.aloneByLetter(officer, reference, "answer", "It was used.");
        officer.open("/requests/" + reference + "/record");
    }

    private static void theMailBecomesARequest(SeatedChair officer, String number) {
        officer.open("/paper/new");
        officer.press("form[action*='/paper/new'] button[type=submit]");
        assertThat(officer.has(".problems")).isTrue();
        officer.choose("counterpart", "XD-1");
        officer.tick("cameBy", "mail");
        officer.fill("cameDay", "2026-11-19");
        officer.fill("text", MAIL.formatted(number, number));
        officer.press("form[action*='/paper/new'] button[type=submit]");
        assertThat(officer.path()).startsWith("/paper/p");
        officer.press("button[name=then][value=record]");
        assertThat(officer.has(".problems"))
                .as("an officer checks what a machine read")
                .isTrue();
        officer.fill("facts", "A shop was defrauded.");
        var draft = officer.path();
        officer.press("button[name=then][value=save]");
        officer.open("/paper/new");
        officer.press("main a[href='" + draft + "']");
        assertThat(officer.value("facts")).as("it waits as a draft").isEqualTo("A shop was defrauded.");
        officer.tick("checked", "yes");
        officer.press("button[name=then][value=record]");
        assertThat(officer.path()).as(officer.text()).startsWith("/requests/XA-");
    }

    private static void thePastComesInAndTheYearIsPrinted(SeatedChair officer, String number) {
        officer.open("/paper/import");
        officer.press("form[action*='/paper/import'] button[type=submit]");
        assertThat(officer.has(".problems")).as("a file must be chosen").isTrue();
        officer.upload("file", "past.csv", PAST.formatted(number).getBytes(UTF_8));
        officer.press("form[action*='/paper/import'] button[type=submit]", "import-seen");
        officer.press("form[action^='/paper/import/s'] button[type=submit]", "import-seen");
        assertThat(officer.has(".note.red")).as("a day that is none is said").isTrue();
        officer.tick("onlyRight", "yes");
        officer.press("form[action^='/paper/import/s'] button[type=submit]");
        assertThat(officer.path()).isEqualTo("/requests");
        assertThat(officer.text()).contains("logs " + number, "mail account, " + number);

        officer.press("main a[href^='/reporting/register']");
        officer.open("/reporting/register?year=2026");
        assertThat(officer.text()).contains("logs " + number).doesNotContain("no day " + number);
        assertThat(new String(officer.fetched("a[href^='/reporting/register.csv']"), UTF_8))
                .contains("logs " + number);
    }
}
