package org.comity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Plays the guide of joint investigations, step by step and by its own words: what it names in italics is what is pressed, in
 * chairs of three States, each with a node of its own.
 */
@EnabledIfSystemProperty(named = "comity.full", matches = "true")
@ExtendWith(TwoNodes.class)
class GuideOfInvestigationIT {

    private static final String APPROVE = "Approve and send (practice)";
    private static final int XA = 1;
    private static final int XB = 2;
    private static final int XC = 3;

    private static NodeProcess third;

    private final String guide = read();
    private final List<SeatedChair> writing = new ArrayList<>();
    private final List<SeatedChair> approving = new ArrayList<>();
    private String thread = "";

    @BeforeAll
    static void start() throws IOException {
        third = TwoNodes.third();
    }

    @AfterAll
    static void stop() {
        third.close();
    }

    @Test
    void its_ten_steps_are_played_by_its_words() {
        for (int state = XA; state <= XC; state++) {
            writing.add(TwoNodes.chair(state, "duty-officer", "en", 1280, true));
            approving.add(TwoNodes.chair(state, "second-officer", "en", 1280, true));
        }
        try {
            begins();
            othersAnswer();
            agree();
            work();
            shareEvidence();
            laterEnd();
            end();
        } finally {
            writing.forEach(SeatedChair::close);
            approving.forEach(SeatedChair::close);
        }
    }

    /** Step 1. */
    private void begins() {
        var officer = writing.getFirst();
        officer.open("/joint", "guide-list");
        officer.press(link("Begin with other States"), "guide-begin");
        officer.tick("states", "XB-1");
        officer.tick("states", "XC-1");
        officer.tick("instrument", "uncc/2");
        officer.fill("authority", "Cyber Unit of Aldoria");
        officer.fill("matter", "A botnet of three countries");
        officer.fill("offence", "Illegal access");
        officer.fill("facts", "The same servers.");
        officer.fill("why", "Measures on one day.");
        officer.fill("places", "Velin, Tolva and Ostera");
        submits(officer);
        var second = approving.getFirst();
        second.open("/joint", "guide-list-waits");
        second.press("main a[href^='/joint/drafts/']", "guide-opening");
        second.press(button(APPROVE), "guide-thread");
        thread = second.path().replace("/joint/", "");
        for (int n = 0; n < 2; n++) {
            said("With our officers");
            second.open(page(), "guide-with-our-officers");
            second.press("main a[href^='/joint/drafts/']", "guide-invitation");
            second.press(button(APPROVE), "guide-invited");
        }
    }

    /** Step 2. Belmora is in first, and agrees to Cadria. */
    private void othersAnswer() {
        for (int state = XB; state <= XC; state++) {
            var officer = writing.get(state - 1);
            said("We are invited");
            officer.waitForText("/joint", "We are invited");
            officer.press("main h2 a[href='" + page() + "']", "guide-we-are-invited");
            officer.opens("main summary:has-text('" + said("Its words") + "')", "guide-its-words");
            says(state, "Join", it -> {});
            if (state == XB) known(XB, "Agree that a State joins");
        }
        says(XB, "Agree that a State joins", it -> {});
        known(XC, "Write a text of the agreement");
        assertThat(writing.getFirst().text())
                .as("while there is no text, it has no clauses")
                .doesNotContain("Answer clauses of the text");
    }

    /** Steps 3 to 5. */
    private void agree() {
        says(XA, "Write a text of the agreement", it -> moment(it, "until", 200));
        known(XB, "Answer clauses of the text");
        says(XB, "Answer clauses of the text", it -> {
            it.tick("answer", "proposes");
            it.tick("clauses", "costs");
            it.fill("text", "Each bears its own.");
        });
        see(XA, "Each bears its own.");
        says(XA, "Write a text of the agreement", it -> it.fill("costs", "Each bears its own."));
        same();
        for (int state = XA; state <= XC; state++) {
            says(state, "Approve the text", it -> {});
        }
        for (int state = XA; state <= XC; state++) see(state, said("Agreed and running"));
    }

    /** Step 6. */
    private void work() {
        says(XA, "Name our team", it -> {
            it.fill("team.0.name", "M. Aro");
            it.fill("team.0.function", "Leader");
            it.fill("team.0.authority", "Cyber Unit");
            it.fill("team.0.task", "Servers");
        });
        says(XB, "Call or move a meeting", it -> {
            it.tick("what", "new");
            it.fill("topic", "The day of the measures");
            moment(it, "when", 10);
            it.fill("where", "Video");
        });
        for (int state = XA; state <= XC; state++) {
            see(state, said("Calendar"));
            see(state, "The day of the measures");
        }
    }

    /** Step 7. */
    private void shareEvidence() {
        says(XC, "Say what evidence we hold", it -> {
            it.fill("items.0.item", "Image 1");
            it.fill("items.0.what", "Disk of a server");
            it.fill("items.1.item", "Logs 1");
            it.fill("items.1.what", "Its logs");
        });
        see(XB, "Logs 1");
        says(XB, "Ask for evidence", it -> {
            it.fill("wanted.0.item", "Image 1");
            it.choose("wanted.0.holder", "XC-1");
            it.fill("wanted.0.use", "Trial in Belmora");
        });
        see(XC, "Asked for");
        says(XC, "Release evidence", it -> {
            it.fill("released.0.item", "Image 1");
            it.choose("released.0.party", "XB-1");
            it.fill("released.0.use", "Trial in Belmora");
            it.fill("released.0.way", "By a delivery");
        });
        for (int state = XA; state <= XC; state++) see(state, said("Evidence, by item and State"));
    }

    /** Step 8. */
    private void laterEnd() {
        says(XB, "Propose a later end", it -> {
            moment(it, "until", 400);
            it.fill("why", "The servers are many.");
        });
        for (int state = XA; state <= XC; state++) known(state, "Approve the later end");
        for (int state = XA; state <= XC; state++) says(state, "Approve the later end", it -> {});
        see(XA, "Agreed and running");
    }

    /** Step 10. */
    private void end() {
        says(XA, "End the joint investigation", it -> it.tick("reason", "reached"));
        for (int state = XA; state <= XC; state++) {
            known(state, "Say what remains with us");
            says(state, "Say what remains with us", it -> {
                it.fill("left.0.what", "Image 1");
                it.fill("left.0.kept", "Five years");
            });
        }
        says(XA, "Close", it -> {});
        for (int state = XA; state <= XC; state++) see(state, "Closed");
        writing.getFirst().open(page(), "guide-closed");
        assertThat(writing.getFirst().text()).contains(said("The whole thread as a file"));
    }

    /** Follows the link of the thread's page, fills in what it shows, and lets it leave as the guide says. */
    private void says(int state, String act, Consumer<SeatedChair> fills) {
        var officer = writing.get(state - 1);
        known(state, act);
        officer.press(link(act), "guide-" + act);
        fills.accept(officer);
        var draft = submits(officer);
        if (officer.has(button(APPROVE))) {
            officer.press(button(APPROVE), "guide-sent");
        } else {
            var second = approving.get(state - 1);
            second.open(page(), "guide-with-our-officers");
            second.press("main a[href='" + draft + "']", "guide-decision");
            second.press(button(APPROVE), "guide-sent");
        }
    }

    /** @return the page of what waits now */
    private String submits(SeatedChair officer) {
        officer.press(button("Look at it before it goes"), "guide-look");
        officer.press(button("Submit for approval"), "guide-submitted");
        return officer.path();
    }

    private void known(int state, String act) {
        writing.get(state - 1).waitFor(page(), link(act));
    }

    private void see(int state, String text) {
        writing.get(state - 1).waitForText(page(), text);
    }

    /** Whoever approves has the newest text before them. */
    private void same() {
        writing.getFirst().open(page(), "guide-thread-again");
        var head = writing.getFirst().textOf("main .hashbox bdi");
        see(XB, head);
        see(XC, head);
    }

    private String page() {
        return "/joint/" + thread;
    }

    private static void moment(SeatedChair officer, String field, int days) {
        officer.fill(
                field + ".date", LocalDate.now(ZoneOffset.UTC).plusDays(days).toString());
        officer.fill(field + ".time", "12:00");
    }

    private String link(String words) {
        return "main a:text-is('" + said(words) + "')";
    }

    private String button(String words) {
        return "main button:text-is('" + said(words) + "')";
    }

    /** What is pressed and looked for is what the guide says. */
    private String said(String words) {
        assertThat(guide).contains("*" + words);
        return words;
    }

    private static String read() {
        try {
            return Files.readString(House.root().resolve("docs/how-to/investigate-with-other-states.md"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
