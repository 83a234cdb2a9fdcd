package org.comity.site;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Groups the guides that lie in the program by what a reader wants to do, each in the order in which somebody new needs them. */
public enum GuideGroup {
    BEGIN("practise", "two-officers-and-shifts", "emergencies", "people", "year-and-figures"),
    REQUESTS(
            "ask-for-legal-help",
            "answer-for-legal-help",
            "serve-an-order",
            "check-an-order",
            "tell-of-another-provider",
            "tell-unasked",
            "share-indicators",
            "ask-another-police-force",
            "ask-a-short-question",
            "data-in-an-emergency",
            "data-as-they-arise",
            "ask-for-a-person",
            "transfer-a-person",
            "transfer-a-case",
            "consult-on-parallel-cases",
            "trace-and-freeze",
            "ask-for-forfeiture",
            "return-what-was-taken",
            "investigate-with-other-states"),
    PAPERS("letters", "reminders", "wake-somebody", "duty-rota", "take-down-a-call", "past-requests", "translate"),
    EVIDENCE("add-evidence", "take-evidence-out", "evidence-on-a-disk"),
    SAFEGUARDS("close-a-request", "pass-on-inside-the-state", "pass-data-on"),
    CONVENTION(
            "treaty-actions",
            "assess-ourselves",
            "hold-a-review",
            "match-needs-and-offers",
            "write-a-text-together",
            "keep-a-session",
            "hold-rooms",
            "share-practice",
            "read-boards",
            "public-site",
            "give-a-seat"),
    NODE(
            "begin-a-network",
            "install-a-real-node",
            "key-ceremony",
            "key-ceremony-and-onboarding",
            "operate",
            "backup-and-restore",
            "time-stamps",
            "load-an-official-document"),
    PROGRAMS("use-the-api", "add-a-procedure");

    /** Names of files in {@code docs/how-to}, without their ending. */
    private final List<String> guides;

    GuideGroup(String... guides) {
        this.guides = List.of(guides);
    }

    public List<String> guides() {
        return guides;
    }

    /** The key of its heading. */
    public String key() {
        return "help.group." + name().toLowerCase(Locale.ROOT);
    }

    static boolean hasGuide(String name) {
        return Arrays.stream(values()).anyMatch(it -> it.guides.contains(name));
    }
}
