package org.comity;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;

/** Persons of XD, which has no node, before the Secretariat's pages of seats: each with a passkey that two officers gave. */
final class SeatsOfIsland {

    private SeatsOfIsland() {}

    static SeatedChair given(String name, String language) {
        return given("XD-1", name, language);
    }

    /** Invited, rung, given by two officers, signed in, and confirmed. */
    static SeatedChair given(String authority, String name, String language) {
        try (var officer = SecretariatNodes.chair("XS-1", "duty-officer", "en");
                var second = SecretariatNodes.chair("XS-1", "second-officer", "en")) {
            officer.open("/seats");
            officer.choose("authority", authority);
            officer.fill("name", name);
            officer.fill("function", "Delegate");
            officer.press("form[action='/seats'] button", "seat-invited");
            var link = officer.textOf(".hashbox");
            var person = SeatedChair.withAuthenticator(Chromium.browser(), SecretariatNodes.address("XS-1"), language);
            person.open(link.substring(link.indexOf("/seat/")), "seat-invitation");
            person.signs();
            var digits = person.textOf("#fingerprint");
            officer.open("/seats");
            officer.press("main li a:has-text('%s')".formatted(name), "seat-one");
            officer.fill("called", "+999 4 555 0100");
            officer.tick("numberFrom", "directory");
            officer.fill("answeredBy", "Desk of the ministry");
            officer.fill(
                    "calledAt",
                    LocalDateTime.now(ZoneOffset.UTC)
                            .truncatedTo(ChronoUnit.MINUTES)
                            .toString());
            officer.fill("fingerprint", digits);
            officer.upload("letter", "letter.pdf", "%PDF-1.7 of a ministry".getBytes(StandardCharsets.UTF_8));
            officer.press("form[action*='/call'] button", "seat-submitted");
            second.open(officer.path(), "seat-one");
            second.press("button[name=method][value=practice]", "seat-given");

            person.open("/seat/sign-in");
            person.signs();
            person.press("form[action='/seat/confirm'] button", "seat-confirm");
            person.signs();
            return person;
        }
    }

    /** One writes it and signs, another officer of the authority signs too. @return the path of the thread */
    static String said(SeatedChair one, SeatedChair other, String page, Consumer<SeatedChair> written) {
        one.open(page);
        written.accept(one);
        one.press("main form[enctype] button", "seat-preview");
        one.signs();
        other.open(page.contains("/threads/") ? page.substring(0, page.lastIndexOf('/')) : "/seat");
        other.press("main a[href^='/seat/acts/']", "seat-preview");
        other.signs();
        return other.path();
    }
}
