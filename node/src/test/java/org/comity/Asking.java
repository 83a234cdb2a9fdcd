package org.comity;

import static org.assertj.core.api.Assertions.assertThat;

/** How legal assistance is asked for, page by page; selectors are the forms' own names. */
final class Asking {

    private Asking() {}

    /** The contact point turns a preservation into a request and fills in what the preservation did not say. */
    static void turn(SeatedChair officer, String preservation) {
        officer.waitFor("/requests/" + preservation, "form[action$='/announced'] button");
        officer.press("form[action$='/announced'] button", "assistance-offence");
        assertThat(officer.value("offences", "7"))
                .as("the offence is carried over")
                .isTrue();
        officer.press("button[value=preview]", "assistance-preview");
        assertThat(officer.has(".note a[href*='/purpose?check']"))
                .as("what is missing is said")
                .isTrue();
        officer.press(".note a[href*='/purpose?check']", "assistance-missing");
        assertThat(officer.has(".problems")).isTrue();
        officer.open("/requests/" + preservation);
        officer.press("#follows a.btn", "assistance-offence");

        officer.tick("scope", "proceedings");
        officer.fill("offence", "Illegal access, Penal Code s. 214, up to 5 years");
        officer.fill("penaltyMonths", "60");
        next(officer, "proceeding");
        officer.fill("proceeding", "Investigation of forged bank notices.");
        officer.fill("conductedBy", "Cyber Unit, Velin, which investigates and prepares charges");
        assertThat(officer.typed("facts")).contains("Forged bank notices");
        next(officer, "purposes");
        assertThat(officer.value("purposes", "data"))
                .as("stored data is what is asked for")
                .isTrue();
        next(officer, "data");
        assertThat(officer.typed("identifiers")).contains("pay-notice@mail.example");
        assertThat(officer.typed("custodian")).contains("Example Mail");
        next(officer, "assistance");
        officer.tick("measures", "disclose");
        officer.fill("assistance", "Disclose the traffic data that are preserved.");
        officer.fill(
                "formalities", "A certificate of authenticity by the custodian\nA record of how the data were taken");
        next(officer, "concerned");
        next(officer, "purpose");
        officer.fill("purpose", "Proof in the proceedings against those who sent the notices.");
        next(officer, "preserved");
        assertThat(officer.typed("preserved")).contains("Traffic data of both lines");
        assertThat(officer.typed("preservation")).isEqualTo(preservation);
        next(officer, "urgency");
        officer.fill("answerBy", "2099-01-31");
        officer.press("button[value=continue]", "assistance-confidentiality");
        assertThat(officer.has(".note.amber"))
                .as("a deadline without reasons is pointed out")
                .isTrue();
        officer.tick("secret", "yes");
        officer.press("button[value=continue]", "assistance-preview");
        assertThat(officer.has(".note.amber"))
                .as("and again before it is signed")
                .isTrue();
    }

    private static void next(SeatedChair officer, String page) {
        officer.press("button[value=continue]", "assistance-" + page);
        assertThat(officer.path()).endsWith("/" + page);
    }

    /** The second officer may not send it; the central authority does. The reference that both States use. */
    static String send(SeatedChair officer, SeatedChair second, SeatedChair lawyer) {
        officer.press("form[action$='/submit'] button", "assistance-approve");
        var path = officer.path();
        second.open(path, "assistance-approve-second");
        assertThat(second.has("form[action$='/approve']"))
                .as("the central authority sends")
                .isFalse();
        lawyer.open(path, "assistance-approve-lawyer");
        lawyer.press("button[name=method][value=practice]", "assistance-thread");
        return lawyer.path().replace("/requests/", "");
    }
}
