package org.comity;

import com.microsoft.playwright.Browser;
import org.comity.casework.Officers;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One node in this JVM, its officials before a real browser. Those who ask for nothing more share the node. */
@SpringBootTest(
        classes = NodeApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "server.tomcat.basedir=${node.home}/tomcat")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(Chromium.class)
abstract class PagesOfOneNode extends Officers {

    /** In place of a duty: a person of an authority without a node, who sits in a seat; and what their browser brings. */
    protected static final String IN_SEAT = "in-seat";

    protected static final String SEAT_COOKIE = "5ea7".repeat(12);

    @LocalServerPort
    protected int port;

    protected SeatedChair chair(String duty, String language, int width, boolean script) {
        return chair(Chromium.browser(), duty, language, width, script);
    }

    protected SeatedChair chair(Browser browser, String duty, String language, int width, boolean script) {
        var chair = SeatedChair.sit(browser, "http://localhost:" + port, seated(duty), language, width, script);
        bringsSeat(chair, duty);
        return chair;
    }

    /** Somebody else in the same chair. */
    protected static void takes(SeatedChair chair, String duty) {
        chair.takes(seated(duty));
        bringsSeat(chair, duty);
    }

    private static String seated(String duty) {
        return duty.equals(IN_SEAT) ? "duty-officer" : duty;
    }

    private static void bringsSeat(SeatedChair chair, String duty) {
        if (duty.equals(IN_SEAT)) chair.brings("comity-seat-XA-1", SEAT_COOKIE);
    }
}
